import { z } from 'zod';
import { announce, news, on, tell } from '../../platform/events.ts';
import { enqueue, handle, job } from '../../platform/jobs.ts';
import * as orders from '../orders/index.ts';
import { end, membersAtOnce, openAfter, openOf } from './members.repo.ts';
import { putBack } from './put-back.ts';
import { text } from './text.ts';

const afterWithdrawal = job('merging:after-withdrawal', news);
const releaseNext = job(
  'merging:release-next',
  z.object({ masterId: z.uuid(), after: z.uuid().nullable() }),
);
const release = job('merging:release', z.object({ orderId: z.uuid(), masterId: z.uuid() }));

on('intake.withdrawn', afterWithdrawal);

/** 撤回: whoever withdraws leaves; when the master is withdrawn, everybody else's order goes on by itself. */
handle(afterWithdrawal, async (ctx, { id }) => {
  await orders.lock(ctx, id);
  const own = await openOf(ctx, id);
  if (own) {
    await end(ctx, own, 'withdrawn');
    tell(ctx, { kind: 'order', id: own.master_id }, 'merging.left', { count: 1 });
  }
  enqueue(ctx, releaseNext, { masterId: id, after: null });
});

handle(releaseNext, async (ctx, { masterId, after }) => {
  const ids = await openAfter(ctx, masterId, { after, most: membersAtOnce });
  for (const orderId of ids) enqueue(ctx, release, { orderId, masterId });
  const last = ids.at(-1);
  if (last && ids.length === membersAtOnce) enqueue(ctx, releaseNext, { masterId, after: last });
});

handle(release, async (ctx, { orderId, masterId }) => {
  const order = await orders.lock(ctx, orderId);
  const member = await openOf(ctx, orderId);
  if (order.status !== 'merged' || member?.master_id !== masterId) return;
  const why = await orders.addText(ctx, orderId, { kind: 'reason', content: text.masterGone });
  await putBack(ctx, order, member, why);
  announce(ctx, 'desk:merged');
});
