import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';

/** More than so many are no repeats. */
const mostRepeats = 20;

/** 重复件 of orders that move: only while they repeat it alone, because a group is not moved by one of it. Held. */
export async function repeatsOf(
  ctx: Context,
  moving: readonly orders.Order[],
): Promise<orders.Order[]> {
  const members = await orders.ordersOfIssues(
    ctx,
    moving.map(({ issue_id }) => issue_id),
    moving.length * mostRepeats,
  );
  const own = new Set(moving.map(({ id }) => id));
  const grouped = Map.groupBy(members, ({ issueId }) => issueId);
  const repeats = [...grouped.values()].flatMap((group) => {
    const others = group.filter(({ id }) => !own.has(id));
    return others.every(({ repeatOf }) => repeatOf !== null) ? others : [];
  });
  return repeats.length === 0
    ? []
    : orders.lockAll(
        ctx,
        repeats.map(({ id }) => id),
      );
}
