import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';

/** 猜事项: a leaf the words plainly name; null when none does. A proposal for the agent, and all a rule has at night. */
export async function guessMatter(ctx: Context, content: string): Promise<string | null> {
  return matters.namedIn(ctx, content);
}

/** 猜区域: the deepest area the words name, else the city as a whole. */
export async function guessArea(ctx: Context, words: string): Promise<string> {
  return (await organisation.areaNamedIn(ctx, words)) ?? ctx.city.code.padEnd(12, '0');
}
