import { findPlaces, findSubjects, type Gazetteer, subjectKey } from '../mentions/index.ts';
import { halfWidth, taggedWords, withoutPeople } from '../text/index.ts';

/** An appeal as it was read from the tables. */
export interface Appeal {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly address: string;
  readonly area: string;
  readonly at: Date;
  /** Digest of the number, or the order's own id where there is none. */
  readonly person: string;
}

export interface SaidName {
  /** The name without its kind: 苏峰山 of 苏峰山景区. */
  readonly core: string;
  readonly text: string;
}

/** 读过的诉求: whom or what it names, in which county, and its words clause by clause. */
export interface ReadMessage {
  readonly id: string;
  readonly at: Date;
  readonly person: string;
  readonly county: string;
  readonly names: readonly SaidName[];
  readonly clauses: readonly Clause[];
  readonly text: string;
}

export interface Clause {
  readonly text: string;
  readonly words: readonly { readonly word: string; readonly tag: string }[];
}

/** Places and things of their own; towns, villages and counties are where something is, and none. */
const ownPlaces: readonly string[] = ['poi'];
const longestCore = 12;

/** 读一件诉求: without the people in it. */
export function readMessage(
  { id, at, person, title, content, address, area }: Appeal,
  gazetteer: Gazetteer,
): ReadMessage {
  const told = title !== '' && content.startsWith(title) ? content : `${title}。${content}`;
  const text = withoutPeople(halfWidth(told));
  const whole = `${text}。${withoutPeople(halfWidth(address))}`;
  const { mentions, best } = findPlaces(whole, gazetteer);
  const subjects = findSubjects(whole, gazetteer);
  const places = mentions.filter(
    (place) =>
      ownPlaces.includes(place.kind) &&
      !place.isCoded &&
      !subjects.some(({ start, end }) => place.start < end && start < place.end),
  );
  return {
    id,
    at,
    person,
    county: countyOf(area, best.areaCode),
    names: [...subjects, ...places].flatMap(({ text: said }) => nameOf(said)),
    clauses: clausesOf(text),
    text: whole,
  };
}

/** A place that says no more than the city leaves it to the words. */
function countyOf(area: string, said: string | null): string {
  const own = area.slice(0, 6);
  return own.endsWith('00') && said !== null ? said.slice(0, 6) : own;
}

function nameOf(text: string): SaidName[] {
  const core = subjectKey(text)?.core ?? text;
  const isName = core.length >= 2 && core.length <= longestCore && !/^\d+$/.test(core);
  return isName ? [{ core, text }] : [];
}

const ends = /[。!?;,、!?;,\n]+/;

const clausesOf = (text: string): Clause[] =>
  text
    .split(ends)
    .map((part) => part.trim())
    .filter((part) => part.length >= 3)
    .map((part) => ({ text: part, words: taggedWords(part) }));
