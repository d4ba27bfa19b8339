import type { Context } from '../../platform/context.ts';
import { type EverydayWord, everydayWords } from './rules.ts';

/** 听出事项: the first row of the city's everyday words that fits the text; null when none does. Dangers stand first. */
export async function namedIn(ctx: Context, text: string): Promise<string | null> {
  return firstFitting(await everydayWords(ctx), text)?.matter ?? null;
}

export function firstFitting(rows: readonly EverydayWord[], text: string): EverydayWord | null {
  const said = (words: readonly string[]) => words.some((word) => text.includes(word));
  return rows.find(({ words, needs }) => said(words) && needs.every(said)) ?? null;
}
