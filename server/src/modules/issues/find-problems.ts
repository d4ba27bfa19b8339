import type { Gazetteer } from '../mentions/index.ts';
import { candidatePairs } from './candidate-pairs.ts';
import { clusterPairs } from './cluster-pairs.ts';
import type { PairRule } from './fit-rule.ts';
import { gatherGroups } from './gather-groups.ts';
import type { Message } from './message.ts';
import { nameProblem, type ProblemName } from './name-problem.ts';
import { pairScore, scorePairs } from './pair-scores.ts';
import { profileOf } from './profiles.ts';
import { type Readings, readMessages } from './readings.ts';
import { groupRule } from './same-thing-rules.ts';

/** 问题: one real thing that several messages are about. */
export interface Problem extends ProblemName {
  readonly ids: readonly string[];
  readonly people: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

export interface Finding {
  readonly gazetteer: Gazetteer;
  readonly pairRule: PairRule;
  /** Told how far it is, 0 to 1. */
  readonly progress: (done: number) => void;
}

/** 聚类成问题: every message is in one problem at most; what many people tell comes first. */
export function findProblems(messages: readonly Message[], finding: Finding): Problem[] {
  const { gazetteer, progress, pairRule: rule } = finding;
  const readings = readMessages(messages, gazetteer);
  progress(0.4);
  const score = pairScore(readings, rule);
  const { likely, near } = scorePairs(candidatePairs(readings.all), messages.length, score);
  progress(0.6);
  const seeds = clusterPairs(messages.length, likely, score);
  progress(0.8);
  const groups = gatherGroups(seeds, near, readings, { rule: groupRule, score });
  progress(0.95);
  return groups
    .filter((members) => callOneThing(members, readings))
    .map((members) => problemOf(members, readings))
    .sort(byPeople);
}

const byPeople = (a: Problem, b: Problem): number =>
  b.people - a.people || b.ids.length - a.ids.length;

/** 仅有同一说法: where several call by names and no two by the same one, a turn of phrase is all they share. */
function callOneThing(members: readonly number[], { all }: Readings): boolean {
  const called = members.flatMap((at) => (all[at]?.names.length ? [all[at].names] : []));
  const names = called.flat();
  return called.length < 2 || new Set(names).size < names.length;
}

function problemOf(members: readonly number[], readings: Readings): Problem {
  const messages = members.flatMap((at) => readings.all[at]?.message ?? []);
  const times = messages.flatMap(({ at }) => at ?? []).sort((a, b) => a.getTime() - b.getTime());
  return {
    ...nameProblem(profileOf(members, readings), readings),
    ids: messages.map(({ id }) => id),
    people: new Set(messages.map(({ person }) => person)).size,
    firstAt: times[0] ?? null,
    lastAt: times.at(-1) ?? null,
  };
}
