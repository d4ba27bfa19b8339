import { z } from 'zod';

/** What stands at 'data.msgid' of an answer, as a word; null: nothing. */
export function wordAt(answer: unknown, path: string): string | null {
  let at: unknown = answer;
  for (const name of path.split('.'))
    at = z.record(z.string(), z.unknown()).safeParse(at).data?.[name];
  return (
    z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]).safeParse(at)
      .data ?? null
  );
}

export function listAt(answer: unknown, path: string | null): unknown[] {
  if (path === null) return [answer];
  if (path === '') return z.array(z.unknown()).safeParse(answer).data ?? [];
  let at: unknown = answer;
  for (const name of path.split('.'))
    at = z.record(z.string(), z.unknown()).safeParse(at).data?.[name];
  return z.array(z.unknown()).safeParse(at).data ?? [];
}

/** A carrier's word as a log and a page may show it: no sentence, which could hold a number. */
export const plainWord = (word: string | null): string =>
  word !== null && /^[\w.:-]{1,40}$/.test(word) && !/\d{7}/.test(word) ? word : 'unknown-word';

/** No connection came about, so nothing can have left by it. */
export const neverReached = (word: string): boolean =>
  [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'private-address',
    'odd-address',
  ].includes(word) || word.includes('CERT');
