import pg from 'pg';
import { systemClock } from '../../server/src/platform/clock.ts';
import { monthMaker } from '../../server/src/platform/months.ts';
import { cityId } from './complete-rows.ts';

const batchSize = 50_000;
const keysEach = 11;
const dayMs = 86_400_000;
const spread = 365 * dayMs;

/**
 * What `count` orders of the past year would be found by: eleven keys each, a fifth of them keys that real orders of this
 * database have, few of them very often, so that whoever asks meets what is common and what is rare. The orders themselves
 * are not there: what is measured is the finding.
 */
export async function manyKeys(
  connection: pg.ClientConfig,
  count: number,
  say: (line: string) => void,
): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 1 });
  try {
    await pool.query('set synchronous_commit = off');
    const now = systemClock.now();
    const ensureMonth = monthMaker(pool);
    for (let at = now.getTime() - spread; at <= now.getTime(); at += 20 * dayMs)
      await ensureMonth(new Date(at));
    await pool.query(
      `create table public.real_key as
       select kind, key, (row_number() over (partition by kind order by key)) - 1 as no
       from (select distinct kind, key from issues.key where city_id = $1) as own`,
      [cityId],
    );
    await pool.query('create unique index on public.real_key (kind, no)');
    for (let from = 0; from < count; from += batchSize) {
      const upto = Math.min(count, from + batchSize);
      await fill(pool, { from, upto, count, now });
      if ((from / batchSize) % 4 === 0) say(`  keys of ${upto} of ${count} orders`);
    }
    await pool.query('drop table public.real_key');
    await pool.query('vacuum analyze issues.key');
  } finally {
    await pool.end();
  }
}

interface Batch {
  readonly from: number;
  readonly upto: number;
  readonly count: number;
  readonly now: Date;
}

// One matter in its town, two places, eight words; cubes of chance make few keys frequent and many rare.
const statement = `
  with own as (
    select
      platform.first_id($5::timestamptz - ($6::float8 * no / $4) * interval '1 millisecond') as order_id,
      case when nth = 1 then 'matter' when nth <= 3 then 'place' else 'word' end as kind,
      random() < 0.2 as is_real,
      power(random(), 3) as chance
    from generate_series($2::integer, $3::integer) as no, generate_series(1, ${keysEach}) as nth
  ), sizes as (
    select kind, count(*) as size from public.real_key group by kind
  )
  insert into issues.key (city_id, order_id, kind, key)
  select $1, own.order_id, own.kind,
    coalesce(
      real_key.key,
      floor(own.chance * case own.kind when 'matter' then 26000 when 'place' then 20000 else 300000 end)::bigint
        + case own.kind when 'matter' then 0 when 'place' then 100000 else 1000000 end)
  from own
  left join sizes on own.is_real and sizes.kind = own.kind
  left join public.real_key
    on real_key.kind = own.kind and real_key.no = floor(own.chance * sizes.size)::bigint
  on conflict do nothing`;

async function fill(pool: pg.Pool, { from, upto, count, now }: Batch): Promise<void> {
  await pool.query(statement, [cityId, from, upto - 1, count, now, spread]);
}

/**
 * Since the database began: how often the keys were read by an index, and how many of them by whoever read a month from its
 * beginning. A month without keys is read from its beginning for nothing.
 */
export async function readsOfKeys(
  connection: pg.ClientConfig,
): Promise<{ byIndex: number; rowsFromBeginning: number }> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ by_index: string; from_beginning: string }>(
    `select coalesce(sum(idx_scan), 0) as by_index, coalesce(sum(seq_tup_read), 0) as from_beginning
     from pg_stat_user_tables
     where schemaname = 'issues' and relname like 'key\\_%'`,
  );
  await client.end();
  const [reads] = rows;
  return {
    byIndex: Number(reads?.by_index ?? 0),
    rowsFromBeginning: Number(reads?.from_beginning ?? 0),
  };
}
