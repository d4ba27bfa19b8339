import type { DeferralReason, LedgerState } from '@minsheng/contract/words/deferrals.ts';
import { type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { instantOf, type Place, pageRows } from '../../platform/keyset.ts';
import { keepsWords } from '../orders/index.ts';
import type { Milestones } from './requests.repo.ts';

keepsWords({
  table: 'deferrals.ledger',
  words: ['public_words'],
  lists: ['milestones'],
  areForAll: true,
});

/** 挂账台账 of one order. */
export interface Ledger extends Omit<Selectable<DB['deferrals.ledger']>, 'reason' | 'state'> {
  reason: DeferralReason;
  state: LedgerState;
}

interface NewLedger {
  orderId: string;
  unitCode: string;
  unitPath: string;
  reason: DeferralReason;
  publicWords: string;
  milestones: Milestones;
  reviewDueAt: Date;
}

/** A second time parked, it begins anew. */
export async function insertLedger(ctx: Context, one: NewLedger): Promise<void> {
  const row = {
    unit_code: one.unitCode,
    unit_path: one.unitPath,
    reason: one.reason,
    public_words: one.publicWords,
    milestones: JSON.stringify(one.milestones),
    parked_at: ctx.now,
    state: 'open' as const,
    review_due_at: one.reviewDueAt,
    is_review_late: false,
    cleared_at: null,
  };
  await tablesOf<'deferrals'>(ctx.tx)
    .insertInto('deferrals.ledger')
    .values({ city_id: ctx.cityId, order_id: one.orderId, ...row })
    .onConflict((conflict) => conflict.columns(['city_id', 'order_id']).doUpdateSet(row))
    .execute();
}

export async function ledgerOf(ctx: Context, orderId: string): Promise<Ledger | null> {
  const row = await tablesOf<'deferrals'>(ctx.tx)
    .selectFrom('deferrals.ledger')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return (row as Ledger | undefined) ?? null;
}

export async function changeLedger(
  ctx: Context,
  orderId: string,
  set: Omit<Updateable<DB['deferrals.ledger']>, 'city_id' | 'order_id'>,
): Promise<void> {
  await tablesOf<'deferrals'>(ctx.tx)
    .updateTable('deferrals.ledger')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .execute();
}

export interface Review {
  words_no: number;
  reviewed_at: Date;
}

export async function reviewsOf(ctx: Context, orderId: string): Promise<Review[]> {
  return tablesOf<'deferrals'>(ctx.tx)
    .selectFrom('deferrals.review')
    .select(['words_no', 'reviewed_at'])
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('no')
    .execute();
}

export async function insertReview(ctx: Context, orderId: string, wordsNo: number): Promise<void> {
  await tablesOf<'deferrals'>(ctx.tx)
    .insertInto('deferrals.review')
    .values((eb) => ({
      city_id: ctx.cityId,
      order_id: orderId,
      no: eb
        .selectFrom('deferrals.review')
        .select(sql<number>`count(*) + 1`.as('no'))
        .where('city_id', '=', ctx.cityId)
        .where('order_id', '=', orderId),
      words_no: wordsNo,
      reviewed_by: ctx.actor.accountId,
      reviewed_at: ctx.now,
    }))
    .execute();
}

/** For everybody: what is open, the longest parked first; what was cleared, the latest first. */
export async function publicPage(
  ctx: Context,
  { state, after }: { state: LedgerState; after: Place | null },
): Promise<Ledger[]> {
  const [way, beyond] = state === 'open' ? (['asc', '>'] as const) : (['desc', '<'] as const);
  let query = tablesOf<'deferrals'>(ctx.tx)
    .selectFrom('deferrals.ledger')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('state', '=', state)
    .orderBy('parked_at', way)
    .orderBy('order_id', way)
    .limit(pageRows + 1);
  if (after)
    query = query.where(
      sql<boolean>`(parked_at, order_id) ${sql.raw(beyond)} (${instantOf(after)}::timestamptz, ${after.id}::uuid)`,
    );
  return (await query.execute()) as Ledger[];
}

/** By state, the longest parked first. A unit's own and those below it; the centre's all. */
export async function ledgerPage(
  ctx: Context,
  { state, after, most }: { state: LedgerState; after: Place | null; most: number },
): Promise<Ledger[]> {
  let query = tablesOf<'deferrals'>(ctx.tx)
    .selectFrom('deferrals.ledger')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('state', '=', state)
    .orderBy('parked_at')
    .orderBy('order_id')
    .limit(most);
  if (ctx.actor.scope !== 'all') {
    const path = ctx.actor.unitPath ?? '';
    query = query.where((eb) =>
      eb.or([eb('unit_path', '=', path), eb('unit_path', 'like', `${path}/%`)]),
    );
  }
  if (after)
    query = query.where(
      sql<boolean>`(parked_at, order_id) > (${instantOf(after)}::timestamptz, ${after.id}::uuid)`,
    );
  return (await query.execute()) as Ledger[];
}
