import type { Context } from '../../platform/context.ts';
import { cityHour } from '../organisation/index.ts';
import { isInForce, matterTree } from './matters.repo.ts';
import { type EverydayWord, everydayWords } from './rules.ts';

/** 听出事项: the first row of the city's everyday words that fits the text; null when none that may be chosen today does. Dangers stand first. */
export async function namedIn(ctx: Context, text: string): Promise<string | null> {
  const [rows, tree] = await Promise.all([everydayWords(ctx), matterTree(ctx)]);
  const { on } = cityHour(ctx.now, ctx.city.zone);
  const chosen = rows.filter(({ matter }) => {
    const leaf = tree.get(matter);
    return leaf !== undefined && isInForce(leaf, on);
  });
  return firstFitting(chosen, text)?.matter ?? null;
}

export function firstFitting(rows: readonly EverydayWord[], text: string): EverydayWord | null {
  const said = (words: readonly string[]) => words.some((word) => text.includes(word));
  return rows.find(({ words, needs }) => said(words) && needs.every(said)) ?? null;
}
