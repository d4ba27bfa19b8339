import { sql } from 'kysely';
import type { Context } from './context.ts';
import type { News } from './events.ts';
import type { Job } from './jobs.ts';

/**
 * Whether this subscriber has done everything that was told before an instant. What has failed for good does not count:
 * nobody would wait for its end. Read from the queue's own table: its view does not show what a job carries.
 */
export async function hasHeardAll(
  ctx: Context,
  { name }: Job<News>,
  before: Date,
): Promise<boolean> {
  const { rows } = await sql<{ isBehind: boolean }>`
    select exists (select from platform.outbox where city_id = ${ctx.cityId} and at < ${before})
      or exists (
        select from graphile_worker._private_jobs as job
        join graphile_worker._private_tasks as task on task.id = job.task_id
        where task.identifier = ${name} and (job.locked_at is not null or job.attempts < job.max_attempts)
          and (job.payload ->> 'cityId')::integer = ${ctx.cityId}
          and exists (
            select from json_array_elements(
              coalesce(job.payload -> 'inputs', json_build_array(job.payload -> 'input'))) as input
            where (input ->> 'at')::timestamptz < ${before})) as "isBehind"`.execute(ctx.tx);
  return rows[0]?.isBehind === false;
}
