import type { deferrals as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { SuspensionReason } from '@minsheng/contract/words/deferrals.ts';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/refusal.ts';
import { endPauses, movePause, ofOrder, pause, shiftDue } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as waits from '../waits/index.ts';
import { mayResume } from './policy.ts';
import type { Deferral } from './requests.repo.ts';

const keyOf = (id: string) => ({ kind: 'suspension', id, no: 0 }) as const;

/** 最长挂起, by reason, in the city's limits. */
const longest: Record<SuspensionReason, string> = {
  'await-requester': 'suspend-requester',
  'await-court': 'suspend-court',
  'await-test': 'suspend-test',
};

const isSuspension = (reason: string): reason is SuspensionReason => reason in longest;

/** 挂起: every clock of the order stands still, no longer than its reason allows. */
export async function suspend(ctx: Context, order: orders.Order, asked: Deferral): Promise<void> {
  // The contract lets no other reason ask for it.
  if (!isSuspension(asked.reason)) throw new Error(`${asked.reason} suspends nothing.`);
  const until = await waits.waitForCentre(ctx, keyOf(order.id), longest[asked.reason]);
  await pause(ctx, order.id, 'suspended', until);
  await orders.advance(ctx, order, 'suspend', {
    data: { deferralReason: asked.reason, lead: asked.unit_code, until: until.toISOString() },
  });
}

/** 恢复: what was waited for is there. */
export async function resume(
  ctx: Context,
  input: InputOf<typeof contract.resume>,
): Promise<ReplyOf<typeof contract.resume>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const lead = (await ofOrder(ctx, order.id)).findLast(({ role }) => role === 'lead');
  demand(mayResume(ctx.actor, order, lead));
  const words = await orders.addText(ctx, order.id, { kind: 'reason', content: input.words });
  await waits.waitNoMore(ctx, keyOf(order.id));
  const dueAt = await runOn(ctx, order, { text: words.no, digest: words.digest });
  return { dueAt: dueAt?.toISOString() ?? null };
}

/** 到期自动恢复: nobody said anything in time. */
waits.waitRules({
  kind: 'suspension',
  subject: 'order',
  topic: null,
  standing: async (ctx, { id }) =>
    (await orders.lock(ctx, id)).status === 'suspended' ? 'waiting' : 'over',
  pauses: null,
  moved: (ctx, { id }, until) => movePause(ctx, id, until),
  atEnd: {
    does: async (ctx, { id }) => {
      await runOn(ctx, await orders.lock(ctx, id), { byRule: true });
    },
  },
});

async function runOn(
  ctx: Context,
  order: orders.Order,
  data: NonNullable<orders.Advance['data']>,
): Promise<Date | null> {
  await endPauses(ctx, order.id);
  const { dueAt, moved } = await shiftDue(ctx, order.id, await ofOrder(ctx, order.id));
  await orders.advance(ctx, order, 'resume', {
    set: dueAt ? { due_at: dueAt } : {},
    data: { ...data, duties: moved },
  });
  return dueAt;
}
