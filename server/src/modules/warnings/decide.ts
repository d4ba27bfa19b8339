import type { Gathered } from './gather.ts';
import { overlap } from './gather.ts';

/** What has been going on, as far as the decision needs it; plain, so that it can be kept anywhere. */
export interface Happening {
  readonly id: string;
  keys: ReadonlySet<string>;
  appeals: ReadonlySet<string>;
  /** Hours. */
  readonly firstAt: number;
  lastAt: number;
  /** The most it has been. */
  strength: number;
  /** Null while it was too weak, or others came first. */
  toldAt: number | null;
}

export interface Decision {
  readonly happening: Happening;
  readonly gathered: Gathered;
  readonly isNew: boolean;
  readonly isTold: boolean;
}

const weekHours = 168;
/** So many alarms a week, never more: whoever is called every day stops looking. */
export const alarmsAWeek = 2;
/** How strong the first of a week must be, and the second after it. */
const bars = [2.5, 4];
/** Only what would be among the strongest of half a year at two a week. */
const rankedHours = 26 * weekHours;
const quietHours = 8 * 24;

interface Wish {
  readonly at: number;
  readonly gathered: readonly Gathered[];
  /** Of the last half-year; changed in place. */
  readonly happenings: Happening[];
  newId(): string;
}

/**
 * 报与不报: a gathering that goes on with a happening belongs to it; a new one is told when it is strong enough for the
 * rank it has and the week has room. What is not told yet may be told later, while it lasts.
 */
export function decide({ at, gathered, happenings, newId }: Wish): Decision[] {
  return gathered.map((group) => {
    const known = mostAlike(happenings, group, at);
    const happening = known ?? begin(group, at, newId());
    if (known) carryOn(known, group, at);
    else happenings.push(happening);
    const isTold = happening.toldAt === null && isWorthIt(happening, happenings, at);
    if (isTold) happening.toldAt = at;
    return { happening, gathered: group, isNew: !known, isTold };
  });
}

function begin({ stirrings, around }: Gathered, at: number, id: string): Happening {
  return {
    id,
    keys: new Set(leading(stirrings)),
    appeals: around,
    firstAt: at,
    lastAt: at,
    strength: stirrings[0]?.strength ?? 0,
    toldAt: null,
  };
}

const mostLeading = 8;
const leading = (stirrings: Gathered['stirrings']): string[] =>
  stirrings.slice(0, mostLeading).map(({ key }) => key);

/** The happening this goes on with; the likest, where several share appeals or keys with it. */
function mostAlike(
  happenings: readonly Happening[],
  group: Gathered,
  at: number,
): Happening | null {
  let best: { happening: Happening; likeness: number } | null = null;
  for (const happening of happenings) {
    if (at - happening.lastAt > quietHours) continue;
    const likeness = likenessOf(happening, group);
    if (likeness >= alike && likeness > (best?.likeness ?? 0)) best = { happening, likeness };
  }
  return best?.happening ?? null;
}

const alike = 0.3;

function likenessOf(happening: Happening, { stirrings, around }: Gathered): number {
  const keys = leading(stirrings);
  const known = keys.filter((key) => happening.keys.has(key)).length;
  const leads = keys[0] !== undefined && happening.keys.has(keys[0]) ? 1 : 0;
  const shares = known >= Math.max(2, keys.length / 3) ? known / keys.length : 0;
  return leads + shares + overlap(happening.appeals, around);
}

function carryOn(happening: Happening, { stirrings, around }: Gathered, at: number): void {
  happening.lastAt = at;
  happening.appeals = around;
  happening.strength = Math.max(happening.strength, stirrings[0]?.strength ?? 0);
  // The words of the day change while an event goes on; those it began with stay.
  if (happening.keys.size < 3 * mostLeading)
    happening.keys = new Set([...happening.keys, ...leading(stirrings)]);
}

function isWorthIt(happening: Happening, happenings: readonly Happening[], at: number): boolean {
  const told = happenings.filter(({ toldAt }) => toldAt !== null && at - toldAt < weekHours).length;
  const bar = bars[told];
  if (told >= alarmsAWeek || bar === undefined || happening.strength < bar) return false;
  const ranked = happenings.filter(({ lastAt }) => at - lastAt < rankedHours);
  const first = ranked.reduce((least, { firstAt }) => Math.min(least, firstAt), at);
  const room = Math.max(4, Math.ceil((alarmsAWeek * (at - first)) / weekHours));
  return ranked.filter(({ strength }) => strength > happening.strength).length < room;
}
