import type { Score } from './cluster-pairs.ts';
import { apartness, areOtherAreas, type Likenesses, monthsBeyond } from './likenesses.ts';
import type { Reading, Readings } from './readings.ts';
import { cosineTo, type Sum, sumOf } from './sparse.ts';
import { spread } from './spread.ts';

/** 轮廓: what a group says as a whole: the sum of its members' words, and by how many each name is called. */
export interface Profile {
  readonly members: readonly number[];
  readonly what: Sum;
  readonly names: ReadonlyMap<number, number>;
}

export function profileOf(members: readonly number[], { all }: Readings): Profile {
  const readings = members.flatMap((at) => all[at] ?? []);
  const names = new Map<number, number>();
  for (const name of readings.flatMap((reading) => reading.names))
    names.set(name, (names.get(name) ?? 0) + 1);
  return {
    members,
    what: sumOf(readings.map(({ what }) => what)),
    names,
  };
}

/** So many members at most are asked one by one, spread evenly. */
const asked = 40;
const nearShare = 0.5;

/** 相似度: of a message to a group, as though it were not in it. */
export function likenessesTo(
  at: number,
  profile: Profile,
  readings: Readings,
  score: Score,
): Likenesses | null {
  const reading = readings.all[at];
  const isIn = profile.members.includes(at);
  const others = spread(profile.members, asked).filter((one) => one !== at);
  if (!reading || others.length === 0) return null;
  const told = others.flatMap((one) => readings.all[one] ?? []);
  const scores = others.map((one) => score(at, one)).sort((a, b) => b - a);
  const near = scores.slice(0, Math.ceil(scores.length * nearShare));
  const what = cosineTo(reading.what, profile.what, isIn);
  return {
    what,
    apart: apartness(reading, what, reading.what.ids.length),
    rare: 0,
    run: 0,
    short: 0,
    name: 0,
    otherName: otherNames(reading, told),
    ...mattersOf(reading, told),
    otherArea: shareOf(told, (one) => areOtherAreas(reading, one)),
    months: monthsOff(reading, told),
    near: near.reduce((sum, one) => sum + one, 0) / near.length,
    many: Math.log(profile.members.length - (isIn ? 1 : 0)),
  };
}

function shareOf(told: readonly Reading[], is: (one: Reading) => boolean): number {
  return told.length === 0 ? 0 : told.filter(is).length / told.length;
}

/** Of those in the group who call anything by name, how many call nothing that this message calls so. */
function otherNames({ names }: Reading, told: readonly Reading[]): number {
  if (names.length === 0) return 0;
  const named = told.filter((one) => one.names.length > 0);
  return shareOf(named, (one) => !one.names.some((name) => names.includes(name)));
}

function mattersOf({ message }: Reading, told: readonly Reading[]) {
  const { matter } = message;
  if (matter === null) return { matter: 0, otherMatter: 0 };
  const isOther = (other: string | null) => other !== null && !other.startsWith(matter.slice(0, 2));
  return {
    matter: shareOf(told, (one) => one.message.matter === matter),
    otherMatter: shareOf(told, (one) => isOther(one.message.matter)),
  };
}

/** How far outside the days on which the others told of it. */
function monthsOff({ message }: Reading, told: readonly Reading[]): number {
  const times = told.flatMap((one) => one.message.at?.getTime() ?? []);
  if (!message.at || times.length === 0) return 0;
  const at = message.at.getTime();
  const outside = Math.max(0, Math.min(...times) - at, at - Math.max(...times));
  return monthsBeyond(2 * outside);
}
