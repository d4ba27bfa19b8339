import { type DayOn, dayAfter, dayOf, instantMs, weekdayOf } from '../../platform/zone.ts';
import { checkOfficeHours, hoursOn, type OfficeHours } from './office-hours.ts';

/** The rows of one region's calendar, as its notices give them. */
export interface CalendarRows {
  readonly zone: string;
  /** The last day the published notices speak of; later ones are assumed by weekday. */
  readonly knownThrough: DayOn;
  readonly daysOff: readonly DayOn[];
  readonly makeUpDays: readonly DayOn[];
  /** What a day off or make-up day is called on screen. */
  readonly dayNames?: ReadonlyMap<DayOn, string> | undefined;
  readonly officeHours: readonly OfficeHours[];
}

export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday';

/** Half-open: the end is no longer inside. */
export interface SpanMs {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface CalendarDay extends SpanMs {
  readonly on: DayOn;
  readonly kind: DayKind;
  readonly name: string | null;
  /** False beyond the last published notice. */
  readonly isKnown: boolean;
  /** Office hours; none on a day off. */
  readonly open: readonly SpanMs[];
}

/** 工作日历: what every day of a region is. */
export interface WorkingCalendar {
  readonly zone: string;
  readonly knownThrough: DayOn;
  day(on: DayOn): CalendarDay;
  dayAt(atMs: number): CalendarDay;
  dayAfter(day: CalendarDay): CalendarDay;
}

/** Builds the calendar once; days are worked out when first asked for and kept. */
export function workingCalendar(rows: CalendarRows): WorkingCalendar {
  checkOfficeHours(rows.officeHours);
  const kindOf = kinds(rows);
  const known = new Map<DayOn, CalendarDay>();

  function day(on: DayOn): CalendarDay {
    const kept = known.get(on);
    if (kept) return kept;
    const made = dayIn(rows, on, kindOf(on));
    known.set(on, made);
    return made;
  }

  return {
    zone: rows.zone,
    knownThrough: rows.knownThrough,
    day,
    dayAt: (atMs) => day(dayOf(atMs, rows.zone)),
    dayAfter: ({ on }) => day(dayAfter(on, 1)),
  };
}

function kinds(rows: CalendarRows): (on: DayOn) => DayKind {
  const daysOff = new Set(rows.daysOff);
  const makeUpDays = new Set(rows.makeUpDays);
  return (on) => {
    // A region's own holiday stands even where the national notice moves work to that day.
    if (daysOff.has(on)) return 'holiday';
    if (makeUpDays.has(on)) return 'make-up';
    return weekdayOf(on) > 5 ? 'weekend' : 'working';
  };
}

function dayIn(rows: CalendarRows, on: DayOn, kind: DayKind): CalendarDay {
  const msAt = (time: string) => instantMs(on, time, rows.zone);
  const isOpen = kind === 'working' || kind === 'make-up';
  const hours = isOpen ? hoursOn(on, kind === 'make-up', rows.officeHours) : [];
  return {
    on,
    kind,
    name: rows.dayNames?.get(on) ?? null,
    isKnown: on <= rows.knownThrough,
    fromMs: msAt('00:00'),
    toMs: instantMs(dayAfter(on, 1), '00:00', rows.zone),
    open: hours.map(([from, to]) => ({ fromMs: msAt(from), toMs: msAt(to) })),
  };
}

/** 工作日: a day on which the offices open at all. */
export function isWorkingDay(day: CalendarDay): boolean {
  return day.open.length > 0;
}
