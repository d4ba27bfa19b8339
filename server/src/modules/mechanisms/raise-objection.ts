import type { mechanisms as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { allowIf, demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { mechanismOf } from './definitions.repo.ts';
import { heldOrder } from './facts.repo.ts';
import { countsIn } from './groups.ts';
import { heldNow } from './held.repo.ts';
import { insertObjection, lockObjection, objectionsOf, ruleObjection } from './objections.repo.ts';
import { mayObject, mayRule } from './policy.ts';

/** 档案异议: what the shop says against an order that counts in its record, written down by the staff it turned to. */
export async function raiseObjection(
  ctx: Context,
  { orderId, reason }: InputOf<typeof contract.raiseObjection>,
): Promise<{ objectionId: string }> {
  await orders.lockVisible(ctx, orderId);
  demand(allowIf(mayObject(ctx.actor), 'identity.not-permitted'));
  const [held, order, before] = await Promise.all([
    heldNow(ctx, orderId),
    heldOrder(ctx, orderId),
    objectionsOf(ctx, orderId),
  ]);
  refuseUnless(held && order, 'mechanisms.not-held');
  const mechanism = await mechanismOf(ctx, held.mechanism);
  refuseUnless(countsIn(mechanism, order) === true, 'mechanisms.no-dossier');
  const isOpen = before.some(({ state }) => state === 'waiting');
  refuseUnless(!isOpen, 'mechanisms.objection-open');
  const id = ctx.newId();
  await insertObjection(ctx, { id, order_id: orderId, mechanism: mechanism.code, reason });
  const said = { objection: id, mechanism: mechanism.code };
  tell(ctx, { kind: 'order', id: orderId }, 'mechanisms.objection-raised', said);
  return { objectionId: id };
}

/** 复核异议 by somebody else; upheld, the order no longer counts in the record. */
export async function ruleOnObjection(
  ctx: Context,
  { objectionId, upheld, ruling }: InputOf<typeof contract.ruleOnObjection>,
): Promise<{ done: true }> {
  const objection = await lockObjection(ctx, objectionId);
  refuseUnless(objection, 'mechanisms.no-such-objection');
  await orders.lockVisible(ctx, objection.order_id);
  demand(mayRule(ctx.actor, objection));
  await ruleObjection(ctx, objectionId, { state: upheld ? 'upheld' : 'dismissed', ruling });
  const said = { objection: objectionId, mechanism: objection.mechanism, upheld };
  tell(ctx, { kind: 'order', id: objection.order_id }, 'mechanisms.objection-ruled', said);
  return { done: true };
}
