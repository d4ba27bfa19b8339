import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** Tried eight times it has failed for more than an hour; the queue itself would go on for days and then leave it. */
const tried = 8;

const isFailing = sql`last_error is not null and (attempts >= ${tried} or attempts >= max_attempts)`;

export interface FailingJobs {
  readonly job: string;
  readonly count: number;
}

/** 一直失败的后台任务, by their name. */
export async function failingJobs({ tx }: Pick<Context, 'tx'>): Promise<FailingJobs[]> {
  const { rows } = await sql<FailingJobs>`
    select task_identifier as job, count(*)::int as count
    from graphile_worker.jobs
    where ${isFailing}
    group by task_identifier
    order by task_identifier`.execute(tx);
  return rows;
}

/** Those of one name, but for what is just being tried. */
const idsOf = (job: string) => sql`
  array(select id from graphile_worker.jobs where task_identifier = ${job} and locked_at is null and ${isFailing})`;

export async function runAgain({ tx, now }: Context, job: string): Promise<void> {
  await sql`
    select graphile_worker.reschedule_jobs(${idsOf(job)}, run_at := ${now}, attempts := 0)`.execute(
    tx,
  );
}

export async function giveUp({ tx }: Context, job: string): Promise<void> {
  await sql`select graphile_worker.complete_jobs(${idsOf(job)})`.execute(tx);
}
