import type { nodes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { channels } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import { rowsFor, visibleAmong } from '../orders/index.ts';
import { areaNames, cityHour } from '../organisation/index.ts';
import { held as heldNode } from './nodes.repo.ts';
import { mostHits } from './orders-about.repo.ts';
import { ordersAbout, perhapsAbout, windowSpan } from './orders-about.ts';
import { mayRule } from './policy.ts';
import { type Ruling, rulingsOf } from './rulings.repo.ts';
import { held, ofObject, type WatchRow } from './watches.repo.ts';
import { lastOf, ordersOf, type ZeroOrder, type ZeroRow } from './zeros.repo.ts';

type Reply = ReplyOf<typeof contract.readZero>;
type Last = NonNullable<Reply['last']>;

/** 零投诉查询 as it was run last, and what a person should look at besides. */
export async function readZero(
  ctx: Context,
  { watchId }: InputOf<typeof contract.readZero>,
): Promise<Reply> {
  const watch = await held(ctx, watchId);
  const node = await heldNode(ctx, watch.node_id);
  const span = windowSpan(ctx, node);
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  const others = await ofObject(ctx, watch.object_id);
  const lasts = await lastOf(ctx, [watchId, ...others.map(({ id }) => id)]);
  const last = lasts.get(watchId);
  const about = await ordersAbout(ctx, watch, { span, most: mostHits });
  const perhaps = await perhapsAbout(ctx, about, span);
  return {
    last: last ? await lastView(ctx, watch, last) : null,
    perhaps: await plainRows(
      ctx,
      perhaps.map(({ id }) => id),
    ),
    ...(await together(ctx, others, lasts)),
    can: { work: mayRule(ctx.actor, watch, { node, today }).allowed },
  };
}

/** 各节点合计: an order counts once for each node and once in the sum, also where windows overlap or nest. */
async function together(
  ctx: Context,
  watches: readonly WatchRow[],
  lasts: ReadonlyMap<string, ZeroRow>,
): Promise<Pick<Reply, 'others' | 'together'>> {
  const rows = await Promise.all(
    watches.flatMap((one) => {
      const last = lasts.get(one.id);
      return last ? [rowOf(ctx, one, last)] : [];
    }),
  );
  const zeroIds = watches.flatMap(({ id }) => lasts.get(id)?.id ?? []);
  const orders = (await ordersOf(ctx, zeroIds)).filter(({ is_out }) => !is_out);
  return { others: rows, together: new Set(orders.map(({ order_id }) => order_id)).size };
}

async function rowOf(ctx: Context, watch: WatchRow, last: ZeroRow) {
  const { id, name, year } = await heldNode(ctx, watch.node_id);
  return { nodeId: id, name, year, breaks: last.breaks, isOver: last.is_over };
}

async function lastView(ctx: Context, watch: WatchRow, last: ZeroRow): Promise<Last> {
  const orders = await ordersOf(ctx, [last.id]);
  const [rulings, names] = await Promise.all([
    rulingsOf(ctx, watch.object_id),
    areaNames(ctx, [watch.county]),
  ]);
  const found = await foundRows(ctx, orders, rulings);
  const { from, names: said, aliases, things } = last.question;
  const isOut = new Set(orders.filter(({ is_out }) => is_out).map(({ order_id }) => order_id));
  return {
    zeroId: last.id,
    madeAt: last.made_at.toISOString(),
    breaks: last.breaks,
    isOver: last.is_over,
    from,
    until: last.until_at.toISOString(),
    ...{ names: said, aliases, things },
    countyName: names.get(watch.county) ?? watch.county,
    // 主动工单 is nobody's complaint: the query leaves it out, so it is not said to be looked through.
    channels: channels.filter((channel) => channel !== 'proactive'),
    coverage: last.coverage,
    breaking: found.filter(({ orderId }) => !isOut.has(orderId)),
    ruledOut: found.filter(({ orderId }) => isOut.has(orderId)),
  };
}

async function foundRows(
  ctx: Context,
  orders: readonly ZeroOrder[],
  rulings: ReadonlyMap<string, Ruling>,
): Promise<Last['breaking']> {
  const [rows, people] = await Promise.all([
    plainRows(
      ctx,
      orders.map(({ order_id }) => order_id),
    ),
    accountNames(
      ctx,
      [...rulings.values()].map(({ ruled_by }) => ruled_by),
    ),
  ]);
  return rows.flatMap((row) => {
    const own = orders.find(({ order_id }) => order_id === row.orderId);
    if (!own) return [];
    const ruling = rulings.get(row.orderId);
    return [
      {
        ...row,
        how: own.how,
        word: own.word,
        ruling: ruling
          ? {
              counts: ruling.counts,
              reason: ruling.reason,
              by: people.get(ruling.ruled_by ?? '') ?? '',
              at: ruling.ruled_at.toISOString(),
            }
          : null,
      },
    ];
  });
}

/** Those this person may see. */
async function plainRows(ctx: Context, ids: readonly string[]): Promise<Reply['perhaps']> {
  const seen = await visibleAmong(ctx, [...ids]);
  const rows = await rowsFor(
    ctx,
    ids.filter((id) => seen.has(id)),
  );
  return rows.map(({ id, orderNo, title, acceptedAt, channel, type, status, matterName }) => ({
    ...{ orderId: id, orderNo, title, acceptedAt, channel, type, status, matterName },
  }));
}
