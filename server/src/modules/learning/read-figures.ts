import type { learning as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { dayAfter } from '../../platform/zone.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { coverageOf, tenths } from './coverage.ts';
import * as days from './days.repo.ts';
import type { Kind } from './decisions.repo.ts';
import { type Mix, mostChanged, shiftBetween, shiftByChance } from './drift.ts';
import * as versions from './versions.repo.ts';

type Reply = ReplyOf<typeof contract.readModelFigures>;

const shownWeeks = 26;
const countedDays = 56;
const shownLabels = 40;
const shownPairs = 60;
const shownChanges = 8;
/** Of fewer decisions in a week nothing is said of their mix. */
const fewestToMix = 20;

/** 模型指标: how right each suggestion was before its decision was learnt; from the days that were folded. */
export async function readModelFigures(
  ctx: Context,
  { kind }: InputOf<typeof contract.readModelFigures>,
): Promise<Reply> {
  const [weeks, mixes, steps, labels, pairs, inUse] = await Promise.all([
    days.weekCounts(ctx, kind, shownWeeks * 7),
    days.weekLabels(ctx, kind, shownWeeks * 7),
    days.stepCounts(ctx, kind, countedDays),
    days.labelCounts(ctx, kind, { days: countedDays, most: shownLabels }),
    days.mistaken(ctx, kind, { days: countedDays, most: shownPairs }),
    versions.inUse(ctx, kind),
  ]);
  const trained = inUse?.mix ?? null;
  const drift = trained && inUse ? { ...inUse, changes: changesOf(trained, mixes) } : null;
  const nameOf = await namesOf(ctx, kind, [
    ...labels.map(({ label }) => label),
    ...pairs.flatMap(({ label, given }) => [label, given]),
    ...(drift?.changes ?? []).map(({ label }) => label),
  ]);
  const { on: today } = organisation.cityHour(ctx.now, ctx.city.zone);
  return {
    countedDays,
    since: dayAfter(today, 1 - countedDays),
    today,
    weeks: weeks.map((week) => ({
      ...week,
      to: dayAfter(week.from, 6),
      ...shiftOf(week, trained, mixes),
    })),
    steps: tenths(steps),
    coverage: coverageOf(steps),
    labels: labels.map((row) => ({ ...row, name: nameOf(row.label) })),
    mistaken: pairs.map((row) => ({
      ...row,
      name: nameOf(row.label),
      givenName: nameOf(row.given),
    })),
    drift: drift && {
      version: drift.number,
      samples: drift.samples,
      labels: drift.changes.map((row) => ({ ...row, name: nameOf(row.label) })),
    },
  };
}

function shiftOf(
  { from, count }: days.WeekCount,
  trained: Mix | null,
  mixes: readonly days.WeekLabel[],
): Pick<Reply['weeks'][number], 'shift' | 'shiftByChance'> {
  if (trained === null || count < fewestToMix) return { shift: null, shiftByChance: null };
  const week = mixOf(mixes.filter((row) => row.from === from));
  return { shift: shiftBetween(trained, week), shiftByChance: shiftByChance(trained, count) };
}

/** What was decided in so many weeks, the last ones, is what is usual now. */
const weeksNow = 4;

function changesOf(trained: Mix, mixes: readonly days.WeekLabel[]) {
  const weeks = [...new Set(mixes.map(({ from }) => from))].toSorted().slice(-weeksNow);
  return mostChanged(
    trained,
    mixOf(mixes.filter(({ from }) => weeks.includes(from))),
    shownChanges,
  );
}

function mixOf(rows: readonly days.WeekLabel[]): Mix {
  const mix: Record<string, number> = {};
  for (const { label, count } of rows) mix[label] = (mix[label] ?? 0) + count;
  return mix;
}

/** Types are named by the page, as everywhere. */
async function namesOf(
  ctx: Context,
  kind: Kind,
  codes: readonly string[],
): Promise<(code: string) => string> {
  if (kind === 'type') return (code) => code;
  const wanted = [...new Set(codes)];
  const names =
    kind === 'matter'
      ? await matters.matterNames(ctx, wanted)
      : await organisation.unitNames(ctx, wanted);
  return (code) => names.get(code) ?? code;
}
