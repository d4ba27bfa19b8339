import type { city } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cityHour, keptPerVersion } from '../organisation/index.ts';
import { matterIndex } from './match-matter.ts';
import { isInForce, type Matter, matterTree } from './matters.repo.ts';
import { everydayWords } from './rules.ts';

type Reply = ReplyOf<typeof city.searchMatters>;

/** Built when the first person searches after a change of the data. */
const index = keptPerVersion(async (ctx: Context) => {
  const [tree, said] = await Promise.all([matterTree(ctx), everydayWords(ctx)]);
  const everyday = Map.groupBy(said, ({ matter }) => matter);
  return matterIndex(
    [...tree.values()].map((row) => ({
      code: row.code,
      l1: row.l1,
      l2: row.l2,
      leaf: row.leaf,
      // Words that need others beside them name nothing by themselves.
      alsoCalled: (everyday.get(row.code) ?? [])
        .filter(({ needs }) => needs.length === 0)
        .flatMap(({ words }) => words),
    })),
  );
});

const shownCap = 30;

/** 事项检索 by words, pinyin or code; without words the whole tree. Only leaves that may be chosen today. */
export async function searchMatters(
  ctx: Context,
  { q }: InputOf<typeof city.searchMatters>,
): Promise<Reply> {
  const { on } = cityHour(ctx.now, ctx.city.zone);
  const tree = await matterTree(ctx);
  const inForce = (row: Matter | undefined): row is Matter =>
    row !== undefined && isInForce(row, on);
  const asked = q?.trim() ?? '';
  if (asked === '') return { rows: [...tree.values()].filter(inForce).map(briefOf) };
  const found = (await index(ctx)).match(asked, tree.size);
  return {
    rows: found
      .map(({ code }) => tree.get(code))
      .filter(inForce)
      .slice(0, shownCap)
      .map(briefOf),
  };
}

export const briefOf = (row: Matter): Reply['rows'][number] => ({
  code: row.code,
  l1: row.l1,
  l2: row.l2,
  name: row.leaf,
  type: row.type,
  urgency: row.urgency,
});
