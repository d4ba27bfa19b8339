import { z } from 'zod';
import { announce, news, on, tell } from '../../platform/events.ts';
import { enqueue, handle, job } from '../../platform/jobs.ts';
import * as orders from '../orders/index.ts';
import { end, membersOf, openOf } from './members.repo.ts';
import { putBack } from './put-back.ts';
import { text } from './text.ts';

const afterWithdrawal = job('merging:after-withdrawal', news);
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
  const members = await membersOf(ctx, id);
  for (const { order_id: orderId, state } of members)
    if (state === 'open') enqueue(ctx, release, { orderId, masterId: id });
});

handle(release, async (ctx, { orderId, masterId }) => {
  const order = await orders.lock(ctx, orderId);
  const member = await openOf(ctx, orderId);
  if (order.status !== 'merged' || member?.master_id !== masterId) return;
  const why = await orders.addText(ctx, orderId, { kind: 'reason', content: text.masterGone });
  await putBack(ctx, order, member, why);
  announce(ctx, 'desk:merged');
});
