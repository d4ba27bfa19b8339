import { z } from 'zod';
import { text as words } from './text.ts';

/** A cell as the reader hands it over: trimmed text, or null when the cell is empty. */
export type Cell = string | null;

export const text = z.string();
export const maybeText = z.string().nullable();
export const yesNo = z.enum(['yes', 'no']).transform((value) => value === 'yes');
export const wholeNumber = z
  .string()
  .regex(/^\d+$/, words.notWholeNumber)
  .transform((value) => Number(value));
export const maybeDecimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, words.notDecimal)
  .transform((value) => Number(value))
  .nullable();
export const day = z.iso.date(words.notDay);
export const maybeDay = day.nullable();
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, words.notClockTime);
export const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, words.notMonthDay);

/** Values parted by `;`. An empty cell is an empty list. */
export const list = z
  .string()
  .nullable()
  .transform((value) => parts(value ?? '', ';'));

/** Alternatives parted by `|`. */
export const alternatives = z
  .string()
  .nullable()
  .transform((value) => parts(value ?? '', '|'));

/** Groups parted by `;`, alternatives inside a group by `|`: every group must be met by one of its words. */
export const wordGroups = z
  .string()
  .nullable()
  .transform((value) => parts(value ?? '', ';').map((group) => parts(group, '|')));

/** 险情事项: parted by `;`, each a matter and after `=` the words it needs; one without words always fits. */
export const mattersByWords = z
  .string()
  .nullable()
  .transform((value) =>
    parts(value ?? '', ';').map((part) => {
      const [matter = '', words = ''] = part.split('=');
      return { matter: matter.trim(), words: parts(words, '|') };
    }),
  );

/** ISO weekdays, Monday 1 to Sunday 7, written `1-5` or `1,3,5`. */
export const weekdays = z
  .string()
  .regex(/^[1-7](-[1-7]|(,[1-7])*)$/, words.notWeekdays)
  .transform(weekdaysOf);

/** 时限: natural minutes run through nights, working minutes only in office hours, working days from the next day. */
export type Span =
  | { readonly kind: 'natural-minutes'; readonly minutes: number }
  | { readonly kind: 'working-minutes'; readonly minutes: number }
  | { readonly kind: 'working-days'; readonly days: number };

export const maybeSpan = z
  .string()
  .regex(/^\d+(min|nat_h|wh|wd)$/, words.notSpan)
  .transform(spanOf)
  .nullable();

export const span = z
  .string()
  .regex(/^\d+(min|nat_h|wh|wd)$/, words.notSpan)
  .transform(spanOf);

export const areaCode = z.string().regex(/^\d{12}$/, words.notAreaCode);
/** 区划代码 of a county (6 digits), township (9) or village (12); zeros that only fill up a shorter code say nothing. */
export const areaPrefix = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3})?)?$/, words.notAreaInCity)
  .transform((code) => code.replace(/(?<=^\d{6})(000){1,2}$|(?<=^\d{9})000$/, ''));
/** A unit's code: digits of its area, then a slug after the dot for departments and enterprises. */
export const unitCode = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3})?)?(\.[a-z0-9]+)?$/, words.notUnitCode);
/** The front of a matter's code: field (2 digits), group (4) or leaf (6). */
export const matterPrefix = z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/, words.notMatterPrefix);
export const matterCode = z.string().regex(/^\d{6}$/, words.notMatterCode);

/** 代号: a code the city makes up itself. It travels in events and addresses, so it is no word of a language. */
export const slug = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, words.notSlug);

function parts(value: string, separator: string): string[] {
  return value
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function weekdaysOf(value: string): number[] {
  const [from, to] = value.split('-').map(Number);
  if (from === undefined || to === undefined) return value.split(',').map(Number);
  return [1, 2, 3, 4, 5, 6, 7].filter((weekday) => weekday >= from && weekday <= to);
}

function spanOf(value: string): Span {
  const amount = Number.parseInt(value, 10);
  if (value.endsWith('wd')) return { kind: 'working-days', days: amount };
  if (value.endsWith('wh')) return { kind: 'working-minutes', minutes: amount * 60 };
  if (value.endsWith('nat_h')) return { kind: 'natural-minutes', minutes: amount * 60 };
  return { kind: 'natural-minutes', minutes: amount };
}
