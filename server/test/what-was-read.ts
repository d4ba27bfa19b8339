import { sql } from 'kysely';
import type { Context } from '../src/platform/context.ts';

/**
 * How many rows this transaction read by going through one of these tables, or a month of it. An empty month
 * costs nothing: that the planner goes through one says what another test left of its statistics, and no more.
 */
export async function rowsScanned(ctx: Context, tables: readonly string[]): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select coalesce(sum(seq_tup_read), 0)::integer as read
    from pg_stat_xact_user_tables
    where schemaname || '.' || regexp_replace(relname, '_\\d{4}_\\d{2}$', '') = any (${[...tables]}::text[])`.execute(
    ctx.tx,
  );
  return rows[0]?.read ?? 0;
}

/** The same, and beside it how many it read in all, by whichever index: a long way along an index is no better than none. */
export async function rowsRead(
  ctx: Context,
  tables: readonly string[],
): Promise<{ scanned: number; all: number }> {
  const { rows } = await sql<{ scanned: number; all: number }>`
    select coalesce(sum(seq_tup_read), 0)::integer as scanned,
      coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::integer as all
    from pg_stat_xact_user_tables
    where schemaname || '.' || regexp_replace(relname, '_\\d{4}_\\d{2}$', '') = any (${[...tables]}::text[])`.execute(
    ctx.tx,
  );
  return rows[0] ?? { scanned: 0, all: 0 };
}

/** Months before and after this one with nothing in them, as every database has: beside them a plan may be another one. */
export async function emptyMonthsAround(ctx: Context): Promise<void> {
  for (const months of [-2, -1, 1])
    await sql`
      select platform.make_month(to_char(
        ${ctx.now}::timestamptz at time zone 'UTC' + ${months} * interval '1 month', 'YYYY-MM'))`.execute(
      ctx.tx,
    );
}
