import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CityPack, cityWords, readCity } from '../../server/src/city/index.ts';
import { type Gazetteer, gazetteerOf } from '../../server/src/modules/mentions/index.ts';
import { learnCityWords } from '../../server/src/modules/text/index.ts';

/** The cities of `cities/`, read as the program reads them; their names are taught to the word cutter as at start-up. */
export function knownCities(): CityPack[] {
  const folder = join(import.meta.dirname, '../../cities');
  const packs = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'areas.tsv')))
    .map((name) => readCity(join(folder, name)));
  learnCityWords(packs.flatMap(cityWords));
  return packs;
}

export function gazetteerOfCities(packs: readonly CityPack[]): Gazetteer {
  return gazetteerOf({
    areas: packs.flatMap(({ areas }) =>
      areas.map((area) => ({ ...area, parent: area.parent || null })),
    ),
    aliases: packs.flatMap(({ aliases }) => aliases),
    learnt: [],
  });
}
