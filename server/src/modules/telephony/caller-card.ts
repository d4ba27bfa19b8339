import type { telephony } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { nameOn, ordersOfPhone } from '../requesters/index.ts';
import { numberOf, viewCall } from './call-view.ts';
import { type Call, countSince, find } from './calls.repo.ts';
import { mayOpenCard } from './policy.ts';

type Card = ReplyOf<typeof telephony.callerCard>;

const shownOrders = 20;
const dayMs = 86_400_000;

/** 来电弹屏: who rings, what is still open of theirs, and what they asked before. Only for the person on the call. */
export async function callerCard(ctx: Context, { callId }: { callId: string }): Promise<Card> {
  const call = await find(ctx, callId);
  demand(mayOpenCard(ctx.actor, call));
  const number = numberOf(ctx, call);
  const rows = number ? await rowsOf(ctx, number) : [];
  return {
    call: await viewCall(ctx, call),
    name: await nameOf(ctx, rows),
    openOrders: rows.filter(({ status }) => orders.isOpen(status)),
    earlierOrders: rows.filter(({ status }) => !orders.isOpen(status)),
    callsIn30Days: await callsIn30Days(ctx, call),
  };
}

/**
 * An anonymous appeal is opened by its query code, never by a number that rings: beside a name it would be anonymous
 * no longer. Level 3 is for named readers only (domain 2.11).
 */
async function rowsOf(ctx: Context, number: string): Promise<orders.OrderRow[]> {
  const ids = await ordersOfPhone(ctx, number, { limit: shownOrders });
  const rows = await orders.orderRows(ctx, ids, 'as-said');
  return rows.filter(({ secrecy }) => secrecy < 2);
}

/** As the caller gave it last. */
async function nameOf(ctx: Context, rows: readonly orders.OrderRow[]): Promise<string | null> {
  for (const { id } of rows) {
    const name = await nameOn(ctx, id);
    if (name) return name;
  }
  return null;
}

async function callsIn30Days(ctx: Context, { number_index: index }: Call): Promise<number> {
  return index ? countSince(ctx, index, new Date(ctx.now.getTime() - 30 * dayMs)) : 0;
}
