import { z } from 'zod';
import { takeAnchor } from '../../audit/anchors/index.ts';
import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { handleApart, job, later, oneAtATime } from '../../platform/jobs.ts';
import { transact } from '../../platform/transact.ts';
import { dayOf, dayStart } from '../../platform/zone.ts';
import { reportTrouble, troubleOver } from '../upkeep/index.ts';

/** 每日锚定. */
const anchoring = job('audit:anchor', z.object({}));
oneAtATime(anchoring);

/** Whoever began before midnight has long ended by then. */
const settlesMs = 30 * 60_000;

/** The midnight until which the log stands still. */
const settledDay = ({ clock, city }: Pick<Runtime, 'clock' | 'city'>): Date =>
  dayStart(dayOf(clock.now().getTime() - settlesMs, city.zone), city.zone);

chore({
  name: 'audit:anchor-daily',
  everySeconds: 900,
  work: async (runtime) => {
    if (!runtime.ports.anchors.isOn) return;
    await transact(runtime, systemActor, async (ctx) =>
      later(ctx, anchoring, {}, { at: ctx.now, key: anchoring.name }),
    );
  },
});

handleApart(anchoring, async (runtime) => {
  const { db, ports, city } = runtime;
  if (!ports.anchors.isOn) return;
  const until = settledDay(runtime);
  const said = (work: (ctx: Context) => Promise<void>) => transact(runtime, systemActor, work);
  try {
    await takeAnchor({
      ...{ pool: db.pool, anchors: ports.anchors },
      ...{ cityId: city.cityId, until, isOfAll: false },
    });
  } catch (error) {
    await said((ctx) => reportTrouble(ctx, { kind: 'anchor', about: '', times: 1 }));
    throw error;
  }
  await said((ctx) => troubleOver(ctx, 'anchor', ''));
});
