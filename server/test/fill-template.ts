import { join } from 'node:path';
import { loadCity, readCity } from '../src/city/index.ts';
import { inventedPhoneOf } from '../src/demo/invented.ts';
import { systemActor } from '../src/platform/actor.ts';
import type { Runtime } from '../src/platform/context.ts';
import { transact } from '../src/platform/transact.ts';
import { projectRoot } from './fences.ts';

/** What every test finds in its database: Zhangzhou's data, and nobody's orders. */
export async function fillTemplate(runtime: Runtime): Promise<void> {
  const pack = readCity(join(projectRoot, 'cities/zhangzhou'));
  await transact(runtime, systemActor, (ctx) =>
    loadCity(ctx, pack, {
      isDemo: true,
      phoneOf: ({ unit, position, from }) => inventedPhoneOf(`${unit}/${position}/${from}`),
    }),
  );
}
