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
}

/**
 * Thin orders of a year with their facts, by whole sets: what the program would make of a few histories, moved to each
 * order's own instant, county and unit.
 */
export async function loadFacts(
  pool: pg.Pool,
  { count, until, rules }: { count: number; until: Date; rules: Rules },
  say: (line: string) => void,
): Promise<Loaded> {
  const first = new Date(until.getTime() - 365 * dayMs);
  const stepMs = Math.floor((365 * dayMs) / count);
  const ensureMonth = monthMaker(pool);
  for (let at = first.getTime(); at < until.getTime() + 31 * dayMs; at += 27 * dayMs)
    await ensureMonth(new Date(at));
  await pool.query(templates(first, rules));
  for (let from = 0; from < count; from += batch) {
    const to = Math.min(from + batch, count) - 1;
    for (const statement of [ordersSql, factsSql])
      await pool.query(statement, [cityId, first, stepMs, from, to]);
    say(`  ${to + 1} of ${count} orders loaded`);
  }
  await pool.query(eventsOf(first, stepMs));
  await pool.query('vacuum analyze orders."order"');
  await pool.query('vacuum analyze indicators.fact');
  const { rows } = await pool.query('select count(*)::int as facts from indicators.fact');
  return { first, stepMs, facts: rows[0].facts };
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
