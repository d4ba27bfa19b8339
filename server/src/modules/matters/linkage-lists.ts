import type { LinkageList } from '@minsheng/contract/words/linkage.ts';
import type { Context } from '../../platform/context.ts';
import { cityHour } from '../organisation/index.ts';
import { type LinkageRow, linkageBases, linkageFrom110, linkageTo110 } from './rules.ts';

/** What both lines have signed and is in force today. */
export async function linkageRows(ctx: Context, list: LinkageList): Promise<LinkageRow[]> {
  const { on } = cityHour(ctx.now, ctx.city.zone);
  const rows = await (list === 'to-110' ? linkageTo110(ctx) : linkageFrom110(ctx));
  return rows.filter(
    ({ signed12345, signed110, validFrom, validTo }) =>
      signed12345 !== null &&
      signed110 !== null &&
      validFrom <= on &&
      (validTo === null || on <= validTo),
  );
}

/** 通话中检索: rows that fit what was typed or said, those with more of their words in it first. */
export function rowsFitting(rows: readonly LinkageRow[], said: string): LinkageRow[] {
  const asked = said.trim();
  if (asked === '') return [...rows];
  return rows
    .map((row) => ({ row, fit: fitOf(row, asked) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ row }) => row);
}

/** The very name or code counts more than any word in a sentence. */
function fitOf({ code, category, item, words }: LinkageRow, said: string): number {
  const isNamed = code === said || item.includes(said) || category.includes(said);
  const heard = words.filter((word) => said.includes(word) || word.includes(said)).length;
  return heard + (isNamed ? 10 : 0);
}

/** 联动依据: document and article; null where the city names none. */
export async function linkageBasis(ctx: Context, act: string): Promise<string | null> {
  const found = (await linkageBases(ctx)).find((one) => one.act === act);
  return found ? `${found.basis} ${found.article}` : null;
}
