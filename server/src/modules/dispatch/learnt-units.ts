import type { dispatch } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as learning from '../learning/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';

export interface LearntUnits {
  /** Which model says so; null where none does. */
  readonly model: string | null;
  readonly units: ReplyOf<typeof dispatch.suggestion>['learnt'];
  /** Decided orders with much the same words; whoever shows them asks who may see them. */
  readonly alike: readonly string[];
}

/**
 * 历史相似办件: to whom people sent much the same before, of those that answer for the place and take orders; what another
 * county's bureau was sent speaks for the same bureau of this one. It stands under the catalogue, which outranks it.
 */
export async function learntUnits(ctx: Context, order: orders.Order): Promise<LearntUnits> {
  const text = orders.appealText(await orders.textsOf(ctx, order.id));
  if (!text) return { model: null, units: [], alike: [] };
  const { labels, model, alike } = await learning.suggestLabels(ctx, 'unit', {
    title: text.title,
    content: text.content,
    matterCode: order.matter_code,
    areaCode: order.area_code,
  });
  const known = await organisation.unitsIfKnown(
    ctx,
    labels.map(({ label }) => label),
  );
  const byCode = new Map(known.map((unit) => [unit.code, unit]));
  const units = labels.flatMap(({ label, probability, words }) => {
    const unit = byCode.get(label);
    if (!unit?.takes_orders) return [];
    const { code, name, kind } = unit;
    return [{ code, name, kind, probability, words: [...words] }];
  });
  return { model, units, alike: alike.filter((id) => id !== order.id) };
}
