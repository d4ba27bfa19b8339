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
  /** Messages a day in the last quarter of the period to those before, smoothed; 1: as before. */
  readonly growth: number;
  readonly harm: 0 | 1 | 2;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

export interface Finding {
  readonly gazetteer: Gazetteer;
  readonly pairRule: PairRule;
  /** Told how far it is, 0 to 1. */
  readonly progress: (done: number) => void;
}

/** 聚类成问题: every message is in one problem at most; the order is by people, harm and growth together. */
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
  const problems = groups
    .filter((members) => callOneThing(members, readings))
    .map((members) => problemOf(members, readings));
  return problems.sort((a, b) => weightOf(b) - weightOf(a));
}

/** Found in no order of rank: for whoever counts people only. */
export const byPeople = (a: Problem, b: Problem): number =>
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
    growth: growthOf(times, readings),
    harm: harmOf(messages),
    firstAt: times[0] ?? null,
    lastAt: times.at(-1) ?? null,
  };
}

/** The worst that two of them say, or that one says of a small group. */
function harmOf(messages: readonly Message[]): 0 | 1 | 2 {
  const enough = messages.length < 4 ? 1 : 2;
  if (messages.filter(({ harm }) => harm === 2).length >= enough) return 2;
  return messages.filter(({ harm }) => harm >= 1).length >= enough ? 1 : 0;
}

function growthOf(times: readonly Date[], { span }: Readings): number {
  if (!span || times.length === 0) return 1;
  const lately = span.to.getTime() - (span.to.getTime() - span.from.getTime()) / 4;
  const recent = times.filter((at) => at.getTime() >= lately).length;
  return (recent + 1) / ((times.length - recent) / 3 + 1);
}

/** 排序: people first; harm doubles them, growth at most doubles or halves them. */
function weightOf({ people, growth, harm }: Problem): number {
  return people * (1 + harm / 2) * Math.min(2, Math.max(0.5, growth));
}
