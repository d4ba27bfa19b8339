import type { retention as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { HoldTarget } from '@minsheng/contract/words/retention.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import * as orders from '../orders/index.ts';
import { indexOf } from '../requesters/index.ts';
import { beginReview, endReview } from './hold-review.ts';
import { changeHold, type Hold, insertHold, keepHoldsStill, lockHold } from './holds.repo.ts';
import { mayHold, mayLift } from './policy.ts';

type Wish = InputOf<typeof contract.setHold>;

/** 冻结: nothing of it is destroyed or erased until somebody else lifts it. */
export async function setHold(ctx: Context, wish: Wish): Promise<{ holdId: string }> {
  const named = await orders.findByNo(ctx, wish.orderNo);
  const order = await orders.lockVisible(ctx, named?.id ?? nobody);
  demand(mayHold(ctx.actor));
  await keepHoldsStill(ctx, 'set');
  refuseUnless(order.destroyed_at === null, 'retention.destroyed');
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  refuseUnless(wish.untilOn === null || wish.untilOn > today, 'retention.until-past');
  const about = await aboutOf(ctx, order, wish.target);
  const id = ctx.newId();
  await insertHold(ctx, {
    ...{ id, target: wish.target, order_id: order.id, ...about },
    ...{ ground: wish.ground, reason: wish.reason, from_whom: wish.fromWhom },
    ...{ until_on: wish.untilOn, set_by: ctx.actor.accountId ?? nobody, set_at: ctx.now },
  });
  if (wish.untilOn !== null) await beginReview(ctx, id, wish.untilOn);
  told(ctx, { id, order_id: order.id, target: wish.target }, 'retention.hold-set');
  return { holdId: id };
}

const nobody = '00000000-0000-7000-8000-000000000000';

async function aboutOf(
  ctx: Context,
  order: Pick<orders.Order, 'id' | 'issue_id'>,
  target: HoldTarget,
): Promise<{ issue_id: string | null; person_index: Buffer | null }> {
  if (target === 'order') return { issue_id: null, person_index: null };
  if (target === 'issue') return { issue_id: order.issue_id, person_index: null };
  const index = await indexOf(ctx, order.id);
  refuseUnless(index, 'retention.no-number');
  return { issue_id: null, person_index: index };
}

/** 解除冻结. */
export async function liftHold(
  ctx: Context,
  { holdId, reason }: InputOf<typeof contract.liftHold>,
): Promise<{ done: true }> {
  const hold = await lockHold(ctx, holdId);
  demand(mayLift(ctx.actor, hold));
  await changeHold(ctx, holdId, {
    ...{ lifted_by: ctx.actor.accountId, lifted_at: ctx.now, lift_reason: reason },
  });
  await endReview(ctx, holdId);
  told(ctx, hold, 'retention.hold-lifted');
  return { done: true };
}

/** On its own chain and on that of the order it was set by. */
function told(
  ctx: Context,
  { id, order_id, target }: Pick<Hold, 'id' | 'order_id' | 'target'>,
  type: 'retention.hold-set' | 'retention.hold-lifted',
): void {
  tell(ctx, { kind: 'hold', id }, type, { order: order_id, target });
  tell(ctx, { kind: 'order', id: order_id }, type, { hold: id, target });
  announce(ctx, 'retention');
}
