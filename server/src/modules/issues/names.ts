import { findPlaces, findSubjects, type Gazetteer, subjectKey } from '../mentions/index.ts';
import { remembered } from './remembered.ts';

/** 专名: what the messages of a period call by name, each name once whatever its suffix, and in how many it stands. */
export interface Names {
  readonly cores: readonly string[];
  readonly frequencies: readonly number[];
  /** For each message the names it says. */
  readonly inText: readonly (readonly number[])[];
  /** For each message the area it names; null where it names none. */
  readonly areas: readonly (string | null)[];
  /** Every way it is written, the most frequent first, and its core last. */
  readonly spellings: readonly (readonly string[])[];
}

const longestName = 12;
/** Of all places where its characters stand, in so many a name has its kind beside it; fewer, and it is a word. */
const leastShaped = 0.15;

/**
 * Names are first found by their shape (XX小区, XX公司, XX路), then looked for in every message: many leave the kind
 * away once everybody knows what is meant.
 */
export function findNames(texts: readonly string[], gazetteer: Gazetteer): Names {
  const book = new NameBook();
  const shaped = texts.map((text) => shapedIn(text, gazetteer));
  const own = shaped.map(({ names }) => new Set(names.map((name) => book.add(name))));
  const known = book.byStart();
  const standing = texts.map((text) => standingIn(text, known));
  const counts = tally(standing, book.cores.length);
  const shapes = tally(own, book.cores.length);
  const isName = (id: number) => (shapes[id] ?? 0) >= leastShaped * (counts[id] ?? 0);
  const inText = standing.map((found, at) => [
    ...new Set([...(own[at] ?? []), ...[...found].filter(isName)]),
  ]);
  return {
    cores: book.cores,
    frequencies: tally(inText, book.cores.length),
    inText,
    areas: shaped.map(({ area }) => area),
    spellings: book.spellings(),
  };
}

function tally(lists: readonly Iterable<number>[], size: number): number[] {
  const counts = Array.from({ length: size }, () => 0);
  for (const list of lists) for (const id of list) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

interface ShapedName {
  readonly core: string;
  readonly text: string;
}

const placeKinds: readonly string[] = ['town', 'village', 'road', 'poi'];

/** 广场舞 is danced anywhere: the square in it is no place. */
const misleading = /广场舞/g;

const shapedIn = remembered((said: string) => said, readShapes);

function readShapes(
  said: string,
  gazetteer: Gazetteer,
): { names: ShapedName[]; area: string | null } {
  const text = said.replace(misleading, ' ');
  const { mentions, best } = findPlaces(text, gazetteer);
  const places = mentions.filter(({ kind, isCoded }) => placeKinds.includes(kind) && !isCoded);
  const names = [...places, ...findSubjects(text, gazetteer)].map(({ start, end }) =>
    withHead(text, start, end),
  );
  return {
    names: [...new Set(names)].flatMap((name) => {
      const core = coreOf(name);
      return core === null ? [] : [{ core, text: name }];
    }),
    area: best.areaCode,
  };
}

const headBefore = /\p{Script=Han}{2}之$/u;

/** 魅影之城: a name with 之 in it begins before the 之. */
function withHead(text: string, start: number, end: number): string {
  const head = headBefore.exec(text.slice(Math.max(0, start - 3), start));
  return `${head?.[0] ?? ''}${text.slice(start, end)}`;
}

const roadEnd = /(?:大道|大街|路|街|巷)(?:[东西南北中一二三四五六七八九十]段)?$/;
const areaEnd = /(?:街道|社区|村|镇|乡|[一二三四五六七八九十\d]+期)+$/;

function coreOf(name: string): string | null {
  // A road keeps its kind: 建设路 is no 建设.
  const road = roadEnd.exec(name);
  if (road) return name.length > road[0].length + 1 ? name.slice(0, longestName) : null;
  const core = (subjectKey(name)?.core ?? '').replace(areaEnd, '');
  return core.length < 2 || core.length > longestName || /^\d+$/.test(core) ? null : core;
}

class NameBook {
  readonly cores: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #texts: Map<string, number>[] = [];

  add({ core, text }: ShapedName): number {
    let id = this.#ids.get(core);
    if (id === undefined) {
      id = this.cores.push(core) - 1;
      this.#ids.set(core, id);
      this.#texts.push(new Map());
    }
    const texts = this.#texts[id];
    texts?.set(text, (texts.get(text) ?? 0) + 1);
    return id;
  }

  /** Numbers of the names by their first two characters. */
  byStart(): Map<string, { core: string; id: number }[]> {
    const all = this.cores.map((core, id) => ({ core, id }));
    return Map.groupBy(all, ({ core }) => core.slice(0, 2));
  }

  spellings(): string[][] {
    return this.#texts.map((texts, id) => [
      ...[...texts].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length).map(([text]) => text),
      this.cores[id] ?? '',
    ]);
  }
}

function standingIn(
  text: string,
  known: ReadonlyMap<string, readonly { core: string; id: number }[]>,
): Set<number> {
  const found = new Set<number>();
  for (let at = 0; at + 2 <= text.length; at += 1)
    for (const { core, id } of known.get(text.slice(at, at + 2)) ?? [])
      if (text.startsWith(core, at)) found.add(id);
  return found;
}
