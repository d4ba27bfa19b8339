import type { merging as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { countMembers, firstMembers, type Member } from './members.repo.ts';
import { mayTakeIn, mayUnmerge } from './policy.ts';

type Reply = ReplyOf<typeof contract.readMerging>;

/** 一并办理的: a unit reads how many people wait for its answer; which orders they are only where it may read those. */
export async function readMerging(ctx: Context, { orderId }: { orderId: string }): Promise<Reply> {
  const order = await orders.findVisible(ctx, orderId);
  const { members, people } = await countMembers(ctx, orderId);
  return {
    master: await masterOf(ctx, order),
    members,
    people: members === 0 ? 1 : people,
    rows: members === 0 ? [] : await rowsOf(ctx, await firstMembers(ctx, orderId)),
    mayMerge: mayTakeIn(ctx.actor, order).allowed,
    mayUnmerge: mayUnmerge(ctx.actor, order).allowed,
  };
}

async function masterOf(ctx: Context, order: orders.Order): Promise<Reply['master']> {
  if (order.merged_into === null) return null;
  const [id] = await orders.visibleAmong(ctx, [order.merged_into]);
  const master = id === undefined ? null : await orders.find(ctx, id);
  return master && { orderId: master.id, orderNo: master.order_no };
}

async function rowsOf(ctx: Context, members: readonly Member[]): Promise<Reply['rows']> {
  const at = new Map(members.map(({ order_id, merged_at }) => [order_id, merged_at]));
  const seen = await orders.visibleAmong(ctx, [...at.keys()]);
  const rows = await orders.rowsFor(ctx, [...seen]);
  return rows.map(({ id, orderNo, title, status, secrecy }) => ({
    ...{ orderId: id, orderNo, title, status, secrecy },
    mergedAt: (at.get(id) ?? ctx.now).toISOString(),
  }));
}
