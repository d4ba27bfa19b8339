import type pg from 'pg';
import { closedEvents } from './closed-chain.ts';
import { cityId } from './complete-rows.ts';
import { keepPart } from './loaded-parts.ts';

/** What a closed order of an older month keeps. */
export const closedTables = [
  'issues.issue',
  'orders.order',
  'orders.text',
  'orders.search',
  'dispatch.assignment',
  'platform.event',
] as const;

export interface ClosedMonth {
  /** 'YYYY-MM' */
  readonly month: string;
  readonly rows: number;
  /** Of all closed orders the number of the first of this month. */
  readonly firstNo: number;
}

export const partOfMonth = (month: string): string => `closed ${month}`;

/**
 * One month by whole sets, in one transaction: rows into tables that stand alone, then their indexes by attaching them.
 * What was cut leaves nothing of the month behind.
 */
export async function loadClosedMonth(pool: pg.Pool, wish: ClosedMonth): Promise<void> {
  const begun = performance.now();
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local synchronous_commit = off');
    await client.query("set local maintenance_work_mem = '512MB'");
    await client.query(rowsOfMonth, [`${wish.month}-01`, wish.rows, wish.firstNo]);
    await client.query('analyze bench_row');
    for (const table of closedTables) {
      const alone = aloneOf(table, wish.month);
      await client.query(
        `create table ${alone} (like ${table} including defaults including constraints including generated including storage)`,
      );
      await client.query(inserts[table](alone), [cityId]);
    }
    await attach(client, wish.month);
    await client.query('select platform.make_month($1)', [wish.month]);
    const seconds = (performance.now() - begun) / 1000;
    await keepPart(client, { part: partOfMonth(wish.month), rows: wish.rows, seconds });
    await client.query('commit');
    for (const table of closedTables)
      await client.query(`vacuum (freeze, analyze) ${aloneOf(table, wish.month)}`);
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const aloneOf = (table: string, month: string): string => `${table}_${month.replace('-', '_')}`;

/** As `platform.make_month` does it, but when the rows are there. */
async function attach(client: pg.PoolClient, month: string): Promise<void> {
  const { rows } = await client.query<{ from: string; until: string }>(
    `select platform.first_id($1::timestamptz)::text as from,
       platform.first_id($1::timestamptz + interval '1 month')::text as until`,
    [`${month}-01T00:00:00Z`],
  );
  const [bounds] = rows;
  if (!bounds) throw new Error(`${month} has no bounds`);
  for (const table of closedTables) {
    const alone = aloneOf(table, month);
    await client.query(
      `alter table ${table} attach partition ${alone} for values from ('${bounds.from}') to ('${bounds.until}')`,
    );
  }
  // Row triggers follow from the parent, statement triggers do not.
  await client.query(
    `create trigger no_truncate before truncate on ${aloneOf('platform.event', month)}
     execute function platform.refuse_change()`,
  );
}

/** A UUIDv7 of that instant, one of its own for every kind of thing. */
const idOf = (kind: number): string =>
  `replace(platform.first_id(at)::text, '-0000-0000-000000000000', '-7000-8000-00000000000${kind}')::uuid`;

const rowsOfMonth = `
  create temporary table bench_row on commit drop as
  select n as no, at, ${idOf(1)} as id, ${idOf(2)} as issue_id, ${idOf(3)} as duty_id,
    (array['350602', '350603', '350622', '350623', '350624', '350625', '350626'])[1 + n % 7] || '001000' as area_code,
    '350600-' || to_char(at at time zone 'UTC', 'YYYYMMDD') || '-' || (20000000 + n) as order_no,
    s.no as sentence_no, l.no as lane_no, u.no as unit_no, s.matter_code, u.code as unit_code, u.path as unit_path
  from (
    select $3::integer + nth as n,
      date_trunc('milliseconds', start + nth * ((start + interval '1 month' - start) / $2::integer)) as at
    from (select $1::date at time zone 'UTC' as start) as month, generate_series(0, $2::integer - 1) as nth
  ) as made
  join public.bench_sentence as s on s.no = (n::bigint * 7919) % (select count(*) from public.bench_sentence)
  join public.bench_lane as l on l.no = (n::bigint * 104729) % (select count(*) from public.bench_lane)
  join public.bench_old_unit as u on u.no = n % (select count(*) from public.bench_old_unit)`;

const after = (hours: number): string => `at + interval '${hours} hours'`;

const inserts: Readonly<Record<(typeof closedTables)[number], (table: string) => string>> = {
  'issues.issue': (table) => `
    insert into ${table} (city_id, id, matter_code, area_code, opened_at, appeals)
    select $1, issue_id, matter_code, area_code, at, 1 from bench_row`,
  'orders.order': (table) => `
    insert into ${table}
      (city_id, id, order_no, status, status_since, issue_id, type, matter_code, area_code, urgency, secrecy, channel,
       accepted_at, result, needs_reply, needs_call_back, limit_class, limit_version, lead_unit, lead_path, due_at,
       promise_at, dispatched_at, replied_at, closed_at, close_kind)
    select $1, id, order_no, 'closed', ${after(50)}, issue_id, 'QZ', matter_code, area_code, 'U3', 0, 'phone',
      at, 'dispatch', true, true, 'N5', 'bench', unit_code, unit_path, ${after(120)},
      ${after(120)}, ${after(1)}, ${after(45)}, ${after(50)}, 'solved'
    from bench_row`,
  'orders.text': (table) => `
    insert into ${table} (city_id, order_id, no, kind, title, content, address, at)
    select $1, r.id, 1, 'appeal', left(l.lane || s.content, 24), l.lane || s.content, l.lane, r.at
    from bench_row as r
    join public.bench_sentence as s on s.no = r.sentence_no
    join public.bench_lane as l on l.no = r.lane_no`,
  'orders.search': (table) => `
    insert into ${table} (city_id, order_id, words, bigrams)
    select $1, r.id,
      s.words || l.words || u.words || array_to_tsvector(
        string_to_array(r.order_no, '-') || array[replace(r.order_no, '-', '')]),
      s.bigrams || l.bigrams || u.bigrams
    from bench_row as r
    join public.bench_sentence as s on s.no = r.sentence_no
    join public.bench_lane as l on l.no = r.lane_no
    join public.bench_old_unit as u on u.no = r.unit_no`,
  'dispatch.assignment': (table) => `
    insert into ${table}
      (city_id, order_id, id, unit_code, unit_path, unit_kind, role, state, round, urgency, sent_at, sign_due_at,
       contact_due_at, due_at, original_due_at, signed_late, signed_at, contacted_at, submitted_at, done_at, rings, limits)
    select $1, id, duty_id, unit_code, unit_path, 'department', 'lead', 'done', 0, 'U3', ${after(1)}, ${after(9)},
      ${after(9)}, ${after(120)}, ${after(120)}, false, ${after(3)}, ${after(5)}, ${after(40)}, ${after(45)}, 0,
      '{"code": "N5"}'
    from bench_row`,
  'platform.event': closedEvents,
};
