import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { faultOf, isBlank } from '../matters/index.ts';
import type * as orders from '../orders/index.ts';
import { changeHeld, heldNow, insertHeld } from './held.repo.ts';
import { type Fitting, mechanismFor } from './mechanism-for.ts';
import { sendBy, settleBy } from './mechanism-waits.ts';
import { keepValue, valuesOf } from './values.repo.ts';

/** 归入机制: the order comes under the mechanism that fits it now, and leaves one that fits no more. The caller holds it. */
export async function hold(ctx: Context, order: orders.Order): Promise<Mechanism | null> {
  const [before, fitting] = await Promise.all([heldNow(ctx, order.id), mechanismFor(ctx, order)]);
  const subject = { kind: 'order', id: order.id } as const;
  if (before && before.mechanism !== fitting?.mechanism.code) {
    await changeHeld(ctx, before, { ended_at: ctx.now });
    tell(ctx, subject, 'mechanisms.left', { mechanism: before.mechanism });
  }
  if (!fitting) return null;
  const { mechanism, because } = fitting;
  if (before?.mechanism !== mechanism.code) {
    await insertHeld(ctx, {
      orderId: order.id,
      mechanism: mechanism.code,
      because: [...because],
    });
    tell(ctx, subject, 'mechanisms.held', {
      mechanism: mechanism.code,
      because: reasonsOf(because),
    });
    await sendBy(ctx, order, mechanism);
  }
  await takeOver(ctx, order, fitting);
  return mechanism;
}

/** Kinds of reasons only: a zone's name is the city's data. */
const reasonsOf = (because: readonly string[]): string[] =>
  because.map((reason) => reason.split(':')[0] ?? reason);

/** 取自受理: what the appeal answered already is not asked for twice, and nothing a person filled in is written over. */
async function takeOver(
  ctx: Context,
  { id }: orders.Order,
  { mechanism, answers }: Fitting,
): Promise<void> {
  const known = await valuesOf(ctx, id);
  for (const field of mechanism.form) {
    const value = field.from === null ? undefined : answers[field.from];
    if (value === undefined || known.has(field.code) || isBlank(value)) continue;
    if (faultOf(field, value) === null)
      await keepValue(ctx, { orderId: id, mechanism, field, value });
  }
  await settleBy(ctx, id, mechanism);
}
