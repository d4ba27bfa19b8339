import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { machineActor } from '../../src/modules/identity/index.ts';
import { exportedOrders, listDuties, readChanges } from '../../src/modules/open-api/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { inCity } from '../kit.ts';
import { manyOrders } from '../many-orders.ts';
import { rowsScanned } from '../what-was-read.ts';

/** Three changes of each order of a day. */
async function manyChanges(ctx: Context): Promise<void> {
  await sql`
    insert into open_api.change (city_id, order_id, seq, at, kind, assignment_id)
    select ${ctx.cityId}, id, seq, at, 'handling.signed', id
    from many cross join generate_series(1, 3) as seq
    order by no, seq`.execute(ctx.tx);
  await sql`analyze open_api.change`.execute(ctx.tx);
}

const machine = (unitPath: string) =>
  machineActor({
    accountId: randomUUID(),
    scopes: ['orders:read', 'changes:read', 'export:read'],
    outsourced: false,
    unitCode: unitPath.split('/').at(-1) ?? '',
    unitPath,
    areaCode: null,
  });

const large = ['orders.order', 'orders.text', 'dispatch.assignment', 'open_api.change'];

test(
  'a page of the open interface costs the same however many orders there are, for a small unit and a great one',
  { timeout: 120_000 },
  inCity(async ({ as, ctx }) => {
    await manyOrders(ctx, 30_000);
    await manyChanges(ctx);
    // One order a second: of ten million a day of a city is a smaller part than these.
    const day = { from: ctx.now, to: new Date(ctx.now.getTime() + 300_000), after: null };
    const read: Record<string, number> = {};
    for (const path of ['350600/350600.u7', '350600']) {
      const system = as(machine(path));
      const acts = {
        changes: () => system.do(readChanges, {}),
        duties: () => system.do(listDuties, {}),
        export: () => system.do(exportedOrders, { ...day, most: 500 }),
      };
      for (const [name, act] of Object.entries(acts)) {
        const before = await rowsScanned(ctx, large);
        await act();
        read[`${name} of ${path}`] = (await rowsScanned(ctx, large)) - before;
      }
    }
    expect(Object.values(read)).toEqual(Object.values(read).map(() => 0));
  }),
);
