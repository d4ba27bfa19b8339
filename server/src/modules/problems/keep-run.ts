import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import type { Problem } from '../issues/index.ts';
import { figuresOf } from './figures.ts';
import { insertMembers, type SaidEarlier, saidEarlier } from './members.repo.ts';
import { insertAll, type ProblemRow, type Settling, unsettled } from './problems.repo.ts';
import type { Fact, Period } from './read-period.ts';
import * as runs from './runs.repo.ts';

/** Ranked lower, nobody reads it. */
export const mostKept = 500;
/** So much of it must have been dismissed, or stand in one issue, before: then it is no news. */
const knownShare = 0.8;
/** Which rules found the groups. */
const ruleName = 'pair-1 group-1';

interface Group {
  readonly problem: Problem;
  /** Of the period itself. */
  readonly ids: readonly string[];
  readonly facts: readonly Fact[];
  readonly figures: ReturnType<typeof figuresOf>;
}

/** 排序保存: what the period's appeals tell of together; what a person said of the same ones before still stands. */
export async function keepRun(
  ctx: Context,
  run: runs.RunRow,
  { period, problems }: { period: Period; problems: readonly Problem[] },
): Promise<void> {
  const groups = problems
    .map((problem) => groupOf(problem, period))
    .filter(({ ids }) => ids.length > 1)
    .toSorted((a, b) => b.figures.weight - a.figures.weight)
    .slice(0, mostKept);
  const earlier = await saidEarlier(
    ctx,
    groups.map(({ ids }) => ids),
  );
  const rows = groups.map((group, no) => ({
    id: ctx.newId(),
    run_id: run.id,
    rank: no + 1,
    ...group.figures,
    ...nameOf(group),
    ...settledBefore(
      group,
      earlier.find((one) => one.no === no && one.common >= knownShare * group.ids.length),
    ),
  }));
  await insertAll(ctx, rows);
  await insertMembers(ctx, membersOf(groups, rows));
  await runs.move(ctx, run.id, {
    state: 'done',
    phase: 'keeping',
    rule: ruleName,
    messages: period.facts.size,
    messages_before: period.isBeforeKnown ? period.before.size : null,
    read_from: period.readFrom,
    problems: rows.length,
    grouped: groups.reduce((sum, { ids }) => sum + ids.length, 0),
    ended_at: ctx.now,
  });
  announce(ctx, 'problems');
}

function groupOf(problem: Problem, { span, facts, before, isBeforeKnown }: Period): Group {
  const ids = problem.ids.filter((id) => facts.has(id));
  const own = ids.flatMap((id) => facts.get(id) ?? []);
  const earlier = new Set(problem.ids.flatMap((id) => before.get(id) ?? []));
  const figures = figuresOf(own, {
    people: new Set(own.map(({ person }) => person)).size,
    peopleBefore: isBeforeKnown ? earlier.size : null,
    span,
  });
  return { problem, ids, facts: own, figures };
}

const leastShare = 0.5;
const areaLengths = [12, 9, 6];

function nameOf({ problem, ids, facts }: Group) {
  const { name, names, words, exampleId } = problem;
  const matter = mostCommon(facts.map((fact) => fact.matter));
  const areas = areaLengths.map((length) =>
    mostCommon(facts.map(({ area }) => area.slice(0, length))),
  );
  const area = areas.find(({ share }) => share >= leastShare);
  return {
    name,
    names,
    words,
    example_order: ids.includes(exampleId) ? exampleId : (ids[0] ?? exampleId),
    matter_code: matter.share >= leastShare ? matter.value : null,
    matter_share: matter.share >= leastShare ? matter.share : null,
    area_code: area?.value ?? null,
    area_share: area?.share ?? null,
  };
}

function mostCommon(values: readonly string[]): { value: string; share: number } {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value = '', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { value, share: count / Math.max(1, values.length) };
}

/** 已有结论: dismissed before with nearly the same appeals and not opened again since, or already one issue. */
function settledBefore({ facts }: Group, earlier: SaidEarlier | undefined): Settling {
  if (earlier?.state === 'dismissed') {
    const { dismissed_as, note, settled_by, settled_at } = earlier;
    return { state: 'dismissed', issue_id: null, settled_by, settled_at, dismissed_as, note };
  }
  const issue = mostCommon(facts.map(({ issueId }) => issueId));
  return issue.share >= knownShare
    ? { ...unsettled, state: 'accepted', issue_id: issue.value }
    : unsettled;
}

const membersOf = (groups: readonly Group[], rows: readonly ProblemRow[]) =>
  groups.flatMap(({ ids, facts }, no) =>
    ids.map((orderId, at) => ({
      problemId: rows[no]?.id ?? '',
      orderId,
      marks: facts[at]?.marks ?? 0,
    })),
  );
