import type { indicators as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { matterNames } from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { isWithin, type Span, spanOf } from './span.ts';
import { sumsIn } from './sums.repo.ts';
import { hasRate, tallyOfSums } from './tally.ts';

type Asked = InputOf<typeof contract.compareGroups>;
type Reply = ReplyOf<typeof contract.compareGroups>;

const shownGroups = 500;

/** 分组对比: the largest groups first. A unit reads the spread of its peers, a county that of the others, without names. */
export async function compareGroups(ctx: Context, input: Asked): Promise<Reply> {
  const span = await spanOf(ctx, input);
  const { by, figure } = input;
  const sums = await sumsIn(ctx, widened(ctx, span, input), { by: [by], figures: [figure] });
  const byCode = Map.groupBy(
    sums.filter((sum) => sum[by] !== null),
    (sum) => sum[by] ?? '',
  );
  const named = await namesFor(ctx, [...byCode.keys()], input);
  const rows = [...byCode].flatMap(([code, own]) => {
    const name = named.get(code);
    const count = tallyOfSums(own).get(figure);
    if (name === undefined || !count) return [];
    const { adjusted, raw } = count;
    return [{ code: name && code, name, adjusted, raw, hasRate: hasRate(count) }];
  });
  return {
    rows: rows.toSorted((a, b) => b.raw.denominator - a.raw.denominator).slice(0, shownGroups),
    shownCap: shownGroups,
  };
}

/** Beside one's own the others are counted too, where the groups are people's own kind. */
function widened({ actor }: Context, span: Span, { by }: Asked): Span {
  if (actor.scope === 'county' && by === 'county') return { ...span, county: null };
  if (actor.scope === 'unit' && by === 'unit') return { ...span, unit: null };
  return span;
}

/** Whom the person may know by name; null: somebody else, who is not named; missing: nobody of these. */
async function namesFor(
  ctx: Context,
  codes: readonly string[],
  { by }: Asked,
): Promise<ReadonlyMap<string, string | null>> {
  if (by === 'matter') return matterNames(ctx, [...codes]);
  const { scope, unitCode, unitPath } = ctx.actor;
  if (by === 'county') {
    const names = await organisation.areaNames(ctx, [...codes]);
    const own = unitCode?.slice(0, 6);
    const isHidden = (code: string) => scope === 'county' && code !== own;
    return new Map(codes.map((code) => [code, isHidden(code) ? null : (names.get(code) ?? code)]));
  }
  const units = await organisation.unitsIfKnown(ctx, [...codes]);
  if (scope !== 'unit' || !unitPath) return new Map(units.map(({ code, name }) => [code, name]));
  const own =
    units.find(({ code }) => code === unitCode) ?? (await organisation.unit(ctx, unitCode ?? ''));
  return new Map(
    units.flatMap(({ code, name, kind, path }): [string, string | null][] => {
      if (isWithin(path, unitPath)) return [[code, name]];
      return kind === own.kind ? [[code, null]] : [];
    }),
  );
}
