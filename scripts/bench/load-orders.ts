import pg from 'pg';
import { systemClock } from '../../server/src/platform/clock.ts';
import { monthMaker } from '../../server/src/platform/months.ts';
import { type CompleteOrder, completeOrder, type Told } from './complete-order.ts';
import { loadedTables } from './complete-rows.ts';

const batchSize = 1000;
const dayMs = 86_400_000;
/** So far back the oldest lies; the newest was closed a month and a half ago. */
const [oldestDays, newestDays] = [365, 45];

/** Complete orders of the past year, by whole batches: one statement per table. */
export async function loadOrders(
  connection: pg.ClientConfig,
  { count, toldIn }: { readonly count: number; readonly toldIn: (no: number) => Told },
  say: (line: string) => void,
): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 1 });
  try {
    // Only the loading need not be durable at once: the measured part runs on connections of its own.
    await pool.query('set synchronous_commit = off');
    const indexes = await takeSearchIndexes(pool);
    const ensureMonth = monthMaker(pool);
    const now = systemClock.now();
    const step = ((oldestDays - newestDays) * dayMs) / count;
    for (let from = 0; from < count; from += batchSize) {
      const numbers = Array.from(
        { length: Math.min(batchSize, count - from) },
        (_, at) => from + at,
      );
      const batch = numbers.map((no) =>
        completeOrder(
          no,
          new Date(now.getTime() - oldestDays * dayMs + Math.floor(no * step)),
          toldIn(no),
        ),
      );
      for (const { acceptedAt } of batch) await ensureMonth(acceptedAt);
      await insertBatch(pool, batch);
      if ((from / batchSize) % 10 === 0) say(`  ${from + batch.length} of ${count} loaded`);
    }
    for (const definition of indexes) await pool.query(definition);
    await pool.query('vacuum analyze');
  } finally {
    await pool.end();
  }
}

async function insertBatch(pool: pg.Pool, batch: readonly CompleteOrder[]): Promise<void> {
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
  await pool.query('commit');
}

/** Made again in one go after the loading, as any bulk load does; answers their definitions. */
async function takeSearchIndexes(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index
     where indrelid = 'orders.search'::regclass and not indisprimary`,
  );
  for (const { name } of rows) await pool.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON '));
}
