import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { taggedWords } from '../text/index.ts';
import { textOf } from './order-keys.ts';

/** 本地用语: what a city's people usually write, so that what is rare can be told from what is not. */
export interface CityUsage {
  readonly lately: readonly orders.Telling[];
  /** Words that one order in twelve has. */
  readonly usual: ReadonlySet<string>;
}

interface Kept {
  readonly usage: Promise<CityUsage>;
  readonly readAt: number;
}

const keptFor = 10 * 60_000;
export const readAtMost = 150;
const usualShare = 1 / 12;

/** One program is one city; the ports stand for it. */
const kept = new WeakMap<object, Kept>();

/** Read anew every ten minutes; a new city with few orders has nothing that is usual. */
export function cityUsage(ctx: Context): Promise<CityUsage> {
  const known = kept.get(ctx.ports);
  if (known && performance.now() - known.readAt < keptFor) return known.usage;
  const usage = readUsage(ctx);
  kept.set(ctx.ports, { usage, readAt: performance.now() });
  // A reading that failed is no reading: the next asks again.
  usage.catch(() => kept.delete(ctx.ports));
  return usage;
}

async function readUsage(ctx: Context): Promise<CityUsage> {
  const found = await orders.tellings(ctx, await orders.newestOrders(ctx, readAtMost));
  return usageOf([...found.values()]);
}

export function usageOf(lately: readonly orders.Telling[]): CityUsage {
  const counts = new Map<string, number>();
  for (const telling of lately)
    for (const word of new Set(taggedWords(textOf(telling)).map((one) => one.word)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const enough = Math.max(4, lately.length * usualShare);
  const usual = [...counts].filter(([, count]) => count >= enough).map(([word]) => word);
  return { lately, usual: new Set(usual) };
}
