import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';

/** 险情触发词: any word of immediate danger lets a call through; here nothing speaks against it. */
export async function saysDanger(ctx: Context, words: string): Promise<boolean> {
  const triggers = await matters.triggers(ctx);
  return triggers.some(
    ({ raisesTo, words: trigger }) =>
      raisesTo === 'U1' && trigger.some((word) => words.includes(word)),
  );
}
