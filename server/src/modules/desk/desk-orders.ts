import type { desk as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Desk } from '@minsheng/contract/words/desks.ts';
import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { cutPage, instantOf, type Place, pageRows, placeOf } from '../../platform/keyset.ts';
import { keptList } from '../../platform/prepared.ts';
import { demand } from '../../platform/refusal.ts';
import { type Claim, claimsOn, rowsFor, visibleTo } from '../orders/index.ts';
import { lastAnswers } from './last-answers.ts';
import { isLateDesk, type LateDesk, latePlaces } from './late-lists.ts';
import { mayOpen } from './policy.ts';

type Reply = ReplyOf<typeof contract.deskOrders>;

/** A desk as everybody of its post sees it; who has taken which order is said beside it. */
interface DeskRead {
  readonly page: Reply;
  readonly claims: ReadonlyMap<string, Claim>;
}

/** 中心工作台: one desk of orders, the most urgent first, among them the oldest. */
export async function deskOrders(
  ctx: Context,
  input: InputOf<typeof contract.deskOrders>,
): Promise<Reply> {
  return shownTo(ctx.actor, await readDesk(ctx, input));
}

export async function readDesk(
  ctx: Context,
  { desk, cursor }: InputOf<typeof contract.deskOrders>,
): Promise<DeskRead> {
  demand(mayOpen(ctx.actor, desk, 'orders'));
  const page = isLateDesk(desk)
    ? await lateOrders(ctx, desk, placeOf(cursor))
    : await ordersOn(ctx, desk, placeOf(cursor));
  const claims = await claimsOn(
    ctx,
    page.rows.map(({ id }) => id),
  );
  return { page, claims };
}

/** Whom an order is taken by is told to everybody but that person. */
export function shownTo({ accountId }: Actor, { page, claims }: DeskRead): Reply {
  const claimedBy = (id: string) => {
    const claim = claims.get(id);
    return claim && claim.by !== accountId ? claim.name : null;
  };
  return { ...page, rows: page.rows.map((row) => ({ ...row, claimedBy: claimedBy(row.id) })) };
}

async function ordersOn(ctx: Context, desk: Desk, after: Place | null): Promise<Reply> {
  const { shown, next } = cutPage(await placesOn(ctx, desk, after));
  const rows = await rowsFor(
    ctx,
    shown.map(({ orderId }) => orderId),
  );
  const said = desk === 'call-back' ? await lastAnswers(ctx, rows) : null;
  return {
    rows: rows.map((row) => ({ ...row, lastAnswer: said?.get(row.id) ?? null })),
    next,
    shownCap: pageRows,
  };
}

/** Of these a row says since when what it is about is late, not the order's own limit. */
async function lateOrders(ctx: Context, desk: LateDesk, after: Place | null): Promise<Reply> {
  const { shown, next } = cutPage(await latePlaces(ctx, desk, after));
  const dueAt = new Map(shown.map((place) => [place.orderId, place.dueAt.toISOString()]));
  const rows = await rowsFor(ctx, [...dueAt.keys()]);
  return {
    rows: rows.map((row) => ({
      ...row,
      stageDueAt: dueAt.get(row.id) ?? null,
      lastAnswer: null,
    })),
    next,
    shownCap: pageRows,
  };
}

type OrderPlace = Place & { orderId: string };

function placesOn(ctx: Context, desk: Desk, after: Place | null): Promise<OrderPlace[]> {
  switch (desk) {
    case 'to-check':
      return toCheck(ctx, after);
    case 'follow-up':
      return followUps(ctx, after);
    default:
      return inStatus(ctx, desk, after);
  }
}

const seen = (ctx: Context) =>
  readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .modifyFront(keptList)
    .where('o.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor))
    .limit(onePage);

/** A literal, so that a plan that is kept knows how few are wanted. */
const onePage = sql.lit(pageRows + 1);

/**
 * The rest of its urgency, then what is less urgent. Asked for both at once, a page where nearly all have one urgency is
 * planned as though nothing were left: all that wait are read and sorted.
 */
async function inStatus(ctx: Context, status: string, after: Place | null): Promise<OrderPlace[]> {
  // The status stands in the statement itself: only then does the index of open orders serve it.
  const open = seen(ctx)
    .select(['o.urgency as by', 'o.id', 'o.id as orderId'])
    .where(sql<SqlBool>`o.status = ${sql.lit(status)}`)
    .orderBy('o.urgency')
    .orderBy('o.id');
  if (!after) return open.execute();
  const alike = await open
    .where(sql<SqlBool>`o.urgency = ${after.by}`)
    .where('o.id', '>', after.id)
    .execute();
  if (alike.length > pageRows) return alike;
  const less = await open.where(sql<SqlBool>`o.urgency > ${after.by}`).execute();
  return [...alike, ...less].slice(0, pageRows + 1);
}

const toCheck = (ctx: Context, after: Place | null): Promise<OrderPlace[]> =>
  seen(ctx)
    .select(['o.urgency as by', 'o.id', 'o.id as orderId'])
    .where('o.to_check', '=', sql<boolean>`true`)
    .where(after ? sql<SqlBool>`o.id > ${after.id}::uuid` : always)
    .orderBy('o.id')
    .execute();

const followUps = async (ctx: Context, after: Place | null): Promise<OrderPlace[]> => {
  const at = after && instantOf(after);
  const read = await seen(ctx)
    .innerJoin('call_back.follow_up as f', (on) =>
      on.onRef('f.city_id', '=', 'o.city_id').onRef('f.order_id', '=', 'o.id'),
    )
    .select(['f.due_at', 'f.id', 'o.id as orderId'])
    .where(sql<SqlBool>`f.is_due and f.done_at is null`)
    .where(after ? sql<SqlBool>`(f.due_at, f.id) > (${at}, ${after.id}::uuid)` : always)
    .orderBy('f.due_at')
    .orderBy('f.id')
    .execute();
  return read.map(({ due_at, ...row }) => ({ ...row, by: due_at.toISOString() }));
};

const always = sql<SqlBool>`true`;
