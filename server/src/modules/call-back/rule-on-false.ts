import type { falseCompletion as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { change, type FalseCompletion, falseCompletionsOf } from './false-completions.repo.ts';
import { isHeard, mayRuleOnFalse, openOf } from './false-policy.ts';
import { letArchive } from './let-archive.ts';
import { nextRound } from './redo.ts';

/**
 * 认定虚假办结: the unit was heard, or had its time. Confirmed, the order is worked once more, however often it was redone;
 * rating and reply stay as they are.
 */
export async function ruleOnFalse(
  ctx: Context,
  input: InputOf<typeof contract.ruleOnFalse>,
): Promise<ReplyOf<typeof contract.ruleOnFalse>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const open = openOf(await falseCompletionsOf(ctx, order.id));
  demand(mayRuleOnFalse(ctx.actor, open));
  refuseUnless(open, 'call-back.false-none-open');
  refuseUnheard(ctx, open);

  const why = await orders.addText(ctx, order.id, { kind: 'reason', content: input.words });
  await change(ctx, open, {
    state: input.confirmed ? 'confirmed' : 'dismissed',
    ruling_no: why.no,
    ruled_by: ctx.actor.accountId,
    ruled_at: ctx.now,
  });
  await letArchive(ctx, order);
  const type = input.confirmed ? 'call-back.false-confirmed' : 'call-back.false-dismissed';
  tell(ctx, { kind: 'order', id: order.id }, type, {
    unit: open.unit_code,
    foundHow: open.found_how,
    round: open.round,
    text: why.no,
    digest: why.digest,
  });
  announce(ctx, 'false-completions');
  if (!input.confirmed || !isStillThatRound(order, open)) return { dueAt: null };
  const dueAt = await nextRound(ctx, order, { step: 'redo-false', why });
  return { dueAt: dueAt.toISOString() };
}

/** In the meantime it may have been redone, which is all a confirmation could ask for. */
const isStillThatRound = (order: orders.Order, open: FalseCompletion): boolean =>
  order.round === open.round && orders.standsBefore(order, 'redo-false').allowed;

function refuseUnheard(ctx: Context, open: FalseCompletion): void {
  const { on, time } = organisation.cityHour(open.hear_until, ctx.city.zone);
  refuseUnless(isHeard(open, ctx.now), 'call-back.false-unheard', {
    until: `${on} ${time}`,
  });
}
