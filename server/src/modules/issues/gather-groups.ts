import type { Score } from './cluster-pairs.ts';
import { logOdds, type PairRule } from './fit-rule.ts';
import { likenessesTo, type Profile, profileOf } from './profiles.ts';
import type { Readings } from './readings.ts';

/**
 * 归组: every message joins the group it fits best, or stands alone. A group knows more words for a thing than any one
 * message: 灰尘 and 噪音 meet in the group about the 搅拌站; and what two share by chance fits no third.
 */
export function gatherGroups(
  seeds: readonly (readonly number[])[],
  near: readonly (readonly number[])[],
  readings: Readings,
  fitting: { readonly rule: PairRule; readonly score: Score },
): number[][] {
  const profiles = seeds.map((members) => profileOf(members, readings));
  const place = placeOf(readings.all.length, seeds);
  const groups: number[][] = seeds.map(() => []);
  readings.all.forEach((_, one) => {
    const choices = new Set([one, ...(near[one] ?? [])].map((other) => place[other] ?? -1));
    let [best, bestOdds] = [-1, 0];
    for (const choice of choices) {
      const odds = oddsOf(one, profiles[choice], readings, fitting);
      if (odds > bestOdds) [best, bestOdds] = [choice, odds];
    }
    groups[best]?.push(one);
  });
  return groups.filter((members) => members.length > 1);
}

function oddsOf(
  one: number,
  profile: Profile | undefined,
  readings: Readings,
  { rule, score }: { readonly rule: PairRule; readonly score: Score },
): number {
  const likenesses = profile ? likenessesTo(one, profile, readings, score) : null;
  return likenesses ? logOdds(rule, likenesses) : -1;
}

function placeOf(size: number, groups: readonly (readonly number[])[]): Int32Array {
  const place = new Int32Array(size).fill(-1);
  groups.forEach((members, group) => {
    for (const one of members) place[one] = group;
  });
  return place;
}
