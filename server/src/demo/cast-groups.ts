import type { Casting } from './casting.ts';
import { chanceOf } from './chance.ts';
import type { Part, Stop } from './lives/scene.ts';
import { dayAt, minutesAfter } from './office-time.ts';
import type { DoneWords, GroupWords } from './texts.ts';

/** 一事多诉: several people about one thing, each in their own words. */
export function groupParts(casting: Casting, group: GroupWords, at: number): Part[] {
  const chance = chanceOf(`group ${at}`);
  const place = { areaCode: group.area, address: group.address };
  const firstDays = group.night ? 2 : 9;
  const nightMinute = 21 * 60 + 40;
  const stops: readonly Stop[] = [
    'call-back',
    'reply-review',
    'working',
    null,
    'working',
    'to-dispatch',
  ];
  return group.sayings.map((say, no) => ({
    seed: `group-${at}-${no}`,
    person: `group ${at} person ${no}`,
    at:
      stops[no] === 'to-dispatch'
        ? minutesAfter(casting.end, -chance.between(2, 40))
        : group.night
          ? minutesAfter(dayAt(casting.end, firstDays, nightMinute), no * chance.between(4, 13))
          : dayAt(casting.end, Math.max(1, firstDays - no), chance.between(480, 1200)),
    channel: no % 3 === 1 ? 'web' : 'phone',
    who: 'person',
    matter: group.matter,
    type: casting.typeOf(group.matter),
    secrecy: 0,
    title: group.title,
    say,
    want: '',
    place,
    outcome: { result: 'dispatch', done: group satisfies DoneWords },
    stops: stops[no] ?? null,
    repeats: null,
    group: `group-${at}`,
  }));
}

const againMinutes = 1300;

/** 重复来电: some call again about the same thing, a day later. */
export function repeats({ end }: Casting, parts: readonly Part[]): Part[] {
  const isOldEnough = ({ at }: Part) => minutesAfter(at, againMinutes + 60) < end;
  const unsolved = parts.filter((part) => part.stops === 'working' && isOldEnough(part));
  return unsolved.slice(0, 7).map((part) => ({
    ...part,
    seed: `${part.seed}-again`,
    at: minutesAfter(part.at, againMinutes),
    channel: 'phone',
    say: `之前反映过的事还没有解决:${part.say}`,
    repeats: part.seed,
  }));
}
