import { bareSql } from './bare-sql.ts';
import { benchServer } from './bench-server.ts';
import { type Filled, fillOrders } from './fill-orders.ts';
import { lifeOf, type Times } from './life-steps.ts';
import { percentile } from './percentile.ts';
import { runClients } from './run-clients.ts';

export interface LifeWishes {
  readonly seconds: number;
  readonly orders: number;
  readonly complete: number;
  readonly clients: number;
  /** Kept afterwards, with what was loaded; null: a folder that leaves. */
  readonly data: string | null;
}

interface Measured {
  loaded: Filled | null;
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
  { seconds, clients, data, ...wish }: LifeWishes,
  say: (line: string) => void,
): Promise<Measured> {
  const bench = await benchServer(data, say);
  try {
    const loaded = wish.orders === 0 ? null : await fillOrders(bench, wish, say);
    const life = await lifeOf(bench.server);
    say(`warming up for ${warmUpSeconds} s`);
    await runClients(clients, warmUpSeconds, (client) => life.whole(client, null));

    say(`whole lives for ${seconds} s by ${clients} clients`);
    const times: Times = new Map();
    const lives = await runClients(clients, seconds, (client) => life.whole(client, times));
    for (const reason of lives.reasons) say(`  error: ${reason}`);

    say(`creates alone for ${seconds} s`);
    const creates = await runClients(clients, seconds, async (client) => {
      await life.upTo(client, 'create', null);
    });
    for (const reason of creates.reasons) say(`  error: ${reason}`);

    say(`bare SQL of a create for ${seconds} s`);
    const bare = await bareSql(bench.connection, clients, seconds);
    const createsPerSecond = creates.done / creates.seconds;
    return {
      loaded,
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

const each = (times: Times, share: number): Record<string, number> =>
  Object.fromEntries([...times].map(([step, all]) => [step, round(percentile(all, share))]));

function round(value: number, digits = 1): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
