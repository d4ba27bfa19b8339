import { findPlaces, findSubjects, type Gazetteer, subjectKey } from '../mentions/index.ts';
import type { CleanMessage } from './clean-message.ts';

/** 专名: what the messages of a period call by name, each name once whatever its suffix, and in how many it stands. */
export interface Names {
  readonly cores: readonly string[];
  readonly frequencies: readonly number[];
  /** For each message the names in its title, and those only its detail has. */
  readonly inTitle: readonly (readonly number[])[];
  readonly inDetail: readonly (readonly number[])[];
  /** Every way it is written, the most frequent first, and its core last. */
  readonly spellings: readonly (readonly string[])[];
}

/** A name this long is one wherever it stands; a shorter one only where its kind stands beside it. */
const surelyName = 3;
const longestName = 12;

/**
 * Names are first found by their shape (XX小区, XX公司, XX路), then looked for in every message: many leave the kind
 * away once everybody knows what is meant.
 */
export function findNames(messages: readonly CleanMessage[], gazetteer: Gazetteer): Names {
  const book = new NameBook();
  const shaped = messages.map(({ title, detail }) => ({
    title: shapedIn(title, gazetteer).map((name) => book.add(name)),
    detail: shapedIn(detail, gazetteer).map((name) => book.add(name)),
  }));
  const known = book.byStart();
  const same = book.shortened();
  const told = messages.map(({ title, detail }, at) => {
    const one = (names: readonly number[], text: string) =>
      new Set([...names, ...knownIn(text, known)].map((name) => same[name] ?? name));
    const titled = one(shaped[at]?.title ?? [], title);
    const rest = one(shaped[at]?.detail ?? [], detail);
    return { titled: [...titled], rest: [...rest].filter((name) => !titled.has(name)) };
  });
  const general = generalNames(told.map(({ titled }) => titled));
  const kept = (names: readonly number[]) => names.filter((name) => !general.has(name));
  const inTitle = told.map(({ titled }) => kept(titled));
  const inDetail = told.map(({ rest }) => kept(rest));
  const frequencies = book.cores.map(() => 0);
  for (const name of [...inTitle, ...inDetail].flat())
    frequencies[name] = (frequencies[name] ?? 0) + 1;
  return { cores: book.cores, frequencies, inTitle, inDetail, spellings: book.spellings(same) };
}

const fewMessages = 4;

/** 泛称: what stands beside ever other names, such as 公交线路 or 垃圾站, is a kind of thing, or too large a place. */
function generalNames(titles: readonly (readonly number[])[]): Set<number> {
  const beside = new Map<number, number[]>();
  for (const names of titles)
    for (const name of names) {
      const others = names.filter((other) => other !== name);
      beside.set(name, [...(beside.get(name) ?? []), ...others.slice(0, 1)]);
    }
  const counts = new Map<number, number>();
  for (const name of titles.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isGeneral = ([name, others]: [number, number[]]) => {
    const count = counts.get(name) ?? 0;
    const different = new Set(others).size;
    return (
      count >= fewMessages &&
      others.length >= 0.4 * count &&
      different >= 0.5 * others.length &&
      different >= 3
    );
  };
  return new Set([...beside].filter(isGeneral).map(([name]) => name));
}

interface ShapedName {
  readonly core: string;
  readonly text: string;
}

const fineKinds: readonly string[] = ['village', 'road', 'poi'];

/** 广场舞 is danced anywhere: the square in it is no place. */
const misleading = /广场舞/g;

function shapedIn(said: string, gazetteer: Gazetteer): ShapedName[] {
  const text = said.replace(misleading, ' ');
  const places = findPlaces(text, gazetteer).mentions.filter(
    ({ kind, isCoded }) => fineKinds.includes(kind) && !isCoded,
  );
  const names = [...places, ...findSubjects(text)].map(({ start, end }) =>
    withHead(text, start, end),
  );
  return [...new Set(names)].flatMap((name) => {
    const core = coreOf(name);
    return core === null ? [] : [{ core, text: name }];
  });
}

const headBefore = /\p{Script=Han}{2}之$/u;

/** 魅影之城: a name with 之 in it begins before the 之. */
function withHead(text: string, start: number, end: number): string {
  const head = headBefore.exec(text.slice(Math.max(0, start - 3), start));
  return `${head?.[0] ?? ''}${text.slice(start, end)}`;
}

const roadEnd = /(?:大道|大街|路|街|巷)(?:[东西南北中一二三四五六七八九十]段)?$/;

function coreOf(name: string): string | null {
  // A road keeps its kind: 建设路 is no 建设.
  const road = roadEnd.exec(name);
  if (road) return name.length > road[0].length + 1 ? name.slice(0, longestName) : null;
  const core = subjectKey(name)?.core.replace(/[一二三四五六七八九十\d]+期$/, '') ?? '';
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

  /** Names by their first two characters, the longest first. */
  byStart(): Map<string, { core: string; id: number }[]> {
    const all = this.cores
      .map((core, id) => ({ core, id }))
      .filter(({ core }) => core.length >= surelyName)
      .sort((a, b) => b.core.length - a.core.length);
    return Map.groupBy(all, ({ core }) => core.slice(0, 2));
  }

  /** 简称: 伊澜滨江 for 伊澜滨江苑, 环湖路 for 环湖路中段: the number of the shortest name each begins with. */
  shortened(): number[] {
    return this.cores.map((core, id) => {
      for (let length = Math.max(surelyName, core.length - 2); length < core.length; length += 1) {
        const shorter = this.#ids.get(core.slice(0, length));
        if (shorter !== undefined) return shorter;
      }
      return id;
    });
  }

  /** Of each name with all that are short for it or long for it. */
  spellings(same: readonly number[]): string[][] {
    const together = this.cores.map(() => new Map<string, number>());
    this.#texts.forEach((texts, id) => {
      const target = together[same[id] ?? id];
      for (const [text, count] of texts) target?.set(text, (target.get(text) ?? 0) + count);
      target?.set(this.cores[id] ?? '', target.get(this.cores[id] ?? '') ?? 0);
    });
    return together.map((texts) =>
      [...texts].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length).map(([text]) => text),
    );
  }
}

function knownIn(
  text: string,
  known: ReadonlyMap<string, readonly { core: string; id: number }[]>,
): number[] {
  const found: number[] = [];
  for (let at = 0; at + surelyName <= text.length; at += 1) {
    const hit = known.get(text.slice(at, at + 2))?.find(({ core }) => text.startsWith(core, at));
    if (!hit) continue;
    found.push(hit.id);
    at += hit.core.length - 1;
  }
  return found;
}
