import type { AreaLevel, PlaceLevels } from './place-levels.ts';

/** 占位解析: the units that place-holders of a catalogue row mean at a place, each once. */
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

/** A county's bureau is named, and the place names no county. */
export function standsInFor(unit: string, place: PlaceLevels): boolean {
  return unit.startsWith('{county}.') && place.county === null;
}

/** How closely a place must be told for this place-holder; null for a plain unit. */
export function levelAskedBy(unit: string): AreaLevel | null {
  if (unit.startsWith('{county}')) return 'county';
  if (unit.startsWith('{town}')) return 'town';
  return unit.startsWith('{village}') ? 'village' : null;
}
