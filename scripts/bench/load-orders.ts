import pg from 'pg';
import { monthMaker } from '../../server/src/platform/months.ts';
import { type CompleteOrder, completeOrder, type Told } from './complete-order.ts';
import { loadedTables } from './complete-rows.ts';
import { keepPart, partsOf } from './loaded-parts.ts';

const batchSize = 1000;
const dayMs = 86_400_000;
/** So far back the oldest lies; the newest was closed a month and a half ago. */
export const [oldestDays, newestDays] = [365, 45];
const part = 'complete';

interface Wish {
  readonly count: number;
  readonly until: Date;
  readonly toldIn: (no: number) => Told;
}

/** Complete orders of the year before, by whole batches: one statement per table. Goes on where an earlier run was cut. */
export async function loadOrders(
  connection: pg.ClientConfig,
  { count, until, toldIn }: Wish,
  say: (line: string) => void,
): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 1 });
  try {
    const before = (await partsOf(pool)).get(part)?.rows ?? 0;
    if (before === count) return;
    // Only the loading need not be durable at once: the measured part runs on connections of its own.
    await pool.query('set synchronous_commit = off');
    await takeSearchIndexes(pool);
    const ensureMonth = monthMaker(pool);
    const step = ((oldestDays - newestDays) * dayMs) / count;
    for (let from = before; from < count; from += batchSize) {
      const begun = performance.now();
      const rows = Math.min(batchSize, count - from);
      const batch = Array.from({ length: rows }, (_, at) => {
        const ms = until.getTime() - oldestDays * dayMs + Math.floor((from + at) * step);
        return completeOrder(from + at, new Date(ms), toldIn(from + at));
      });
      for (const { acceptedAt } of batch) await ensureMonth(acceptedAt);
      await insertBatch(pool, batch, begun);
      if ((from / batchSize) % 10 === 0) say(`  ${from + rows} of ${count} loaded`);
    }
    await makeSearchIndexes(pool);
    await pool.query('vacuum analyze');
  } finally {
    await pool.end();
  }
}

async function insertBatch(
  pool: pg.Pool,
  batch: readonly CompleteOrder[],
  begun: number,
): Promise<void> {
  await pool.query('begin');
  for (const table of loadedTables) {
    const rows = batch.flatMap((order) => order.rows[table]);
    const [schema, name] = table.split('.');
    const type = `"${schema}"."${name}"`;
    // Named, so that a column the rows do not speak of keeps its default.
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    await pool.query(
      `insert into ${type} (${columns})
       select ${columns} from jsonb_populate_recordset(null::${type}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
  await keepPart(pool, { part, rows: batch.length, seconds: (performance.now() - begun) / 1000 });
  await pool.query('commit');
}

/** Made again in one go after the loading, as any bulk load does; a run that is cut leaves behind what is to be made. */
async function takeSearchIndexes(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index
     where indrelid = 'orders.search'::regclass and not indisprimary`,
  );
  await pool.query('begin');
  await pool.query('create table if not exists public.bench_index (definition text)');
  for (const { name, definition } of rows) {
    await pool.query('insert into public.bench_index values ($1)', [definition]);
    await pool.query(`drop index ${name}`);
  }
  await pool.query('commit');
}

async function makeSearchIndexes(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ definition: string }>('select * from public.bench_index');
  await pool.query('begin');
  for (const { definition } of rows) await pool.query(definition.replace(' ON ONLY ', ' ON '));
  await pool.query('drop table public.bench_index');
  await pool.query('commit');
}
