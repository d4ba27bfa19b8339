import { join } from 'node:path';
import { sql } from 'kysely';
import { loadCity, readCity } from '../src/city/index.ts';
import { inventedPhoneOf } from '../src/demo/invented.ts';
import * as calendar from '../src/modules/calendar/index.ts';
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
      phones: null,
      phoneOf: ({ unit, position, from }) => inventedPhoneOf(`${unit}/${position}/${from}`),
    }),
  );
  // Its news is old when a test begins: nothing ran before it that would have to follow it.
  await transact(runtime, systemActor, async (ctx) => {
    const change = await calendar.changeToFollow(ctx);
    if (change) await calendar.followed(ctx, change.version);
    await sql`delete from platform.outbox`.execute(ctx.tx);
  });
}
