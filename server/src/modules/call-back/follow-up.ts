import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { handle, job, later } from '../../platform/jobs.ts';
import { instantAt } from '../../platform/zone.ts';
import { find, type Order } from '../orders/index.ts';
import { insertFollowUp, markDue } from './follow-ups.repo.ts';

const followUpDue = job(
  'call-back:follow-up-due',
  z.object({ orderId: z.uuid(), followUpId: z.uuid() }),
);

const dueTime = '09:00';

/** 到期复查: falls due on a desk at nine in the morning of its day. */
export async function setFollowUp(ctx: Context, order: Order, on: string): Promise<void> {
  const id = ctx.newId();
  const dueAt = instantAt(on, dueTime, ctx.city.zone);
  await insertFollowUp(ctx, { orderId: order.id, id, dueOn: on, dueAt });
  tell(ctx, { kind: 'order', id: order.id }, 'call-back.follow-up-set', { followUp: id, on });
  later(
    ctx,
    followUpDue,
    { orderId: order.id, followUpId: id },
    { at: dueAt, key: `follow-up:${id}` },
  );
}

handle(followUpDue, async (ctx, { orderId, followUpId }) => {
  if (!(await markDue(ctx, orderId, followUpId))) return;
  const order = await find(ctx, orderId);
  tell(ctx, { kind: 'order', id: orderId }, 'call-back.follow-up-due', {
    followUp: followUpId,
    secrecy: order?.secrecy ?? 0,
  });
  announce(ctx, 'desk:follow-up');
});
