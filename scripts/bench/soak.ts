import { benchServer } from './bench-server.ts';
import { type Filled, fillOrders, type OrdersWish } from './fill-orders.ts';
import { lifeOf } from './life-steps.ts';

export interface SoakWish extends OrdersWish {
  readonly minutes: number;
  /** Whole lives a second. */
  readonly usual: number;
  readonly data: string | null;
}

interface Measured {
  loaded: Filled | null;
  lives: number;
  errors: number;
  /** Lives that were due while too many were under way: the machine did not keep up. */
  leftOut: number;
  minutes: readonly { rssMegabytes: number; heapMegabytes: number }[];
  /** Of the last two thirds, by least squares: what would be added in an hour. */
  rssMegabytesPerHour: number;
  heapMegabytesPerHour: number;
}

const mostUnderWay = 32;
const samplesAMinute = 12;

/** 稳态: a steady load, and what the program (web and worker in one process) holds each minute: the least of its samples, for between two collections the heap only grows. */
export async function benchSoak(
  { minutes, usual, data, ...wish }: SoakWish,
  say: (line: string) => void,
): Promise<Measured> {
  const bench = await benchServer(data, say);
  try {
    const loaded = wish.orders === 0 ? null : await fillOrders(bench, wish, say);
    const life = await lifeOf(bench.server);
    const load = steady(usual, (client) => life.whole(client, null));
    const seen: { rssMegabytes: number; heapMegabytes: number }[] = [];
    for (let minute = 1; minute <= minutes; minute += 1) {
      const samples = [];
      for (let no = 0; no < samplesAMinute; no += 1) {
        await new Promise((wake) => setTimeout(wake, 60_000 / samplesAMinute));
        samples.push(bench.memory());
      }
      const now = {
        rssMegabytes: Math.min(...samples.map(({ rssMegabytes }) => rssMegabytes)),
        heapMegabytes: Math.min(...samples.map(({ heapMegabytes }) => heapMegabytes)),
      };
      seen.push(now);
      say(`  minute ${minute}: rss ${now.rssMegabytes} MB, heap ${now.heapMegabytes} MB`);
    }
    const counts = await load.stop();
    const last = seen.slice(Math.floor(seen.length / 3));
    return {
      loaded,
      ...counts,
      minutes: seen,
      rssMegabytesPerHour: perHour(last.map(({ rssMegabytes }) => rssMegabytes)),
      heapMegabytesPerHour: perHour(last.map(({ heapMegabytes }) => heapMegabytes)),
    };
  } finally {
    await bench.stop();
  }
}

interface Counts {
  lives: number;
  errors: number;
  leftOut: number;
}

/** By the clock, by whichever client is free. */
function steady(
  perSecond: number,
  once: (client: number) => Promise<void>,
): { stop(): Promise<Counts> } {
  const counts = { lives: 0, errors: 0, leftOut: 0 };
  const free = Array.from({ length: mostUnderWay }, (_, no) => no);
  const underWay = new Set<Promise<void>>();
  const live = async (client: number) => {
    try {
      await once(client);
      counts.lives += 1;
    } catch {
      counts.errors += 1;
    } finally {
      free.push(client);
    }
  };
  const clock = setInterval(() => {
    const client = free.shift();
    if (client === undefined) {
      counts.leftOut += 1;
      return;
    }
    const one: Promise<void> = live(client).finally(() => underWay.delete(one));
    underWay.add(one);
  }, 1000 / perSecond);
  return {
    stop: async () => {
      clearInterval(clock);
      await Promise.all(underWay);
      return counts;
    },
  };
}

/** Slope of one value a minute. */
function perHour(values: readonly number[]): number {
  const count = values.length;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const [up, across] = values.reduce(
    ([a, b], value, at) => [a + (at - middle) * (value - mean), b + (at - middle) ** 2],
    [0, 0],
  );
  return across === 0 ? 0 : Math.round((up / across) * 600) / 10;
}
