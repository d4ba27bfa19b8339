import { z } from 'zod';
import { cityWords } from '../../server/src/city/index.ts';
import { type Gazetteer, gazetteerOf } from '../../server/src/modules/mentions/index.ts';
import { learnCityWords } from '../../server/src/modules/text/index.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { gazetteerOfCities, knownCities } from './known-cities.ts';
import { type Row, readRows } from './read-rows.ts';

const areaRow = z.object({
  code: z.string().min(1),
  parent: z.string().transform((parent) => (parent === '' ? null : parent)),
  name: z.string().min(1),
  level: z.enum(['city', 'county', 'town', 'village']),
  lng: z.coerce.number().nullable().catch(null),
  lat: z.coerce.number().nullable().catch(null),
});

/**
 * The areas a row is read with: of `--areas F` (a table like `areas.tsv` of a city here), of `--city C`, of the
 * city its own column `city` names, else of all cities together.
 */
export function citiesToRead(given: Arguments): (row: Row) => Gazetteer {
  if (given.has('areas')) {
    const only = otherCity(given.path('areas'));
    return () => only;
  }
  const packs = knownCities();
  const byCity = new Map(packs.map((pack) => [pack.name, gazetteerOfCities([pack])]));
  const all = gazetteerOfCities(packs);
  const named = given.has('city') ? given.text('city') : null;
  if (named !== null) {
    const only = byCity.get(named);
    if (!only)
      throw new UsageError(`no city ${named}; there are: ${[...byCity.keys()].join(', ')}`);
    learnCityWords(packs.filter(({ name }) => name === named).flatMap(cityWords));
    return () => only;
  }
  return (row) => byCity.get(row.city ?? '') ?? all;
}

const shortestName = 3;

function otherCity(path: string): Gazetteer {
  const read = z.array(areaRow).safeParse(readRows(path));
  if (!read.success)
    throw new UsageError(`${path}: heads code, parent, name, level (city, county, town, village)`);
  learnCityWords(read.data.map(({ name }) => name).filter((name) => name.length >= shortestName));
  return gazetteerOf({ areas: read.data, aliases: [], learnt: [] });
}
