import { z } from 'zod';
import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import type { Context } from '../../platform/context.ts';
import { handle, job, later } from '../../platform/jobs.ts';
import { transact } from '../../platform/transact.ts';
import { arrivedSince } from '../orders/index.ts';
import { hourOf, hourStart } from './city-hours.ts';
import { progress } from './counts.repo.ts';
import { lookAround } from './look.ts';

/** 研判一次. */
export const look = job('warnings:look', z.object({}));

handle(look, (ctx) => lookAround(ctx));

/**
 * Sees to it that somebody looks once the hour has ended, as long as appeals come in: the look itself is an alarm of the
 * city's clock, so a clock that is moved moves it too.
 */
export async function wakeForLook(ctx: Context): Promise<void> {
  const { zone } = ctx.city;
  const done = await progress(ctx);
  const since = done === null ? null : hourStart(done.counted_to, zone);
  if (!(await arrivedSince(ctx, since))) return;
  const now = hourOf(ctx.now, zone);
  const isBehind = done === null || done.counted_to < now - 1;
  later(ctx, look, {}, { at: isBehind ? ctx.now : hourStart(now + 1, zone), key: 'warnings:look' });
}

chore({
  name: 'warnings:wake',
  everySeconds: 30,
  work: (runtime) => transact(runtime, systemActor, wakeForLook),
});
