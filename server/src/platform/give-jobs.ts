import { sql } from 'kysely';
import type { Tx } from './db.ts';
import type { News } from './events.ts';
import { handledJobs, handledOutside, lineOf, priorityOf } from './jobs.ts';
import type { Json } from './json.ts';

/** A job as it was told or fell due; `input` is what its handler parses. */
export interface ClaimedJob {
  readonly identifier: string;
  readonly payload: { readonly cityId: number; readonly input: Json | News };
  readonly job_key: string | null;
  /** Nobody replaces it while it waits. */
  readonly isOnce: boolean;
}

/** What stands in the queue: inputs of one kind that are worked off in one transaction, one after the other. */
export interface QueuedJob {
  readonly identifier: string;
  readonly payload: { readonly cityId: number; readonly inputs: readonly (Json | News)[] };
  readonly job_key: string | null;
}

/** So many inputs of one transaction: what it holds locked it holds for some hundredths of a second. */
const mostTogether = 16;

/**
 * Hands jobs to the queue. What was told together and is heard by the same subscriber waits there as one: its transaction,
 * its place in the queue and its commit are paid once, which under load is most of what a job costs.
 */
export async function giveJobs(
  tx: Tx,
  jobs: readonly ClaimedJob[],
  maxAttempts: number | null,
): Promise<void> {
  await addToQueue(tx, together(jobs), maxAttempts);
}

/** 逐件: the same inputs, each by itself. */
export async function giveOneByOne(
  tx: Tx,
  { identifier, payload: { cityId, inputs } }: QueuedJob,
  maxAttempts: number | null,
): Promise<void> {
  const each = inputs.map((input) => ({
    identifier,
    payload: { cityId, inputs: [input] },
    job_key: null,
  }));
  await addToQueue(tx, each, maxAttempts);
}

async function addToQueue(
  tx: Tx,
  jobs: readonly QueuedJob[],
  max_attempts: number | null,
): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map((job) => ({
    ...job,
    queue_name: lineOf(job.identifier),
    priority: priorityOf(job.identifier),
    max_attempts,
  }));
  await sql`
    select from graphile_worker.add_jobs(array(
      select row(identifier, payload, queue_name, null, max_attempts, job_key, priority, null)::graphile_worker.job_spec
      from rows from (
        jsonb_to_recordset(${JSON.stringify(specs)}::jsonb)
          as (identifier text, payload json, queue_name text, priority smallint, max_attempts smallint, job_key text)
      ) with ordinality as spec (identifier, payload, queue_name, priority, max_attempts, job_key, no)
      order by no))`.execute(tx);
}

/** Each kind at the place of its first; what stands alone stays where it was. */
function together(jobs: readonly ClaimedJob[]): QueuedJob[] {
  const kinds = Map.groupBy(jobs, (job) => (mayJoin(job) ? kindOf(job) : job));
  return [...kinds.values()].flatMap((alike) =>
    inParts(alike.toSorted(bySubject)).map((part) => asOne(part)),
  );
}

/**
 * What makes transactions of its own or may be replaced while it waits stays by itself. In a line they are done one after
 * the other anyway: so many as one is a short line, which the queue looks through for every job of any kind.
 */
const mayJoin = ({ identifier, isOnce }: ClaimedJob): boolean =>
  lineOf(identifier) === null
    ? isOnce && handledJobs().has(identifier)
    : handledOutside().has(identifier);

const kindOf = ({ identifier, payload: { cityId } }: ClaimedJob): string =>
  `${cityId} ${identifier}`;

/** Of two transactions that lock the same subjects neither waits for the other in a circle. */
const bySubject = (one: ClaimedJob, other: ClaimedJob): number =>
  subjectOf(one).localeCompare(subjectOf(other), 'en');

function subjectOf({ payload: { input } }: ClaimedJob): string {
  const isNamed = typeof input === 'object' && input !== null && 'id' in input;
  return isNamed && typeof input.id === 'string' ? input.id : '';
}

function inParts(jobs: readonly ClaimedJob[]): ClaimedJob[][] {
  const parts: ClaimedJob[][] = [];
  for (let from = 0; from < jobs.length; from += mostTogether)
    parts.push(jobs.slice(from, from + mostTogether));
  return parts;
}

function asOne(part: readonly ClaimedJob[]): QueuedJob {
  const [first] = part;
  if (!first) throw new Error('A part holds a job at least.');
  return {
    identifier: first.identifier,
    payload: {
      cityId: first.payload.cityId,
      inputs: part.map(({ payload: { input } }) => input),
    },
    // One that joined others is replaced by nobody.
    job_key: first.isOnce || part.length > 1 ? null : first.job_key,
  };
}
