import { titleAfter } from './name-context.ts';
import { doubleSurnames, surnames } from './name-words.ts';

const double = new RegExp(`^(?:${doubleSurnames})`);
const han = /^\p{Script=Han}$/u;
/** 张家村, 康家园. */
const surelyPlace = /.[村园苑巷镇县厝]$/;

/** 候选: every surname with one or two characters after it. */
export function candidatesIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const surname = surnameAt(text, start);
    if (surname === null || isCounted(text, start)) continue;
    for (const size of [1, 2]) {
      const end = start + surname.length + size;
      const given = text.slice(start + surname.length, end);
      if (surelyPlace.test(given)) continue;
      const isHan = given.length === size && [...given].every((character) => han.test(character));
      // 李女士 is a surname with its title; 王女 is nobody.
      if (isHan && !titleAfter.test(text.slice(start + surname.length, start + surname.length + 4)))
        found.push({ start, end, surname, given });
    }
  }
  return found;
}

/** 1楼大厅: a storey, no 楼. */
const isCounted = (text: string, at: number): boolean =>
  /[楼班步门]/.test(text.charAt(at)) && /[\d一二三四五六七八九十几]/.test(text.charAt(at - 1));

export function surnameAt(text: string, start: number): string | null {
  const [pair] = double.exec(text.slice(start, start + 2)) ?? [];
  if (pair !== undefined) return pair;
  return surnames.has(text.charAt(start)) ? text.charAt(start) : null;
}

export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly surname: string;
  readonly given: string;
}
