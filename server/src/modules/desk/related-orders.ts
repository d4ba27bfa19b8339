import type { orders as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { keptList } from '../../platform/prepared.ts';
import { meaningOfRepeat } from '../intake/index.ts';
import { find, type Order, rowsFor, visibleTo } from '../orders/index.ts';

type Related = ReplyOf<typeof contract.orderPage>['related'];

const mostRelated = 50;

/** 关联工单: of the same issue, the one this repeats, and those that repeat it; only what this person may see. */
export async function relatedTo(ctx: Context, order: Order): Promise<Related> {
  const found = await readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .modifyFront(keptList)
    .select(['o.id', 'o.repeat_of'])
    .where('o.city_id', '=', ctx.cityId)
    .where((eb) =>
      eb.or([
        eb('o.issue_id', '=', order.issue_id),
        ...(order.repeat_of ? [eb('o.id', '=', order.repeat_of)] : []),
      ]),
    )
    .where('o.id', '<>', order.id)
    .where(visibleTo(ctx.actor))
    // What it repeats is shown however many others there are.
    .orderBy((eb) => eb('o.id', '=', order.repeat_of ?? order.id), 'desc')
    .orderBy('o.id', 'desc')
    .limit(sql.lit(mostRelated))
    .execute();
  const repeats = new Map(found.map(({ id, repeat_of }) => [id, repeat_of]));
  const rows = await rowsFor(
    ctx,
    found.map(({ id }) => id),
  );
  const first = order.repeat_of === null ? null : await find(ctx, order.repeat_of);
  return rows.map(({ id, orderNo, title, status }) => ({
    orderId: id,
    orderNo,
    title,
    status,
    relation: relationOf(order, id, repeats.get(id) ?? null),
    meaning: first?.id === id ? meaningOfRepeat(first, order.accepted_at) : null,
  }));
}

function relationOf(
  order: Order,
  otherId: string,
  otherRepeats: string | null,
): Related[number]['relation'] {
  if (otherId === order.repeat_of) return 'repeat-of';
  return otherRepeats === order.id ? 'repeated-by' : 'same-issue';
}
