import type { directory } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue, handleApart, job, later, oneAtATime } from '../../platform/jobs.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { dayOf, instantAt } from '../../platform/zone.ts';
import { compareWith } from './compare.ts';
import { lastComparisons } from './comparisons.repo.ts';
import { ways } from './sign-in.ts';

const comparing = job('directory:compare', z.object({}));
oneAtATime(comparing);

/** 夜间比对: while nobody changes desks. */
const hour = '02:30';
const dayMs = 86_400_000;
const shownComparisons = 10;

/** The last time it was half past two. */
function lastNight({ now, city }: Pick<Context, 'now' | 'city'>): Date {
  const on = (at: number) => instantAt(dayOf(at, city.zone), hour, city.zone);
  const today = on(now.getTime());
  return today <= now ? today : on(now.getTime() - dayMs);
}

/** Asked for once a night, by whichever worker sees it first. */
async function compareIfDue(ctx: Context): Promise<void> {
  const night = lastNight(ctx);
  const [last] = await lastComparisons(ctx, 1);
  if (last && last.at >= night) return;
  later(ctx, comparing, {}, { at: ctx.now, key: `${comparing.name}:${night.getTime()}` });
}

chore({
  name: 'directory:compare-nightly',
  everySeconds: 300,
  work: async (runtime) => {
    if (runtime.ports.directory.ldap) await transact(runtime, systemActor, compareIfDue);
  },
});

handleApart(comparing, async (runtime) => {
  const { ldap } = runtime.ports.directory;
  if (ldap) await compareWith(runtime, ldap);
});

/** 立即比对. */
export async function compareNow(ctx: Context): Promise<ReplyOf<typeof directory.compare>> {
  refuseUnless(ctx.ports.directory.ldap, 'directory.not-set');
  enqueue(ctx, comparing, {});
  return { done: true };
}

export async function listComparisons(
  ctx: Context,
): Promise<ReplyOf<typeof directory.listComparisons>> {
  const rows = await lastComparisons(ctx, shownComparisons);
  return {
    rows: rows.map(({ at, refused, refused_count: refusedCount, ...did }) => ({
      at: at.toISOString(),
      seen: did.seen,
      made: did.made,
      changed: did.changed,
      shut: did.shut,
      reopened: did.reopened,
      refused: [...refused],
      refusedCount,
      fault: did.fault,
    })),
    ways: await ways(ctx),
  };
}
