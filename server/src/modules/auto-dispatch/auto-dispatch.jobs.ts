import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import type { Context } from '../../platform/context.ts';
import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { transact } from '../../platform/transact.ts';
import { considerOrder } from './consider-order.ts';
import { judgeOrder } from './judge-order.ts';
import { unjudgedBefore } from './proposals.repo.ts';

/** An order has come to be dispatched. */
const consider = job('auto-dispatch:consider', news);
on('intake.accepted', consider);
on('intake.accepted-by-rule', consider);
on('intake.transfer-returned', consider);
handle(consider, (ctx, { id }) => considerOrder(ctx, id));

/** Something happened that tells whether it was sent to the right unit at first. */
const judge = job('auto-dispatch:judge', news);
on('dispatch.undone', judge);
on('dispatch.recalled', judge);
on('dispatch.reassigned', judge);
on('call-back.closed', judge);
on('intake.withdrawn', judge);
handle(judge, (ctx, { id }) => judgeOrder(ctx, id, { isLast: false }));

const quietDays = 30;
const atOnce = 100;

/** What has lain for thirty days is judged as it lies. */
export async function judgeOld(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - quietDays * 86_400_000);
  for (const orderId of await unjudgedBefore(ctx, before, atOnce))
    await judgeOrder(ctx, orderId, { isLast: true });
}

chore({
  name: 'auto-dispatch:judge-old',
  everySeconds: 60,
  work: (runtime) => transact(runtime, systemActor, judgeOld),
});
