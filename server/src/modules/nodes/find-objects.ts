import { aliasesIn } from './aliases.ts';
import type { ReadMessage } from './read-message.ts';
import { type Reason, reasonsIn } from './reasons.ts';
import { elsewhere, usualWords } from './usual.ts';

/** 对象 found from text: what several people named in the compared windows, beside what ordinary weeks bring. */
export interface FoundObject {
  readonly county: string;
  readonly name: string;
  /** Every way it is written, the most frequent first. */
  readonly names: readonly string[];
  /** 说的是什么: what at least half of them speak of. */
  readonly things: readonly string[];
  readonly aliases: readonly string[];
  readonly people: number;
  readonly expected: number;
  readonly reasons: readonly Reason[];
  readonly inWindows: readonly string[];
  readonly inOrdinary: readonly string[];
}

export interface Read {
  /** Of the compared windows, each once though windows may overlap. */
  readonly windows: readonly ReadMessage[];
  readonly windowDays: number;
  readonly ordinary: readonly ReadMessage[];
  readonly ordinaryDays: number;
}

export const mostObjects = 100;
const fewestPeople = 2;
/** Of all places where its characters stand, in so many a name is seen as one; fewer, and it is a word. */
const leastShaped = 0.15;

/** 找对象: ranked by how many people more than ordinary weeks let expect. */
export function findObjects({ windows, windowDays, ordinary, ordinaryDays }: Read): FoundObject[] {
  const messages = [...windows, ...ordinary];
  const groups = groupsOf(messages);
  const isWindow = new Set(windows.map(({ id }) => id));
  const usual = usualWords(messages);
  const found = [...groups.values()].flatMap((group): FoundObject[] => {
    const inWindows = group.messages.filter(({ id }) => isWindow.has(id));
    const others = group.messages.filter(({ id }) => !isWindow.has(id));
    const people = peopleIn(inWindows);
    if (people < fewestPeople) return [];
    const perDay = ordinaryDays === 0 ? 0 : peopleIn(others) / ordinaryDays;
    const names = spellingsOf(group);
    const shareOf = elsewhere(usual, group.messages);
    const things = thingsOf(inWindows, names, shareOf);
    const aliases = aliasesIn(group.messages, names);
    const place = names[0] ?? group.core;
    return [
      {
        county: group.county,
        name: things[0] === undefined ? place : `${place} ${things[0]}`,
        names,
        things,
        aliases,
        people,
        expected: Math.round(perDay * windowDays * 10) / 10,
        reasons: reasonsIn(inWindows, {
          without: [...names, ...things, ...aliases],
          shareOf,
        }),
        inWindows: inWindows.map(({ id }) => id),
        inOrdinary: others.map(({ id }) => id),
      },
    ];
  });
  return found.toSorted((a, b) => above(b) - above(a) || b.people - a.people).slice(0, mostObjects);
}

/** 多出的人数. */
export const above = ({ people, expected }: Pick<FoundObject, 'people' | 'expected'>): number =>
  people - expected;

export const peopleIn = (messages: readonly Pick<ReadMessage, 'person'>[]): number =>
  new Set(messages.map(({ person }) => person)).size;

interface Group {
  readonly county: string;
  readonly core: string;
  readonly messages: ReadMessage[];
  readonly texts: Map<string, number>;
}

/** First by the shape of names, then wherever the name stands without its kind. */
function groupsOf(messages: readonly ReadMessage[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  const shaped = new Map<string, Set<string>>();
  for (const message of messages)
    for (const { core, text } of message.names) {
      const group = groupAt(groups, message.county, core);
      group.texts.set(text, (group.texts.get(text) ?? 0) + 1);
      const in_ = shaped.get(keyOf(group)) ?? new Set();
      shaped.set(keyOf(group), in_.add(message.id));
    }
  const byStart = Map.groupBy(groups.values(), ({ core }) => core.slice(0, 2));
  const standing = new Map<Group, ReadMessage[]>();
  for (const message of messages)
    for (const group of standingIn(message, byStart))
      standing.set(group, [...(standing.get(group) ?? []), message]);
  for (const group of groups.values()) {
    const own = shaped.get(keyOf(group)) ?? new Set();
    const all = standing.get(group) ?? [];
    const isName = own.size >= leastShaped * all.length;
    group.messages.push(...all.filter(({ id }) => isName || own.has(id)));
  }
  return groups;
}

const keyOf = ({ county, core }: Pick<Group, 'county' | 'core'>): string => `${county} ${core}`;

function groupAt(groups: Map<string, Group>, county: string, core: string): Group {
  const key = keyOf({ county, core });
  const known = groups.get(key);
  if (known) return known;
  const made: Group = { county, core, messages: [], texts: new Map() };
  groups.set(key, made);
  return made;
}

function standingIn(
  { text, county }: ReadMessage,
  byStart: ReadonlyMap<string, readonly Group[]>,
): Set<Group> {
  const found = new Set<Group>();
  for (let at = 0; at + 2 <= text.length; at += 1)
    for (const group of byStart.get(text.slice(at, at + 2)) ?? [])
      if (group.county === county && text.startsWith(group.core, at)) found.add(group);
  return found;
}

const mostSpellings = 4;

function spellingsOf({ texts, core }: Group): string[] {
  const written = [...texts].toSorted((a, b) => b[1] - a[1] || a[0].length - b[0].length);
  return [...new Set([...written.slice(0, mostSpellings - 1).map(([text]) => text), core])];
}

const leastShare = 0.5;
const leastLift = 3;
const mostThings = 1;

/** The noun that half of these people say and others hardly ever do. */
function thingsOf(
  messages: readonly ReadMessage[],
  names: readonly string[],
  shareOf: (word: string) => number,
): string[] {
  const all = peopleIn(messages);
  const people = new Map<string, Set<string>>();
  for (const { clauses, person } of messages)
    for (const { word, tag } of clauses.flatMap(({ words }) => words)) {
      const isThing = tag.startsWith('n') && word.length >= 2;
      if (!isThing || names.some((name) => name.includes(word))) continue;
      people.set(word, (people.get(word) ?? new Set()).add(person));
    }
  return [...people]
    .map(([word, by]) => ({ word, share: by.size / all }))
    .filter(({ word, share }) => share >= leastShare && share >= leastLift * shareOf(word))
    .toSorted((a, b) => b.share - a.share || b.word.length - a.word.length)
    .slice(0, mostThings)
    .map(({ word }) => word);
}
