import { bareSql } from './bare-sql.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';
import { aComplaint } from './complete-order.ts';
import { lifeOf, type Times } from './life-steps.ts';
import { loadOrders } from './load-orders.ts';
import { percentile } from './percentile.ts';
import { runClients } from './run-clients.ts';

export interface LifeWishes {
  readonly seconds: number;
  readonly orders: number;
  readonly clients: number;
}

interface Measured {
  lifecyclesPerSecond: number;
  createsPerSecond: number;
  p50Ms: Record<string, number>;
  p95Ms: Record<string, number>;
  errors: number;
  bareSqlPerSecond: number;
  ratio: number;
}

const warmUpSeconds = 5;

/** Whole lives, then creates alone, then the same rows by bare SQL, one right after the other on one database. */
export async function benchLife(
  { seconds, orders, clients }: LifeWishes,
  say: (line: string) => void,
): Promise<Measured> {
  const bench = await startBenchServer(say);
  try {
    await fill(bench, orders, say);
    const life = await lifeOf(bench.server);
    say(`warming up for ${warmUpSeconds} s`);
    await runClients(clients, warmUpSeconds, (client) => life.whole(client, null));

    say(`whole lives for ${seconds} s by ${clients} clients`);
    const times: Times = new Map();
    const lives = await runClients(clients, seconds, (client) => life.whole(client, times));
    for (const reason of lives.reasons) say(`  error: ${reason}`);

    say(`creates alone for ${seconds} s`);
    const creates = await runClients(clients, seconds, (client) => life.create(client, null));
    for (const reason of creates.reasons) say(`  error: ${reason}`);

    say(`bare SQL of a create for ${seconds} s`);
    const bare = await bareSql(bench.connection, clients, seconds);
    const createsPerSecond = creates.done / creates.seconds;
    return {
      lifecyclesPerSecond: round(lives.done / lives.seconds),
      createsPerSecond: round(createsPerSecond),
      p50Ms: each(times, 0.5),
      p95Ms: each(times, 0.95),
      errors: lives.errors + creates.errors,
      bareSqlPerSecond: round(bare),
      ratio: round(createsPerSecond / bare, 3),
    };
  } finally {
    await bench.stop();
  }
}

async function fill(
  { connection }: BenchServer,
  orders: number,
  say: (line: string) => void,
): Promise<void> {
  if (orders === 0) return;
  const from = performance.now();
  await loadOrders(connection, { count: orders, toldIn: aComplaint }, say);
  say(`${orders} complete orders loaded in ${((performance.now() - from) / 1000).toFixed(0)} s`);
}

const each = (times: Times, share: number): Record<string, number> =>
  Object.fromEntries([...times].map(([step, all]) => [step, round(percentile(all, share))]));

function round(value: number, digits = 1): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
