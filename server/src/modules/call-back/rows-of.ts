import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';

interface Concern {
  order_id: string;
  unit_code: string;
}

/** One row for each, as this person may read its order; whose order they do not see is left out. */
export async function rowsOf<One extends Concern>(ctx: Context, shown: readonly One[]) {
  const [rows, units] = await Promise.all([
    orders.rowsFor(ctx, [...new Set(shown.map(({ order_id }) => order_id))]),
    organisation.unitsIfKnown(ctx, [...new Set(shown.map(({ unit_code }) => unit_code))]),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return shown.flatMap((one) => {
    const order = byId.get(one.order_id);
    return order ? [{ order, unit: organisation.briefOf(units, one.unit_code), one }] : [];
  });
}
