import type { PairRule } from './fit-rule.ts';
import { logOdds } from './fit-rule.ts';
import { likenessesTo, type Profile, profileOf } from './profiles.ts';
import type { Readings } from './readings.ts';

const rounds = 6;
/** So many members of a group are asked when two groups may be one. */
const asked = 12;

/**
 * 归组: every message joins the group whose profile it fits best, or stands alone; groups that fit each other become one.
 * A profile knows more words for a thing than any one message: 灰尘 and 噪音 meet in the group about the 搅拌站.
 */
export function gatherGroups(
  seeds: readonly (readonly number[])[],
  near: readonly (readonly number[])[],
  readings: Readings,
  rule: PairRule,
): number[][] {
  let groups = seeds.map((members) => [...members]);
  for (let round = 0; round < rounds; round += 1) {
    const profiles = groups.map((members) => profileOf(members, readings));
    const place = placeOf(readings.all.length, groups);
    const next = readings.all.map((_, one) =>
      bestGroup(one, { near, place, profiles, readings, rule }),
    );
    const moved = next.filter((group, one) => group !== (place[one] ?? -1)).length;
    groups = mergeGroups(membersBy(next, groups.length), near, readings, rule);
    if (moved === 0) break;
  }
  return groups;
}

interface Search {
  readonly near: readonly (readonly number[])[];
  readonly place: Int32Array;
  readonly profiles: readonly Profile[];
  readonly readings: Readings;
  readonly rule: PairRule;
}

function bestGroup(one: number, { near, place, profiles, readings, rule }: Search): number {
  const choices = new Set([
    place[one] ?? -1,
    ...(near[one] ?? []).map((other) => place[other] ?? -1),
  ]);
  let [best, bestScore] = [-1, 0];
  for (const choice of choices) {
    const profile = profiles[choice];
    const likenesses = profile ? likenessesTo(one, profile, readings) : null;
    const score = likenesses ? logOdds(rule, likenesses) : -1;
    if (score > bestScore) [best, bestScore] = [choice, score];
  }
  return best;
}

function mergeGroups(
  groups: number[][],
  near: readonly (readonly number[])[],
  readings: Readings,
  rule: PairRule,
): number[][] {
  const merged = groups.map((members) => [...members]);
  const profiles = merged.map((members) => profileOf(members, readings));
  const place = placeOf(readings.all.length, merged);
  const bySize = merged
    .map((_, at) => at)
    .sort((a, b) => (merged[a]?.length ?? 0) - (merged[b]?.length ?? 0));
  for (const small of bySize) {
    const members = merged[small] ?? [];
    const choices = new Set(
      members.flatMap((one) => near[one] ?? []).map((other) => place[other] ?? -1),
    );
    let [best, bestScore] = [-1, 0];
    for (const choice of choices) {
      const profile = profiles[choice];
      if (!profile || choice === small || (merged[choice]?.length ?? 0) < members.length) continue;
      const score = meanScore(members, profile, readings, rule);
      if (score > bestScore) [best, bestScore] = [choice, score];
    }
    if (best === -1) continue;
    for (const one of members) place[one] = best;
    const together = [...(merged[best] ?? []), ...members];
    merged[best] = together;
    merged[small] = [];
    profiles[best] = profileOf(together, readings);
    profiles[small] = profileOf([], readings);
  }
  return merged.filter((members) => members.length > 1);
}

function meanScore(
  members: readonly number[],
  profile: Profile,
  readings: Readings,
  rule: PairRule,
): number {
  const step = Math.max(1, members.length / asked);
  let [sum, count] = [0, 0];
  for (let at = 0; at < members.length; at += step) {
    const likenesses = likenessesTo(members[Math.floor(at)] ?? 0, profile, readings);
    sum += likenesses ? Math.max(-6, Math.min(6, logOdds(rule, likenesses))) : -6;
    count += 1;
  }
  return sum / count;
}

function placeOf(size: number, groups: readonly (readonly number[])[]): Int32Array {
  const place = new Int32Array(size).fill(-1);
  groups.forEach((members, group) => {
    for (const one of members) place[one] = group;
  });
  return place;
}

function membersBy(next: readonly number[], count: number): number[][] {
  const groups: number[][] = Array.from({ length: count }, () => []);
  next.forEach((group, one) => {
    groups[group]?.push(one);
  });
  return groups.filter((members) => members.length > 1);
}
