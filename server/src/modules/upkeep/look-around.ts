import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import type { Context } from '../../platform/context.ts';
import { transact } from '../../platform/transact.ts';
import { failingJobs } from './failing-jobs.repo.ts';
import { reportTrouble, troubleOver } from './report-trouble.ts';
import { chainSeenAt, failedArchiving, lastVerification, openOnes } from './troubles.repo.ts';

/** Names of jobs: there are some hundreds. */
const most = 1000;

/** 巡查: the archive of the database's log, jobs that keep failing, and what `audit:verify` wrote down. */
export async function lookAround(ctx: Context): Promise<void> {
  await lookAtArchive(ctx);
  await lookAtJobs(ctx);
  await lookAtVerification(ctx);
}

/** While the log cannot be archived the database keeps it, and its disk fills; and nothing since then can be had again. */
async function lookAtArchive(ctx: Context): Promise<void> {
  const failing = await failedArchiving(ctx);
  if (failing === 0) return troubleOver(ctx, 'log-archive', '');
  await reportTrouble(ctx, { kind: 'log-archive', about: '', times: failing });
}

async function lookAtJobs(ctx: Context): Promise<void> {
  const failing = await failingJobs(ctx);
  for (const { job, count } of failing)
    await reportTrouble(ctx, { kind: 'job', about: job, times: count });
  const known = await openOnes(ctx, most);
  for (const { kind, about } of known)
    if (kind === 'job' && !failing.some(({ job }) => job === about))
      await troubleOver(ctx, 'job', about);
}

/** What was found is reported once; a later verification that finds nothing ends it. */
async function lookAtVerification(ctx: Context): Promise<void> {
  const last = await lastVerification(ctx);
  if (!last) return;
  if (last.broken === 0) return troubleOver(ctx, 'chain', '');
  const seenAt = await chainSeenAt(ctx);
  if (seenAt !== null && seenAt >= last.at) return;
  await reportTrouble(ctx, { kind: 'chain', about: '', times: last.broken });
}

chore({
  name: 'upkeep:look-around',
  everySeconds: 60,
  work: (runtime) => transact(runtime, systemActor, lookAround),
});
