import { type scorecard as contract, figureWords, indicatorTable } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { minimumSample } from '@minsheng/contract/words/indicators.ts';
import type { Context } from '../../../platform/context.ts';
import { dayEnd, dayStart } from '../../../platform/zone.ts';
import * as organisation from '../../organisation/index.ts';
import { cityRules } from '../city-rules.ts';
import { difficulty, type MatterRatio } from '../difficulty.ts';
import { peerGroupOf } from '../peer-groups.ts';
import { type Ranked, rank } from '../rank.ts';
import { isWithin, type Span } from '../span.ts';
import { daysOf, monthAfter } from './month-span.ts';
import { type Rolled, rollUp } from './roll-up.ts';
import { dutiesIn, heldIn, historyIn } from './standings.repo.ts';

type Asked = InputOf<typeof contract.readRanking>;
type Reply = ReplyOf<typeof contract.readRanking>;
type Group = Reply['groups'][number];
type Placed = Ranked<Rolled>;

/** 分档排序: everybody is placed among their like by the same counts; who may not know the others by name reads the spread. */
export async function readRanking(ctx: Context, { month, figure }: Asked): Promise<Reply> {
  const span = everybody(ctx, month, month);
  const before = everybody(ctx, monthAfter(month, -12), monthAfter(month, -1));
  const [held, duties, history, { peerGroups }] = await Promise.all([
    heldIn(ctx, span, figure),
    dutiesIn(ctx, span),
    historyIn(ctx, before, figure),
    cityRules(ctx),
  ]);
  const units = await unitsAbove(ctx, [...held.map(({ unit }) => unit), ...duties.keys()]);
  const rolled = rollUp(held, duties, (code) => units.get(code)?.path);
  const byGroup = Map.groupBy(
    rolled.filter(({ rawDenominator }) => rawDenominator > 0),
    ({ code, duties: orders }) => {
      const unit = units.get(code);
      return unit && peerGroupOf({ code, kind: unit.kind, orders }, peerGroups)?.code;
    },
  );
  const isMore = indicatorTable[figureWords(figure).indicator].direction === 'higher';
  const groups = peerGroups.flatMap(({ code, name }): Group[] => {
    const placed = rank(byGroup.get(code) ?? [], isMore ? 'up' : 'down');
    const rows = seenBy(ctx, placed, units).map((one) => rowOf(one, history, units));
    return rows.length === 0 ? [] : [{ code, name, rows }];
  });
  return { minimumSample, groups };
}

const everybody = ({ city }: Context, from: string, to: string): Span => {
  const days = daysOf(from, to);
  return {
    from: dayStart(days.from, city.zone),
    until: dayEnd(days.to, city.zone),
    unit: null,
    county: null,
    matter: null,
  };
};

type Units = ReadonlyMap<string, organisation.Unit>;

async function unitsAbove(ctx: Context, codes: readonly string[]): Promise<Units> {
  const holders = await organisation.unitsIfKnown(ctx, codes);
  const all = holders.flatMap(({ path }) => path.split('/'));
  return new Map((await organisation.unitsIfKnown(ctx, all)).map((unit) => [unit.code, unit]));
}

/** The centre reads all names, others those of their own; a group in which they have nobody is not theirs. */
function seenBy({ actor }: Context, placed: readonly Placed[], units: Units): Placed[] {
  if (actor.scope === 'all') return [...placed];
  const { unitPath } = actor;
  const isOwn = ({ code }: Placed) => {
    const unit = units.get(code);
    return unitPath !== null && unit !== undefined && isWithin(unit.path, unitPath);
  };
  if (!placed.some(isOwn)) return [];
  return placed.map((one) => (isOwn(one) ? one : { ...one, code: '' }));
}

function rowOf(
  { code, place, interval, matters, ...counts }: Placed,
  history: readonly MatterRatio[],
  units: Units,
): Group['rows'][number] {
  const { numerator, denominator, rawNumerator, rawDenominator } = counts;
  return {
    code: code === '' ? null : code,
    name: units.get(code)?.name ?? null,
    place,
    adjusted: { numerator, denominator },
    raw: { numerator: rawNumerator, denominator: rawDenominator },
    interval,
    difficulty: denominator < minimumSample ? null : difficulty(matters, history),
  };
}
