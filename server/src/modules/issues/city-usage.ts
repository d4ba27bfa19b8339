import { keptFor } from '../../platform/kept-for.ts';
import * as orders from '../orders/index.ts';
import { taggedWords } from '../text/index.ts';
import { textOf } from './order-keys.ts';

/** 本地用语: what a city's people usually write, so that what is rare can be told from what is not. */
export interface CityUsage {
  readonly lately: readonly orders.Telling[];
  /** Words that one order in twelve has. */
  readonly usual: ReadonlySet<string>;
}

export const readAtMost = 150;
const usualShare = 1 / 12;

/** Read anew every ten minutes; a new city with few orders has nothing that is usual. */
export const cityUsage = keptFor(10 * 60_000, async (ctx): Promise<CityUsage> => {
  const found = await orders.tellings(ctx, await orders.newestOrders(ctx, readAtMost));
  return usageOf([...found.values()]);
});

export function usageOf(lately: readonly orders.Telling[]): CityUsage {
  const counts = new Map<string, number>();
  for (const telling of lately)
    for (const word of new Set(taggedWords(textOf(telling)).map((one) => one.word)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const enough = Math.max(4, lately.length * usualShare);
  const usual = [...counts].filter(([, count]) => count >= enough).map(([word]) => word);
  return { lately, usual: new Set(usual) };
}
