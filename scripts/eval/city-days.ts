import { join } from 'node:path';
import { readCity } from '../../server/src/city/index.ts';
import { type Days, daysFrom } from '../../server/src/modules/warnings/index.ts';

/** The days of a city of ours, by its calendar. */
export function daysOfCity(city: string): Days {
  const pack = readCity(join(import.meta.dirname, '../../cities', city));
  return daysFrom(pack.calendar.map(({ date, kind, name }) => ({ on: date, kind, name })));
}
