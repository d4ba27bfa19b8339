import { dayAfter, weekdayOf } from '../../platform/zone.ts';

export type DayOn = string;

export interface CalendarNote {
  readonly kind: 'off' | 'work';
  readonly name: string;
}

/** 日历: what a day is to people who may call. */
export interface Days {
  /** The notice's word on the day; null on an ordinary one. */
  note(on: DayOn): CalendarNote | null;
}

const dayMs = 86_400_000;

/** Days since 1970, so that days can be counted. */
export const dayNo = (on: DayOn): number => Math.floor(Date.parse(`${on}T00:00:00Z`) / dayMs);
export const dayOn = (no: number): DayOn => dayAfter('1970-01-01', no);

/** Notices where there are any; for years without one the feasts fall where the moon and the law put them. */
export function daysFrom(
  rows: readonly { readonly on: DayOn; readonly kind: 'off' | 'work'; readonly name: string }[],
): Days {
  const notes = new Map(rows.map(({ on, kind, name }) => [on, { kind, name: feastOf(name) }]));
  const years = new Set(rows.map(({ on }) => on.slice(0, 4)));
  return {
    note: (on) => (years.has(on.slice(0, 4)) ? (notes.get(on) ?? null) : unannounced(on)),
  };
}

/** 春节调休上班 and 春节 are about one feast. */
const feastOf = (name: string): string => name.replace(/调休.*$|补班.*$|假期?$|\(.*$/, '');

const off = (name: string): CalendarNote => ({ kind: 'off', name });

/** Where the feasts fall in a year of which no notice has spoken yet. */
export function unannounced(on: DayOn): CalendarNote | null {
  const solar = on.slice(5);
  if (solar === '01-01') return off('元旦');
  if (solar === '04-04' || solar === '04-05') return off('清明');
  if (solar >= '05-01' && solar <= '05-03') return off('劳动节');
  if (solar >= '10-01' && solar <= '10-07') return off('国庆节');
  const spring = springOffset(on);
  if (spring >= -1 && spring <= 6) return off('春节');
  const { month, day } = lunarOf(on);
  if (month === 5 && day === 5) return off('端午');
  if (month === 8 && day === 15) return off('中秋');
  return null;
}

const lunarDays = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** 农历; a leap month is none of the twelve. */
export function lunarOf(on: DayOn): { readonly month: number; readonly day: number } {
  const parts = lunarDays.formatToParts(dayNo(on) * dayMs);
  const of = (type: string) =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN);
  return { month: of('month'), day: of('day') };
}

const newYears = new Map<string, number>();

/** 正月初一 of the year, as a day's number. */
export function springOf(year: string): number {
  const known = newYears.get(year);
  if (known !== undefined) return known;
  let no = dayNo(`${year}-01-20`);
  for (const last = dayNo(`${year}-02-22`); no < last; no += 1) {
    const { month, day } = lunarOf(dayOn(no));
    if (month === 1 && day === 1) break;
  }
  newYears.set(year, no);
  return no;
}

/** Days since the nearest 正月初一, negative before it. */
export function springOffset(on: DayOn): number {
  const year = on.slice(0, 4);
  const offset = dayNo(on) - springOf(year);
  return offset > 200 ? dayNo(on) - springOf(String(Number(year) + 1)) : offset;
}

export interface DayTraits {
  readonly on: DayOn;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly kind: 'working' | 'make-up' | 'weekend' | 'holiday';
  readonly feast: string | null;
  /** 1 for the first day of the feast. */
  readonly feastDay: number;
  readonly isEve: boolean;
  readonly isAfter: boolean;
  readonly spring: number;
}

/** 一天的样子: read once a day and kept. */
export function traitReader(days: Days): (on: DayOn) => DayTraits {
  const kept = new Map<DayOn, DayTraits>();
  return (on) => {
    const known = kept.get(on);
    if (known) return known;
    const read = traitsOf(on, days);
    kept.set(on, read);
    return read;
  };
}

function traitsOf(on: DayOn, days: Days): DayTraits {
  const weekday = weekdayOf(on);
  const note = days.note(on);
  const isOff = (other: DayOn) => days.note(other)?.kind === 'off';
  let feastDay = 0;
  for (let day = on; isOff(day) && feastDay < 12; day = dayAfter(day, -1)) feastDay += 1;
  const isHoliday = note?.kind === 'off';
  return {
    on,
    weekday,
    kind: isHoliday
      ? 'holiday'
      : note?.kind === 'work'
        ? 'make-up'
        : weekday > 5
          ? 'weekend'
          : 'working',
    feast: isHoliday ? note.name : null,
    feastDay,
    isEve: !isHoliday && isOff(dayAfter(on, 1)),
    isAfter: !isHoliday && isOff(dayAfter(on, -1)),
    spring: springOffset(on),
  };
}
