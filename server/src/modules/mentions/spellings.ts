import { normaliseDocument } from '../text/index.ts';
import { findSubjects } from './find-subjects.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isOwnName } from './own-name.ts';
import { subjectKey } from './subject-key.ts';

/** 别的写法: how what somebody types may be spelled elsewhere. */
export interface Spellings {
  /** The name alone: 鸿达 of 鸿达养殖; null where it is an ordinary word, which would find everything. */
  readonly core: string | null;
  /** The name by sound, as `soundsIn` writes it. */
  readonly sound: string;
}

const longestName = 24;
const mostSounds = 6;
/** Of a query that is the name of a thing; null of everything else. */
export function spellingsOf(typed: string, gazetteer: Gazetteer): Spellings | null {
  const query = normaliseDocument(typed.slice(0, longestName + 1));
  if (query.length > longestName || !/^[\p{Script=Han}()·]{3,}$/u.test(query)) return null;
  const name = withoutPlace(query, gazetteer);
  const key = subjectKey(name);
  if (key === null || key.core === query || key.core.length < 2) return null;
  const isOrdinary = !isOwnName(key.core);
  // 芗城路灯 is no name, though a place stands before it.
  if (isOrdinary && key.kind === 'other') return null;
  return { core: isOrdinary ? null : key.core, sound: soundWord(key.sound) };
}

/** 石亭|鸿达: the place before a name is no part of it. */
function withoutPlace(query: string, { byFirst }: Gazetteer): string {
  const place = (byFirst.get(query.charAt(0)) ?? []).find(
    (name) => query.startsWith(name) && query.length - name.length >= 2,
  );
  return place === undefined ? query : query.slice(place.length);
}

/** 同音: the things a text names, by sound, so that 鸿达养殖场 is found where somebody wrote 宏达鸡场. */
export function soundsIn(text: string, gazetteer: Gazetteer): string[] {
  const sounds = findSubjects(text, gazetteer)
    .filter(({ key }) => key.core.length >= 2)
    .map(({ key }) => soundWord(key.sound));
  return [...new Set(sounds)].slice(0, mostSounds);
}

/** No word of any text begins like this. */
const soundWord = (sound: string): string => `=${sound.replaceAll(' ', '')}`;
