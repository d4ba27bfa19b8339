import { statfs } from 'node:fs/promises';
import pg from 'pg';
import { systemClock } from '../../server/src/platform/clock.ts';
import type { BenchServer } from './bench-server.ts';
import { type ClosedMonth, loadClosedMonth, partOfMonth } from './closed-month.ts';
import { aComplaint } from './complete-order.ts';
import { loadOrders, oldestDays } from './load-orders.ts';
import { partsOf } from './loaded-parts.ts';
import { makeOldWords } from './old-words.ts';

export interface OrdersWish {
  /** Of all orders so many are complete, the others are closed ones of older months. */
  readonly orders: number;
  readonly complete: number;
}

export interface Filled {
  readonly complete: number;
  readonly closed: number;
  readonly bytes: number;
  readonly loadMinutes: number;
}

const closedMonths = 36;
const mostBytes = 40e9;
const dayMs = 86_400_000;

/** The orders of a bench: complete ones of the last year, beyond them closed ones of the three years before. What lies in the folder is used again. */
export async function fillOrders(
  { server, connection }: BenchServer,
  { orders, complete: mostComplete }: OrdersWish,
  say: (line: string) => void,
): Promise<Filled> {
  const pool = new pg.Pool({ ...connection, max: 1 });
  try {
    const complete = Math.min(orders, mostComplete);
    const until = await begun(pool, complete);
    await loadOrders(connection, { count: complete, until, toldIn: aComplaint }, say);
    await loadClosed(pool, { count: orders - complete, until, folder: server.dataFolder }, say);
    const parts = [...(await partsOf(pool)).values()];
    const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
    const filled = {
      complete,
      closed: orders - complete,
      bytes: await bytesOf(pool),
      loadMinutes: Math.round(seconds / 6) / 10,
    };
    say(`  ${orders} orders, ${filled.bytes} bytes, loaded in ${filled.loadMinutes} minutes`);
    return filled;
  } finally {
    await pool.end();
  }
}

/** When the folder was first loaded; refuses one that holds something else. */
async function begun(pool: pg.Pool, complete: number): Promise<Date> {
  const { rows: others } = await pool.query<{ is: boolean }>(
    `select to_regclass('public.bench_load') is not null as is`,
  );
  if (others[0]?.is) throw new Error('The load of another bench lies in this folder.');
  await pool.query(
    'create table if not exists public.bench_orders (complete integer, until timestamptz)',
  );
  const known = await pool.query<{ complete: number; until: Date }>(
    'select * from public.bench_orders',
  );
  const [kept] = known.rows;
  if (!kept) {
    const until = systemClock.now();
    await pool.query('insert into public.bench_orders values ($1, $2)', [complete, until]);
    return until;
  }
  if (kept.complete !== complete)
    throw new Error(`${kept.complete} complete orders lie in this folder.`);
  return kept.until;
}

interface Closed {
  readonly count: number;
  readonly until: Date;
  readonly folder: string;
}

async function loadClosed(
  pool: pg.Pool,
  { count, until, folder }: Closed,
  say: (line: string) => void,
): Promise<void> {
  const known = await partsOf(pool);
  const months = monthsOf(count, until);
  const wanted = new Map(months.map((each) => [partOfMonth(each.month), each.rows]));
  for (const [part, { rows }] of known)
    if (part.startsWith(partOfMonth('')) && wanted.get(part) !== rows)
      throw new Error(`Another number of closed orders lies in this folder: ${part}, ${rows}.`);
  const missing = months.filter(({ month }) => !known.has(partOfMonth(month)));
  if (missing.length === 0) return;
  await makeOldWords(pool);
  for (const [at, month] of missing.entries()) {
    const before = await bytesOf(pool);
    await loadClosedMonth(pool, month);
    const after = await bytesOf(pool);
    say(`  ${month.month}: ${month.rows} closed, ${after} bytes in all`);
    const left = missing.slice(at + 1).reduce((sum, { rows }) => sum + rows, 0);
    await refuseTooMuch({ folder, bytes: after, each: (after - before) / month.rows, left });
  }
  await pool.query('drop table public.bench_sentence, public.bench_lane, public.bench_old_unit');
  await pool.query('analyze');
}

/** The same number in every month, the last one ends where the complete orders begin. */
function monthsOf(count: number, until: Date): ClosedMonth[] {
  if (count === 0) return [];
  const oldest = new Date(until.getTime() - oldestDays * dayMs);
  return Array.from({ length: closedMonths }, (_, at) => {
    const start = Date.UTC(oldest.getUTCFullYear(), oldest.getUTCMonth() - closedMonths + at, 1);
    const firstNo = Math.floor((count * at) / closedMonths);
    const rows = Math.floor((count * (at + 1)) / closedMonths) - firstNo;
    return { month: new Date(start).toISOString().slice(0, 7), rows, firstNo };
  }).filter(({ rows }) => rows > 0);
}

interface Size {
  readonly folder: string;
  readonly bytes: number;
  readonly each: number;
  readonly left: number;
}

/** Reckoned from the months that are there. */
async function refuseTooMuch({ folder, bytes, each, left }: Size): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  // A tenth stays free: PostgreSQL writes its log on the same disk.
  const room = Math.min(mostBytes - bytes, 0.9 * bavail * bsize);
  if (each * left <= room) return;
  const fits = Math.max(0, Math.floor(room / each));
  throw new Error(
    `${left} more closed orders of ${Math.round(each)} bytes do not fit into 40 GB or onto this disk: ${fits} do. Ask for so many fewer.`,
  );
}

async function bytesOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    'select pg_database_size(current_database()) as bytes',
  );
  return Number(rows[0]?.bytes);
}
