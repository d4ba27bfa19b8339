import type { Context } from '../../platform/context.ts';
import * as calendar from '../calendar/index.ts';
import type { Order } from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { rowsFor } from './catalogue.repo.ts';
import { type Suggestions, suggestUnit, type UnitSuggestion } from './suggest-unit.ts';

type Placed = Pick<Order, 'matter_code' | 'area_code'>;

/** What the catalogue says for an order at this hour, the most particular row first. */
export async function suggestionsFor(ctx: Context, order: Placed): Promise<Suggestions> {
  const [rows, day] = await Promise.all([
    rowsFor(ctx, order.matter_code),
    calendar.dayFacts(ctx, ctx.now),
  ]);
  return suggestUnit({ matterCode: order.matter_code, areaCode: order.area_code, ...day }, rows);
}

/** The row that rules an order, if the catalogue has one. */
export async function ruleFor(ctx: Context, order: Placed): Promise<UnitSuggestion | null> {
  return (await suggestionsFor(ctx, order)).ranked[0] ?? null;
}

/** 直达一线: the front line gets it in the same second as its superior, who is copied (domain D3). */
export async function copiesFor(ctx: Context, rule: UnitSuggestion): Promise<string[]> {
  if (!rule.direct) return [];
  const [lead] = await organisation.unitsIfKnown(ctx, [rule.lead]);
  const [superior] = await organisation.unitsIfKnown(ctx, lead?.parent ? [lead.parent] : []);
  const isNew =
    superior?.takes_orders && ![...rule.assists, ...rule.linkage].includes(superior.code);
  return superior && isNew ? [superior.code] : [];
}
