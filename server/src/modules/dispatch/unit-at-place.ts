import type { AreaLevel, PlaceLevels } from './place-levels.ts';

export function unitsAt(units: readonly string[], place: PlaceLevels): string[] {
  return [...new Set(units.flatMap((unit) => unitAt(unit, place) ?? []))];
}

/** `{county}.rsj` at the order's place; null when the place is not told closely enough. */
export function unitAt(unit: string, place: PlaceLevels): string | null {
  const level = levelAskedBy(unit);
  if (!level) return unit;
  // Until the county is known, the bureau above answers (条): it has the same name in the city.
  if (standsInFor(unit, place)) return unit.replace('{county}', place.city);
  const code = place[level];
  return code === null ? null : unit.replace(`{${level}}`, code);
}

export function standsInFor(unit: string, place: PlaceLevels): boolean {
  return unit.startsWith('{county}.') && place.county === null;
}

export function levelAskedBy(unit: string): AreaLevel | null {
  if (unit.startsWith('{county}')) return 'county';
  if (unit.startsWith('{town}')) return 'town';
  return unit.startsWith('{village}') ? 'village' : null;
}
