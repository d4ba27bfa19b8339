import { dayOf } from '../../platform/zone.ts';

/** 整天读过的日子: where reading stopped at an instant, its day and those before it were not looked at whole. */
export function wholeDays(
  days: readonly string[],
  readFrom: Date | null,
  zone: string,
): readonly string[] {
  if (readFrom === null) return days;
  const stopped = dayOf(readFrom.getTime(), zone);
  return days.filter((on) => on > stopped);
}
