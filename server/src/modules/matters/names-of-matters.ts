import type { Context } from '../../platform/context.ts';
import { cityHour } from '../organisation/index.ts';
import { isInForce, matterTree } from './matters.repo.ts';
import { everydayWords, questions } from './rules.ts';

export interface NamesOfMatter {
  readonly code: string;
  readonly names: readonly string[];
  readonly everyday: readonly string[];
  readonly questions: readonly string[];
}

/** 事项的说法: what a city's data says of each leaf that may be chosen today, before anybody has decided anything. */
export async function namesOfMatters(ctx: Context): Promise<NamesOfMatter[]> {
  const [tree, said, asked] = await Promise.all([
    matterTree(ctx),
    everydayWords(ctx),
    questions(ctx),
  ]);
  const { on } = cityHour(ctx.now, ctx.city.zone);
  const sayings = Map.groupBy(said, ({ matter }) => matter);
  const asks = Map.groupBy(asked, ({ matter }) => matter);
  return [...tree.values()]
    .filter((leaf) => isInForce(leaf, on))
    .map(({ code, l1, l2, leaf }) => ({
      code,
      names: [leaf, l2, l1],
      everyday: (sayings.get(code) ?? []).flatMap(({ words, needs }) => [
        ...words,
        ...needs.flat(),
      ]),
      questions: (asks.get(code) ?? []).map(({ ask }) => ask),
    }));
}
