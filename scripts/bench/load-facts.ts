import { createHash } from 'node:crypto';
import type pg from 'pg';
import { factsOf, masksOf, type Rules } from '../../server/src/modules/indicators/index.ts';
import { monthMaker } from '../../server/src/platform/months.ts';
import { cityId } from './complete-rows.ts';
import { type Happened, histories } from './fact-histories.ts';

const batch = 100_000;
const dayMs = 86_400_000;
/** So many orders have their events too, to be made anew. */
export const withEvents = 200;

export interface Loaded {
  readonly first: Date;
  readonly stepMs: number;
  readonly facts: number;
  /** Facts with all their indexes, and the sums of them. */
  readonly bytes: number;
  readonly minutes: number;
}

interface Wish {
  readonly count: number;
  readonly until: Date;
  readonly rules: Rules;
  /** The sums of a month, out of its facts. */
  readonly addUp: (month: string) => Promise<unknown>;
}

/**
 * Thin orders of a year with their facts, by whole sets: what the program would make of a few histories, moved to each
 * order's own instant, county and unit. What an earlier run has loaded is used again.
 */
export async function loadFacts(
  pool: pg.Pool,
  wish: Wish,
  say: (line: string) => void,
): Promise<Loaded> {
  const known = await loadedBefore(pool, wish.count);
  if (known) return known;
  const from = performance.now();
  const first = new Date(wish.until.getTime() - 365 * dayMs);
  const stepMs = Math.floor((365 * dayMs) / wish.count);
  await loadRows(pool, { ...wish, first, stepMs }, say);
  await pool.query(eventsOf(first, stepMs));
  const { rows: months } = await pool.query(
    `select distinct to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as month from indicators.fact order by 1`,
  );
  for (const { month } of months) {
    await wish.addUp(month);
    say(`  ${month} added up`);
  }
  await pool.query('vacuum analyze');
  const minutes = Math.round((performance.now() - from) / 6000) / 10;
  await pool.query(`
    create table public.bench_load (count integer, first timestamptz, "stepMs" integer, minutes float8, facts integer, bytes bigint)`);
  const { rows } = await pool.query(keptSql, [wish.count, first, stepMs, minutes]);
  say(`  ${rows[0].facts} facts, ${rows[0].bytes} bytes, ${minutes} minutes`);
  return { ...rows[0], first, stepMs, minutes };
}

const keptSql = `
  with load as (select $1::integer as count, $2::timestamptz as first, $3::integer as "stepMs", $4::float8 as minutes,
    (select count(*)::int from indicators.fact) as facts,
    (select sum(pg_total_relation_size(c.oid))::bigint from pg_class as c
     where c.relnamespace = 'indicators'::regnamespace and c.relkind = 'r') as bytes)
  insert into public.bench_load select * from load returning *`;

async function loadedBefore(pool: pg.Pool, count: number): Promise<Loaded | null> {
  const { rows: found } = await pool.query(
    `select to_regclass('public.bench_load') is not null as is`,
  );
  if (!found[0].is) return null;
  const { rows } = await pool.query('select * from public.bench_load');
  if (rows[0].count !== count) throw new Error(`${rows[0].count} orders lie in this folder.`);
  return rows[0];
}

async function loadRows(
  pool: pg.Pool,
  { count, until, rules, first, stepMs }: Wish & Pick<Loaded, 'first' | 'stepMs'>,
  say: (line: string) => void,
): Promise<void> {
  // Only the loading need not be durable at once: the measured part runs on connections of its own.
  await pool.query('set synchronous_commit = off');
  const ensureMonth = monthMaker(pool);
  for (let at = first.getTime(); at < until.getTime() + 31 * dayMs; at += 27 * dayMs)
    await ensureMonth(new Date(at));
  await pool.query(templates(first, rules));
  const indexes = await takeIndexes(pool);
  for (let from = 0; from < count; from += batch) {
    const to = Math.min(from + batch, count) - 1;
    for (const statement of [ordersSql, factsSql])
      await pool.query(statement, [cityId, first, stepMs, from, to]);
    say(`  ${to + 1} of ${count} orders loaded`);
  }
  for (const definition of indexes) await pool.query(definition);
  await pool.query('vacuum analyze indicators.fact');
}

/** Made again in one go after the loading, as any bulk load does; answers their definitions. */
async function takeIndexes(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index
     where indrelid = 'indicators.fact'::regclass and not indisprimary`,
  );
  for (const { name } of rows) await pool.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON '));
}

/** The rows of each history, as spans from the instant the order came in. */
function templates(base: Date, rules: Rules): string {
  const values = spread(base).flatMap((events, kind) => {
    const told = events.map(({ type, hours, data }) => ({ type, data, at: after(base, hours) }));
    const facts = factsOf(told, rules)?.facts ?? [];
    return facts.map((fact, no) => {
      const masks = masksOf(fact);
      const ms = fact.at.getTime() - base.getTime();
      const waits = fact.waitsUntil ? fact.waitsUntil.getTime() - base.getTime() : 'null';
      const bits = [masks.raw_counted, masks.raw_met, masks.counted, masks.met, masks.unknown];
      return `(${[kind, no + 1, ms, waits, fact.holder !== null, ...bits, masks.amount ?? 'null']})`;
    });
  });
  return `
    create table public.bench_unit as
    select code, path, (row_number() over (order by code) - 1)::int as no
    from organisation.unit where city_id = ${cityId} order by code limit 200;
    create table public.bench_fact (kind, no, ms, waits_ms, held, raw_counted, raw_met, counted, met, unknown, amount)
    as select v.a, v.b, v.c::bigint, v.d::bigint, v.e, v.f::bigint, v.g::bigint, v.h::bigint, v.i::bigint, v.j::bigint,
      v.k::integer
    from (values ${values.join(', ')}) as v (a, b, c, d, e, f, g, h, i, j, k)`;
}

/** Ten kinds, as often as they happen. */
const spread = (base: Date): (readonly Happened[])[] =>
  histories(base).flatMap(({ share, events }) => Array.from({ length: share }, () => events));

const after = (base: Date, hours: number): Date => new Date(base.getTime() + hours * 3_600_000);

/** A UUIDv7 of that instant, always the same. */
const idOf = (at: string): string =>
  `replace(platform.first_id(${at})::text, '-0000-0000-', '-7000-8000-')::uuid`;

const series = `
  select n, ($2::timestamptz + n * $3::double precision * interval '1 millisecond') as at,
    ${idOf("$2::timestamptz + n * $3::double precision * interval '1 millisecond'")} as id
  from generate_series($4::integer, $5::integer) as n`;
const county = `(array['350602', '350603', '350622', '350623', '350624', '350625', '350626'])[1 + n % 7]`;
const matter = `'01010' || (1 + n % 9)`;

const ordersSql = `
  insert into orders.order
    (city_id, id, order_no, status, status_since, issue_id, type, matter_code, area_code, urgency, secrecy, channel,
     accepted_at, needs_reply, needs_call_back, closed_at, close_kind)
  select $1, id, '350600-20260101-' || lpad(n::text, 9, '0'), 'archived', at, id, 'QZ', ${matter},
    ${county} || '001000', 'U3', 0, 'phone', at, true, true, at + interval '5 days', 'solved'
  from (${series}) as s`;

const factsSql = `
  insert into indicators.fact
    (city_id, order_id, no, at, waits_until, county, matter_code, unit_code, unit_path, issue_id,
     raw_counted, raw_met, counted, met, unknown, amount)
  select $1, s.id, f.no, s.at + f.ms * interval '1 millisecond', s.at + f.waits_ms * interval '1 millisecond', ${county},
    ${matter}, case when f.held then u.code end, case when f.held then u.path end, s.id,
    f.raw_counted, f.raw_met, f.counted, f.met, f.unknown, f.amount
  from (${series}) as s
  join public.bench_fact as f on f.kind = s.n % 10
  join public.bench_unit as u on u.no = s.n % (select count(*) from public.bench_unit)`;

/** The chain is not what is measured: any hash will do. */
function eventsOf(first: Date, stepMs: number): string {
  const hash = createHash('sha256').update('bench').digest('hex');
  const kinds = spread(first);
  const rows = Array.from({ length: withEvents }, (_, no) => {
    const base = new Date(first.getTime() + no * stepMs);
    return (kinds[no % kinds.length] ?? []).map(({ type, hours, data }, seq) => {
      const text = JSON.stringify(data).replaceAll("'", "''");
      const id = idOf(`'${base.toISOString()}'`);
      const before = seq === 0 ? 'null' : `'\\x${hash}'`;
      return `(${cityId}, ${id}, ${seq + 1}, 'order', '${after(base, hours).toISOString()}', '${type}', 'system',
        '${text}', ${before}, '\\x${hash}')`;
    });
  });
  return `
    insert into platform.event (city_id, subject_id, seq, subject_kind, at, type, actor_kind, data, prev_hash, hash)
    values ${rows.flat().join(', ')}`;
}
