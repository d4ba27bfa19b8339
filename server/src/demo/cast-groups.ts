import type { Casting } from './casting.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Part, Stop } from './lives/scene.ts';
import { dayAt, minutesAfter } from './office-time.ts';
import type { DoneWords, GroupWords } from './texts.ts';

const stopsOf: Record<GroupWords['when'], readonly Stop[]> = {
  night: ['call-back', 'reply-review', 'working', null, 'working', 'to-dispatch'],
  days: ['call-back', 'reply-review', 'working', null, 'working', 'to-dispatch'],
  today: ['sent', 'to-dispatch', 'working', 'sent'],
};
const nightMinute = 21 * 60 + 40;

/** 一事多诉: several people about one thing, each in their own words. */
export function groupParts(casting: Casting, group: GroupWords, at: number): Part[] {
  const chance = chanceOf(`group ${at}`);
  const place = { areaCode: group.area, address: group.address };
  const stops = stopsOf[group.when];
  return group.sayings.map((say, no) => {
    const stop = stops[no % stops.length] ?? null;
    return {
      seed: `group-${at}-${no}`,
      person: `group ${at} person ${no}`,
      at: saidAt(casting.end, { when: group.when, stop, no }, chance),
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
      stops: stop,
      repeats: null,
      group: `group-${at}`,
    };
  });
}

/** The last of a night or of some days has only just called; those of today call hour after hour. */
function saidAt(
  end: Date,
  { when, stop, no }: { when: GroupWords['when']; stop: Stop; no: number },
  chance: Chance,
): Date {
  if (when === 'today') return minutesAfter(end, -chance.between(40, 90) - no * 45);
  if (stop === 'to-dispatch') return minutesAfter(end, -chance.between(2, 40));
  if (when === 'night') return minutesAfter(dayAt(end, 2, nightMinute), no * chance.between(4, 13));
  return dayAt(end, Math.max(1, 9 - no), chance.between(480, 1200));
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
