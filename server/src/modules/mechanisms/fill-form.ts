import type { mechanisms as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { faultOf, isBlank } from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { isAtWork } from './at-work.repo.ts';
import { mechanismOf } from './definitions.repo.ts';
import { heldNow } from './held.repo.ts';
import { settleBy } from './mechanism-waits.ts';
import { mayFill } from './policy.ts';
import { keepValue, valuesOf } from './values.repo.ts';

/** 填写机制表单: each field by whoever works at its stage; what stood before stays in the history. */
export async function fillForm(
  ctx: Context,
  { orderId, values }: InputOf<typeof contract.fillForm>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  const held = await heldNow(ctx, orderId);
  refuseUnless(held, 'mechanisms.not-held');
  const mechanism = await mechanismOf(ctx, held.mechanism);
  const [works, known] = await Promise.all([isAtWork(ctx, orderId), valuesOf(ctx, orderId)]);
  const changed: string[] = [];
  for (const [code, said] of Object.entries(values)) {
    const field = mechanism.form.find((one) => one.code === code);
    refuseUnless(field, 'mechanisms.no-such-field', { mechanism: mechanism.name, field: code });
    demand(mayFill(ctx.actor, order, field, works));
    const value = isBlank(said) ? null : said;
    const reason = value === null ? null : faultOf(field, value);
    refuseUnless(reason === null, 'mechanisms.bad-value', {
      label: field.label,
      reason: reason ?? '',
    });
    if (value === (known.get(code)?.value ?? null)) continue;
    await keepValue(ctx, { orderId, mechanism, field, value });
    changed.push(code);
  }
  if (changed.length === 0) return { done: true };
  if (mechanism.settleBy && changed.includes(mechanism.settleBy.field))
    await settleBy(ctx, orderId, mechanism);
  const said = { mechanism: mechanism.code, fields: changed };
  tell(ctx, { kind: 'order', id: orderId }, 'mechanisms.form-filled', said);
  return { done: true };
}
