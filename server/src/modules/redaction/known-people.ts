import { doubleSurnames, titles } from './name-words.ts';
import type { KnownPeople, Removal } from './personal.ts';

const double = new RegExp(`^(?:${doubleSurnames})`);

/** 工单里的人: their names whole and in part, their numbers whole and by the last four. */
export function knownPeopleIn(text: string, { names, phones }: KnownPeople): Removal[] {
  const found: Removal[] = [];
  for (const name of names) {
    for (const pattern of patternsOf(name.replaceAll(/\s/g, '')))
      for (const hit of text.matchAll(pattern))
        found.push({ kind: 'name', start: hit.index, end: hit.index + hit[0].length });
  }
  for (const phone of phones) {
    const digits = phone.replaceAll(/\D/g, '');
    if (digits.length < 7) continue;
    for (const pattern of [spread(digits), `(?<!\\d)${digits.slice(-4)}(?!\\d)`])
      for (const hit of text.matchAll(new RegExp(pattern, 'g')))
        found.push({ kind: 'phone', start: hit.index, end: hit.index + hit[0].length });
  }
  return found;
}

const spread = (digits: string): string => digits.split('').join('[\\s\\-.·]{0,2}');

function patternsOf(name: string): RegExp[] {
  const characters = Array.from(name);
  if (characters.length < 2 || !/^[\p{L}·•]+$/u.test(name)) return [];
  const surname = double.exec(name)?.[0] ?? characters[0] ?? '';
  const given = name.slice(surname.length);
  const whole = new RegExp(characters.map(escaped).join('\\s?'), 'gu');
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return [whole];
  return [
    whole,
    new RegExp(`${surname}(?=${titles})`, 'gu'),
    new RegExp(`(?<=[老小阿])${surname}(?=[^\\p{Script=Han}]|的|说|在|家|是)`, 'gu'),
    ...(given.length >= 2 ? [new RegExp(given, 'gu')] : []),
  ];
}

const escaped = (character: string): string => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
