import type { Context } from '../../platform/context.ts';
import * as learning from '../learning/index.ts';

/** 猜区域: what the words say, with what earlier orders taught; else the city as a whole. */
export async function guessArea(ctx: Context, words: string): Promise<string> {
  return (await learning.areaSaid(ctx, words)) ?? ctx.city.code.padEnd(12, '0');
}
