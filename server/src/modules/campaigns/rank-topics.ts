import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { dayEnd, dayOf, dayStart } from '../../platform/zone.ts';
import { figuresByMatter, type MatterFigures, returnedOf } from '../indicators/index.ts';
import { mayRank } from './policy.ts';
import { comparedDays } from './quarters.ts';
import { insertSnapshot, urgentAmongNewest } from './snapshots.repo.ts';
import { type TopicFigures, weightOf } from './topic-rank.ts';

/** So many of the most frequent branches are looked at closely. */
const mostCandidates = 30;
const newestOfMatter = 100;
const branchDigits = 4;
const figures: readonly FigureKey[] = ['K43', 'K42-wide', 'K41a'];
const none = { numerator: 0, denominator: 0 };

interface Branch {
  readonly matter: string;
  readonly leaves: readonly string[];
}

/** 排序选题: from the facts of the indicators alone, whole months from their sums; kept as it is now. */
export async function rankTopics(
  ctx: Context,
  { year, quarter }: InputOf<typeof contract.rankTopics>,
): Promise<{ snapshotId: string }> {
  demand(mayRank(ctx.actor));
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  const { days, yearAgo } = comparedDays({ year, quarter }, today);
  const now = await figuresByMatter(ctx, days, figures);
  const before = await figuresByMatter(ctx, yearAgo, ['K43']);
  const branches = largest(branchesOf(now), now);
  const urgent = await urgentOf(ctx, days, branches);
  const ranked: (TopicFigures & { matter: string })[] = [];
  for (const branch of branches)
    ranked.push({
      matter: branch.matter,
      ...countedOf(branch, now),
      volumeBefore:
        before.size === 0 ? null : sum(leavesOf(before, branch.matter), before, 'K43').denominator,
      returned: await returnedOf(ctx, { ...days, matter: branch.matter }),
      urgent: urgent.get(branch.matter) ?? none,
    });
  ranked.sort((a, b) => weightOf(b) - weightOf(a));
  return { snapshotId: await keep(ctx, { year, quarter, days }, ranked) };
}

function branchesOf(now: MatterFigures): Branch[] {
  const leaves = Map.groupBy(now.keys(), (leaf) => leaf.slice(0, branchDigits));
  return [...leaves].map(([matter, own]) => ({ matter, leaves: own }));
}

const leavesOf = (all: MatterFigures, branch: string): string[] =>
  [...all.keys()].filter((leaf) => leaf.startsWith(branch));

function sum(leaves: readonly string[], all: MatterFigures, key: FigureKey) {
  const counts = leaves.map((leaf) => all.get(leaf)?.get(key) ?? none);
  return {
    numerator: counts.reduce((total, { numerator }) => total + numerator, 0),
    denominator: counts.reduce((total, { denominator }) => total + denominator, 0),
  };
}

const volumeOf = ({ leaves }: Branch, all: MatterFigures): number =>
  sum(leaves, all, 'K43').denominator;

const largest = (branches: readonly Branch[], now: MatterFigures): Branch[] =>
  branches
    .filter((branch) => volumeOf(branch, now) > 0)
    .toSorted((a, b) => volumeOf(b, now) - volumeOf(a, now))
    .slice(0, mostCandidates);

function countedOf({ leaves }: Branch, now: MatterFigures) {
  const repeated = sum(leaves, now, 'K43');
  const rated = sum(leaves, now, 'K42-wide');
  return {
    volume: repeated.denominator,
    repeated,
    dissatisfied: { ...rated, numerator: rated.denominator - rated.numerator },
    solved: sum(leaves, now, 'K41a'),
  };
}

async function urgentOf(
  ctx: Context,
  { from, to }: { from: string; to: string },
  branches: readonly Branch[],
): Promise<Map<string, { numerator: number; denominator: number }>> {
  const counts = await urgentAmongNewest(ctx, {
    matters: branches.flatMap(({ leaves }) => leaves),
    from: dayStart(from, ctx.city.zone),
    until: dayEnd(to, ctx.city.zone),
    most: newestOfMatter,
  });
  const byBranch = Map.groupBy(counts, ({ matter }) => matter.slice(0, branchDigits));
  return new Map(
    [...byBranch].map(([matter, own]) => [
      matter,
      {
        numerator: own.reduce((total, { urgent }) => total + urgent, 0),
        denominator: own.reduce((total, one) => total + one.of, 0),
      },
    ]),
  );
}

async function keep(
  ctx: Context,
  { year, quarter, days }: { year: number; quarter: number; days: { from: string; to: string } },
  ranked: readonly (TopicFigures & { matter: string })[],
): Promise<string> {
  const id = ctx.newId();
  await insertSnapshot(
    ctx,
    {
      id,
      year,
      quarter,
      from_on: days.from,
      to_on: days.to,
      made_at: ctx.now,
      made_by: ctx.actor.accountId,
    },
    ranked.map((of, at) => ({
      no: at + 1,
      matter: of.matter,
      volume: of.volume,
      volume_before: of.volumeBefore,
      repeated: of.repeated.numerator,
      repeated_of: of.repeated.denominator,
      returned: of.returned.numerator,
      returned_of: of.returned.denominator,
      dissatisfied: of.dissatisfied.numerator,
      dissatisfied_of: of.dissatisfied.denominator,
      urgent: of.urgent.numerator,
      urgent_of: of.urgent.denominator,
      solved: of.solved.numerator,
      solved_of: of.solved.denominator,
      weight: weightOf(of),
    })),
  );
  const subject = { kind: 'campaign', id } as const;
  isNew(ctx, subject);
  tell(ctx, subject, 'campaigns.ranked', { year, quarter, candidates: ranked.length });
  announce(ctx, 'campaigns');
  return id;
}
