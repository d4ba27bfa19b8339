import type { learning as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { labelCounts, mistaken, stepCounts, weekCounts } from './days.repo.ts';
import type { Kind } from './decisions.repo.ts';

type Reply = ReplyOf<typeof contract.readModelFigures>;

const shownWeeks = 26;
const countedDays = 56;
const shownLabels = 40;
const shownPairs = 20;

/** 模型指标: how right each suggestion was before its decision was learnt; from the days that were folded. */
export async function readModelFigures(
  ctx: Context,
  { kind }: InputOf<typeof contract.readModelFigures>,
): Promise<Reply> {
  const [weeks, steps, labels, pairs] = await Promise.all([
    weekCounts(ctx, kind, shownWeeks * 7),
    stepCounts(ctx, kind, countedDays),
    labelCounts(ctx, kind, { days: countedDays, most: shownLabels }),
    mistaken(ctx, kind, { days: countedDays, most: shownPairs }),
  ]);
  const codes = [...labels, ...pairs].flatMap((row) =>
    'given' in row ? [row.label, row.given] : [row.label],
  );
  const nameOf = await namesOf(ctx, kind, [...new Set(codes)]);
  return {
    countedDays,
    weeks,
    steps,
    labels: labels.map((row) => ({ ...row, name: nameOf(row.label) })),
    mistaken: pairs.map((row) => ({
      ...row,
      name: nameOf(row.label),
      givenName: nameOf(row.given),
    })),
  };
}

/** Types are named by the page, as everywhere. */
async function namesOf(
  ctx: Context,
  kind: Kind,
  codes: readonly string[],
): Promise<(code: string) => string> {
  if (kind === 'type') return (code) => code;
  const names =
    kind === 'matter'
      ? await matters.matterNames(ctx, codes)
      : await organisation.unitNames(ctx, codes);
  return (code) => names.get(code) ?? code;
}
