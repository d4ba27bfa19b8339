import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppWishes } from './platform/app.ts';
import { type Config, projectRoot } from './platform/config.ts';
import type { CityFacts, Ports, Runtime } from './platform/context.ts';

/** What the program is put together from: the one place that knows every module. */
export interface Assembly {
  readonly routes: AppWishes['routes'];
  resolveActor: AppWishes['resolveActor'];
  allowTopics: AppWishes['allowTopics'];
  ports(config: Config): Ports;
  /** Brings the city's data into the database, and the demo when it is empty; says what takes long. */
  load(runtime: Runtime, config: Config, say: (line: string) => void): Promise<void>;
}

export const assembly: Assembly = {
  routes: [],
  resolveActor: async () => null,
  allowTopics: async () => [],
  ports: () => ({}),
  load: async () => {},
};

const cityFile = z.object({
  code: z.string(),
  city_id: z.int(),
  name: z.string(),
  zone: z.literal('Asia/Shanghai'),
});

export function cityFacts(config: Config): CityFacts {
  const path = join(projectRoot, 'cities', config.city, 'city.json');
  const {
    code,
    city_id: cityId,
    name,
    zone,
  } = cityFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  return { cityId, code, name, zone };
}
