import { dayOf, instantAt } from '../../platform/zone.ts';
import { dayHours } from './count-book.ts';
import { dayNo, dayOn } from './day-traits.ts';

const hourMs = 3_600_000;

/** The city's hour an instant lies in, counted since 1970. */
export function hourOf(at: Date, zone: string): number {
  const day = dayNo(dayOf(at.getTime(), zone));
  const begins = instantAt(dayOn(day), '00:00', zone).getTime();
  return day * dayHours + Math.min(dayHours - 1, Math.floor((at.getTime() - begins) / hourMs));
}

/** The instant an hour begins. */
export function hourStart(hour: number, zone: string): Date {
  const day = Math.floor(hour / dayHours);
  const clock = String(hour - day * dayHours).padStart(2, '0');
  return instantAt(dayOn(day), `${clock}:00`, zone);
}

export const dayOfHour = (hour: number): number => Math.floor(hour / dayHours);
