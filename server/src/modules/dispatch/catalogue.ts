import type { Context } from '../../platform/context.ts';
import * as calendar from '../calendar/index.ts';
import type { Order } from '../orders/index.ts';
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
