const dayMs = 86_400_000;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

export const daysBefore = (day: string, days: number): string => dayOf(at(day) - days * dayMs);

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const fromMonday = (new Date(at(day)).getUTCDay() + 6) % 7;
  return daysBefore(day, fromMonday);
}
