import type { LedgerBox } from '@minsheng/contract/words/ledgers.ts';
import { type Insertable, type SqlBool, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { visibleTo } from './visible-to.ts';

const visible = (ctx: Context) => {
  const query = readerOf(ctx.tx)
    .selectFrom('ledgers.ledger as l')
    .selectAll('l')
    .where('l.city_id', '=', ctx.cityId);
  if (ctx.actor.has('ledgers.lead') && !ctx.actor.orderId) return query;
  return query.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('ledgers.site as s')
        .select('s.id')
        .where('s.city_id', '=', ctx.cityId)
        .whereRef('s.ledger_id', '=', 'l.id')
        .where(visibleTo(ctx.actor)),
    ),
  );
};

/** One this person may see; another is refused like one that is not there: `ledgers.no-such-ledger`. */
export async function findVisible(ctx: Context, id: string): Promise<Ledger> {
  const row = await visible(ctx).where('l.id', '=', id).executeTakeFirst();
  refuseUnless(row, 'ledgers.no-such-ledger');
  return ledgerOf(row);
}

/** The same, held: two people never give one number, nor is a site added while somebody closes. */
export async function lockVisible(ctx: Context, id: string): Promise<Ledger> {
  const row = await visible(ctx).where('l.id', '=', id).forUpdate('l').executeTakeFirst();
  refuseUnless(row, 'ledgers.no-such-ledger');
  return ledgerOf(row);
}

/** The latest first. */
export async function latest(
  ctx: Context,
  { box, before, most }: { box: LedgerBox; before: string | null; most: number },
): Promise<Ledger[]> {
  let query = visible(ctx).orderBy('l.id', 'desc').limit(most);
  if (box === 'open') query = query.where('l.closed_at', 'is', null);
  if (box === 'closed') query = query.where('l.closed_at', 'is not', null);
  if (before !== null) query = query.where('l.id', '<', before);
  return (await query.execute()).map(ledgerOf);
}

export async function insert(
  ctx: Context,
  row: Omit<Insertable<DB['ledgers.ledger']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'ledgers'>(ctx.tx)
    .insertInto('ledgers.ledger')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

/** 点位序号: the first of so many new ones. */
export async function takeNumbers(ctx: Context, id: string, count: number): Promise<number> {
  const { last_no } = await tablesOf<'ledgers'>(ctx.tx)
    .updateTable('ledgers.ledger')
    .set({ last_no: sql<number>`last_no + ${count}` })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .returning('last_no')
    .executeTakeFirstOrThrow();
  return last_no - count + 1;
}

export async function markClosed(ctx: Context, id: string, words: string): Promise<void> {
  await tablesOf<'ledgers'>(ctx.tx)
    .updateTable('ledgers.ledger')
    .set({ closed_at: ctx.now, closed_by: ctx.actor.accountId, closed_words: words })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export interface Sums {
  readonly sites: number;
  readonly advanced: number;
  readonly closed: number;
  readonly writtenOff: number;
  readonly late: number;
}
export const noSums: Sums = { sites: 0, advanced: 0, closed: 0, writtenOff: 0, late: 0 };

/** 现况 of these ledgers over the sites this person may see. A site struck out stands in no other sum. */
export async function sumsOf(
  ctx: Context,
  ledgers: readonly Ledger[],
  today: string,
): Promise<Map<string, Sums>> {
  if (ledgers.length === 0) return new Map();
  const count = (which: ReturnType<typeof sql<SqlBool>>) =>
    sql<number>`count(*) filter (where ${which})::int`;
  const kept = sql<SqlBool>`s.written_off_reason is null`;
  const rows = await readerOf(ctx.tx)
    .selectFrom('ledgers.site as s')
    .innerJoin('ledgers.ledger as l', (join) =>
      join.onRef('l.city_id', '=', 's.city_id').onRef('l.id', '=', 's.ledger_id'),
    )
    .select([
      's.ledger_id',
      count(kept).as('sites'),
      count(sql<SqlBool>`${kept} and s.state <> l.path #>> '{states,0,code}'`).as('advanced'),
      count(sql<SqlBool>`${kept} and s.ended_at is not null`).as('closed'),
      count(sql<SqlBool>`s.written_off_reason is not null`).as('writtenOff'),
      count(sql<SqlBool>`s.ended_at is null and s.plan_on < ${today}::date`).as('late'),
    ])
    .where('s.city_id', '=', ctx.cityId)
    .where(
      's.ledger_id',
      'in',
      ledgers.map(({ id }) => id),
    )
    .where(visibleTo(ctx.actor))
    .groupBy('s.ledger_id')
    .execute();
  return new Map(rows.map(({ ledger_id, ...sums }) => [ledger_id, sums]));
}
