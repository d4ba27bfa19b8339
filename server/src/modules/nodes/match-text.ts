import type { ZeroHow } from '@minsheng/contract/words/nodes.ts';
import { findSubjects, subjectKey } from '../mentions/index.ts';
import { normaliseDocument } from '../text/index.ts';
import type { ObjectWord } from './words.repo.ts';

/** What an object is looked for by. */
export interface LookedFor {
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  /** Empty: all that is said of it; otherwise a text that names it speaks of one of these as well. */
  readonly things: readonly string[];
  /** Six digits. */
  readonly county: string;
}

export function lookedFor(words: readonly ObjectWord[], county: string): LookedFor {
  const of = (kind: ObjectWord['kind']) =>
    words.filter((one) => one.kind === kind).map(({ word }) => word);
  return { names: of('name'), aliases: of('alias'), things: of('thing'), county };
}

export interface Hit {
  readonly how: Extract<ZeroHow, 'name' | 'alias' | 'sound'>;
  readonly word: string;
}

/** 是否说到: by a name together with its thing, by a nickname in its own county, or by another spelling of the name. */
export function matchText(text: string, area: string, wanted: LookedFor): Hit | null {
  const said = normaliseDocument(text);
  const stands = (word: string) => said.includes(normaliseDocument(word));
  const alias = wanted.aliases.find(stands);
  if (alias !== undefined && isThere(area, wanted.county)) return { how: 'alias', word: alias };
  const saysThing = wanted.things.length === 0 || wanted.things.some(stands);
  if (!saysThing) return null;
  const name = wanted.names.find(stands);
  if (name !== undefined) return { how: 'name', word: name };
  const sounds = new Map(wanted.names.map((word) => [subjectKey(word)?.sound ?? word, word]));
  for (const { key } of findSubjects(text)) {
    const word = sounds.get(key.sound);
    if (word !== undefined) return { how: 'sound', word };
  }
  return null;
}

/** A place told no closer than the city may be anywhere in it. */
const isThere = (area: string, county: string): boolean =>
  area.startsWith(county) || /^\d{4}0+$/.test(area);

/** 可能相关: names it without its thing, or speaks of the thing in its county without the name. */
export function mayBeAbout(text: string, area: string, wanted: LookedFor): boolean {
  const said = normaliseDocument(text);
  const stands = (word: string) => said.includes(normaliseDocument(word));
  if (wanted.names.some(stands)) return true;
  return wanted.things.some(stands) && isThere(area, wanted.county);
}
