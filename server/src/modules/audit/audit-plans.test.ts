import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Context } from '../../platform/context.ts';
import { type LineFilter, linesOf } from './lines.repo.ts';

const lines = 60_000;

/** So many lines within a month, of two hundred people and five hundred actions, about orders of twenty lines each. */
async function manyLines({ tx, cityId, now }: Context): Promise<void> {
  await sql`
    insert into platform.audit_line
      (city_id, at, id, word, method, path, actor_kind, actor_id, unit_code, facts, refusal)
    select ${cityId}, ${now}::timestamptz + no * interval '10 seconds', gen_random_uuid(),
      'word ' || no % 500, 'GET', '/orders/:orderId', 'staff',
      ('00000000-0000-4000-8000-' || lpad((no % 200)::text, 12, '0'))::uuid, null,
      case when no % 10 = 0 then jsonb_build_object('accountId', 'account ' || no % 3000)
        else jsonb_build_object('orderId', 'order ' || no % 3000) end, null
    from generate_series(1, ${lines}::int) as no`.execute(tx);
  await sql`analyze platform.audit_line`.execute(tx);
}

/** Rows of the log touched so far, by whatever way. */
async function touched({ tx }: Context): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::integer as read
    from pg_stat_xact_user_tables
    where schemaname = 'platform' and relname like 'audit_line%'`.execute(tx);
  return rows[0]?.read ?? 0;
}

test(
  'a page of a month is found without going through the month',
  inCity(async ({ ctx }) => {
    await manyLines(ctx);
    const all: LineFilter = {
      from: ctx.now,
      until: new Date(ctx.now.getTime() + 10 * lines * 1000),
      accountId: null,
      word: null,
      object: null,
      refusedOnly: false,
      changesOnly: false,
      before: null,
      limit: 51,
    };
    const asked: readonly (readonly [string, Partial<LineFilter>, number])[] = [
      ['the latest', {}, 51],
      ['an account', { accountId: '00000000-0000-4000-8000-000000000007' }, 51],
      ['an action', { word: 'word 7' }, 51],
      ['an order', { object: { is: 'order', id: 'order 7' } }, 20],
      ['an account acted on', { object: { is: 'account', id: 'account 10' } }, 20],
      ['a later page', { before: { at: new Date(ctx.now.getTime() + 9e7), id: zero } }, 51],
    ];
    for (const [what, filter, expected] of asked) {
      const before = await touched(ctx);
      const found = await linesOf(ctx, { ...all, ...filter });
      expect(found, what).toHaveLength(expected);
      expect((await touched(ctx)) - before, what).toBeLessThan(400);
    }
  }),
);

const zero = '00000000-0000-4000-8000-000000000000';
