import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { manyOrders } from '../../../test/many-orders.ts';
import { rowsScanned } from '../../../test/what-was-read.ts';
import type { Context } from '../../platform/context.ts';
import { askRun, askWhereDue } from './ask-run.ts';
import { readPeriod } from './read-period.ts';
import * as runs from './runs.repo.ts';

/** Of ratings there are none here: an empty table is read whole whatever the plan. */
const large = ['orders.order', 'orders.text', 'requesters.requester'];

test(
  'among many orders a run reads its period batch by batch, once, whatever it is narrowed to',
  inCity(async ({ as, ctx, system, travelTo }) => {
    const all = 12_000;
    await manyOrders(ctx, all);
    await travelTo(new Date('2026-03-02T18:00:00Z'));
    const reading = async (differences: object): Promise<[messages: number, scanned: number]> => {
      const period = { from: '2026-03-02', to: '2026-03-02', without: [], ...differences };
      const { id } = await as('analyst').do(askRun, period);
      const before = await rowsScanned(ctx, large);
      const messages = await system.do(async (inside: Context) => {
        const run = await runs.find(inside, id);
        if (!run) throw new Error('no such run');
        const read = await readPeriod(run, {
          zone: inside.city.zone,
          inOne: (use) => use(inside),
          add: async () => {},
          tell: () => {},
        });
        await runs.move(inside, id, { state: 'done' });
        return read.facts.size;
      }, undefined);
      return [messages, (await rowsScanned(ctx, large)) - before];
    };
    expect(await reading({})).toEqual([all, 0]);
    expect(await reading({ matter: '010105' })).toEqual([1333, 0]);
    // Where hardly anything passes, the days of the period are read in one go, and once.
    const [few, scanned] = await reading({ area: '350602001007', without: ['02'] });
    expect(few).toBe(14);
    expect(scanned).toBeLessThanOrEqual(all);
    const before = await rowsScanned(ctx, large);
    await system.do(askWhereDue, undefined);
    expect((await rowsScanned(ctx, large)) - before).toBe(0);
  }),
  60_000,
);
