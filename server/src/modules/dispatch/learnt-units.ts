import type { dispatch } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as learning from '../learning/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { liesIn, placeLevels } from './place-levels.ts';

type Learnt = ReplyOf<typeof dispatch.suggestion>['learnt'];

/** 历史相似办件: to whom people sent much the same before. It stands under the catalogue, which outranks it. */
export async function learntUnits(ctx: Context, order: orders.Order): Promise<Learnt> {
  const text = orders.appealText(await orders.textsOf(ctx, order.id));
  if (!text) return [];
  const { labels } = await learning.suggestLabels(ctx, 'unit', {
    title: text.title,
    content: text.content,
    matterCode: order.matter_code,
    areaCode: order.area_code,
  });
  const units = await organisation.unitsIfKnown(
    ctx,
    labels.map(({ label }) => label),
  );
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return labels.flatMap(({ label, probability, words }) => {
    const unit = byCode.get(label);
    if (!unit?.takes_orders || !isOnLine(unit.area, order.area_code)) return [];
    const { code, name, kind } = unit;
    return [{ code, name, kind, probability, words: [...words] }];
  });
}

/** A unit of another county answered for another place, however alike the words are. */
const isOnLine = (one: string, other: string): boolean =>
  liesIn(placeLevels(one), other) || liesIn(placeLevels(other), one);
