import type { Context } from '../../platform/context.ts';
import * as organisation from '../organisation/index.ts';

/** 猜区域: the deepest area the words name, else the city as a whole. */
export async function guessArea(ctx: Context, words: string): Promise<string> {
  return (await organisation.areaNamedIn(ctx, words)) ?? ctx.city.code.padEnd(12, '0');
}
