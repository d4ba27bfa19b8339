import type { calendar } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';

type Listed = ReplyOf<typeof calendar.listCalendar>;
export type CalendarDay = Listed['rows'][number];
export type WaitingDay = Listed['waiting'][number];

export interface DayRun extends Omit<CalendarDay, 'on'> {
  from: string;
  to: string;
  days: number;
}

const dayMs = 86_400_000;

/** Days in a row that are one holiday by one notice are one line. */
export function runsOf(days: readonly CalendarDay[]): DayRun[] {
  const runs: DayRun[] = [];
  for (const { on, ...day } of days) {
    const last = runs.at(-1);
    const goesOn =
      last !== undefined &&
      Date.parse(on) - Date.parse(last.to) === dayMs &&
      last.kind === day.kind &&
      last.name === day.name &&
      last.source === day.source &&
      last.isCorrected === day.isCorrected;
    if (goesOn) runs[runs.length - 1] = { ...last, to: on, days: last.days + 1 };
    else runs.push({ ...day, from: on, to: on, days: 1 });
  }
  return runs;
}
