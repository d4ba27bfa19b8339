import { type Likenesses, namedTogether, rarest, rarityOf, shortness } from './likenesses.ts';
import type { Reading, Readings } from './readings.ts';
import { cosineTo, type Sum, sumOf } from './sparse.ts';

/** 轮廓: what a group says as a whole: the sum of its members' vectors, the names they call by, and when. */
export interface Profile {
  readonly members: readonly number[];
  readonly parts: Readonly<Record<Part, Sum>>;
  /** By how many members each name is called, in a title and anywhere. */
  readonly titleNames: ReadonlyMap<number, number>;
  readonly names: ReadonlyMap<number, number>;
  /** How many call anything by name in their title. */
  readonly named: number;
  readonly counties: ReadonlyMap<string, number>;
  readonly matters: ReadonlyMap<string, number>;
  readonly span: { readonly from: number; readonly to: number } | null;
}

const parts = ['title', 'matter', 'words', 'what'] as const;
type Part = (typeof parts)[number];

export function profileOf(members: readonly number[], { all }: Readings): Profile {
  const readings = members.flatMap((at) => all[at] ?? []);
  const times = readings
    .flatMap(({ message }) => message.at?.getTime() ?? [])
    .sort((a, b) => a - b);
  const [from, to] = [times[0], times.at(-1)];
  return {
    members,
    parts: {
      title: sumOf(readings.map(({ title }) => title)),
      matter: sumOf(readings.map(({ matter }) => matter)),
      words: sumOf(readings.map(({ words }) => words)),
      what: sumOf(readings.map(({ what }) => what)),
    },
    titleNames: tally(readings.map(({ titleNames }) => titleNames)),
    names: tally(readings.map(({ titleNames, detailNames }) => [...titleNames, ...detailNames])),
    named: readings.filter(({ titleNames }) => titleNames.length > 0).length,
    counties: tally(readings.map(({ county }) => (county === null ? [] : [county]))),
    matters: tally(
      readings.map(({ message }) => (message.matter === null ? [] : [message.matter])),
    ),
    span: from === undefined || to === undefined ? null : { from, to },
  };
}

/** 相似度: of a message to a group, as though it were not in it. */
export function likenessesTo(at: number, profile: Profile, readings: Readings): Likenesses | null {
  const reading = readings.all[at];
  const isIn = profile.members.includes(at);
  const others = profile.members.length - (isIn ? 1 : 0);
  if (!reading || others === 0) return null;
  const name = nameShared(reading, profile, { isIn, others }, readings);
  const what = cosineTo(reading.what, profile.parts.what, isIn);
  const matter = cosineTo(reading.matter, profile.parts.matter, isIn);
  return {
    title: cosineTo(reading.title, profile.parts.title, isIn),
    what,
    rare: rareShared(reading, profile, { isIn, others }, readings),
    short: shortness(reading, reading.words.ids.length),
    ...namedTogether(name, Math.max(what, matter)),
    otherName: otherName(reading, profile, { isIn }),
    ...mattersOf(reading, profile, { isIn, others }),
    otherArea: otherShare(reading.county, profile.counties, isIn),
    months: monthsOff(reading, profile),
    many: Math.log10(others),
  };
}

interface Standing {
  /** The message itself is one of the members: what it adds is taken off. */
  readonly isIn: boolean;
  readonly others: number;
}

/** A rare word counts by how many of the group have it, two of whom are enough. */
function rareShared(
  { words }: Reading,
  { parts: { words: sum } }: Profile,
  { isIn, others }: Standing,
  readings: Readings,
): number {
  const own = isIn ? 1 : 0;
  const rarities: number[] = [];
  for (const id of words.ids) {
    const having = (sum.counts.get(id) ?? 0) - own;
    if (having > 0)
      rarities.push(rarityOf(id, readings) * Math.min(1, 0.5 + having / (0.5 * others + 1)));
  }
  return rarest(rarities);
}

function nameShared(
  { titleNames, detailNames }: Reading,
  { names, titleNames: titled }: Profile,
  { isIn, others }: Standing,
  { names: { frequencies }, all }: Readings,
): number {
  let best = 0;
  const every = Math.log(all.length + 1);
  const own = isIn ? 1 : 0;
  const weigh = (name: number, sure: number, inTitle: number) => {
    const rarity = 1 - Math.log(frequencies[name] ?? 1) / every;
    const anywhere = ((names.get(name) ?? 0) - own) / others;
    const inTitles = ((titled.get(name) ?? 0) - inTitle) / others;
    best = Math.max(best, sure * rarity * Math.min(1, 0.7 * anywhere + 0.5 * inTitles));
  };
  for (const name of titleNames) if (names.has(name)) weigh(name, 1, own);
  for (const name of detailNames) if (names.has(name)) weigh(name, 0.7, 0);
  return best;
}

/** Of those in the group who call anything by name, how many call nothing that this message calls so. */
function otherName(
  { titleNames, detailNames }: Reading,
  { named, names }: Profile,
  { isIn }: Pick<Standing, 'isIn'>,
): number {
  if (titleNames.length === 0) return 0;
  const own = isIn ? 1 : 0;
  const mine = [...titleNames, ...detailNames].map((name) => (names.get(name) ?? own) - own);
  const others = named - own;
  return Math.max(0, others - Math.max(0, ...mine)) / (others + 1);
}

function mattersOf({ message }: Reading, { matters }: Profile, { isIn, others }: Standing) {
  if (message.matter === null) return { matter: 0, otherMatter: 0 };
  const same = ((matters.get(message.matter) ?? 0) - (isIn ? 1 : 0)) / others;
  const branch = message.matter.slice(0, 2);
  const other = [...matters].reduce(
    (sum, [matter, count]) => sum + (matter.startsWith(branch) ? 0 : count),
    0,
  );
  return { matter: Math.max(0, same), otherMatter: other / others };
}

function otherShare(
  county: string | null,
  counties: ReadonlyMap<string, number>,
  isIn: boolean,
): number {
  if (county === null) return 0;
  const all = [...counties.values()].reduce((sum, count) => sum + count, 0) - (isIn ? 1 : 0);
  return all <= 0 ? 0 : 1 - ((counties.get(county) ?? 0) - (isIn ? 1 : 0)) / all;
}

const monthMs = 30 * 86_400_000;

function monthsOff({ message }: Reading, { span }: Profile): number {
  if (!message.at || !span) return 0;
  const at = message.at.getTime();
  const months = Math.max(0, span.from - at, at - span.to) / monthMs;
  return months / (months + 2);
}

function tally<T>(lists: readonly (readonly T[])[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const list of lists)
    for (const one of new Set(list)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
