import { sql } from 'kysely';
import { doChores } from './chores.ts';
import type { Runtime } from './context.ts';
import type { Tx } from './db.ts';
import { hearsLatestOnly, type News, subscribersOf } from './events.ts';
import { forever, type Life } from './forever.ts';
import { type ClaimedJob, giveJobs } from './give-jobs.ts';
import { isOnce } from './jobs.ts';
import type { Json } from './json.ts';
import { keepHouse } from './keep-house.ts';
import { streamChannel } from './stream.ts';

export interface Ticked {
  readonly news: number;
  readonly alarms: number;
}

const batchRows = 500;
const pauseMilliseconds = 100;
const troubleMilliseconds = 1000;
const houseMilliseconds = 60 * 60_000;

/**
 * Takes what was told and what fell due, hands it to the job queue and tells live screens, in one
 * transaction: it happens once or not at all. Several tickers share the rows without waiting for each other.
 */
export async function tick(runtime: Runtime, maxAttempts: number | null = null): Promise<Ticked> {
  const now = runtime.clock.now();
  if (!(await hasWork(runtime, now))) return { news: 0, alarms: 0 };
  return runtime.db.transaction(async (tx) => {
    const { news, alarms, jobs, topics } = await claim(tx, now);
    await giveJobs(tx, jobs, maxAttempts);
    await notify(tx, topics);
    return { news, alarms };
  }, 'soon');
}

export interface Claimed extends Ticked {
  readonly jobs: readonly ClaimedJob[];
  readonly topics: ReadonlySet<string>;
}

/** One batch of news and alarms: gone from their tables when this transaction commits. */
export async function claim(tx: Tx, now: Date): Promise<Claimed> {
  const told = await takeTold(tx);
  const due = await takeDue(tx, now);
  return {
    news: told.length,
    alarms: due.length,
    jobs: [...withoutOvertaken(told.flatMap(newsJobs)), ...due.map(jobOfAlarm)],
    topics: new Set(told.flatMap(({ topics }) => topics)),
  };
}

async function hasWork({ db }: Runtime, now: Date): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from platform.outbox)
      or exists (select from platform.alarm where at <= ${now}) as has`.execute(db.kysely);
  return rows[0]?.has ?? false;
}

interface Told {
  readonly city_id: number;
  readonly events: News[];
  readonly topics: string[];
}

async function takeTold(tx: Tx): Promise<Told[]> {
  const { rows } = await sql<Told>`
    with told as (
      delete from platform.outbox
      where position = any (array(
        select position from platform.outbox order by position limit ${batchRows} for update skip locked))
      returning position, city_id, events, topics
    )
    select city_id, events, topics from told order by position`.execute(tx);
  return rows;
}

interface Due {
  readonly city_id: number;
  readonly key: string;
  readonly job: string;
  readonly payload: Json;
}

async function takeDue(tx: Tx, now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as materialized (
      select city_id, key from platform.alarm
      where at <= ${now}
      order by at, key
      limit ${batchRows}
      for update skip locked
    ), taken as (
      delete from platform.alarm using due
      where alarm.city_id = due.city_id and alarm.key = due.key
      returning alarm.city_id, alarm.key, alarm.at, alarm.job, alarm.payload
    )
    select city_id, key, job, payload from taken order by at, key`.execute(tx);
  return rows;
}

interface NewsJob extends ClaimedJob {
  readonly payload: { readonly cityId: number; readonly input: News };
}

const newsJobs = ({ city_id: cityId, events }: Told): NewsJob[] =>
  events.flatMap((event) =>
    subscribersOf(event.type).map(({ name }) => ({
      identifier: name,
      payload: { cityId, input: event },
      job_key: null,
      isOnce: true,
    })),
  );

/** What reads its subject anew has nothing left to read after the latest of its events. */
function withoutOvertaken(jobs: readonly NewsJob[]): readonly NewsJob[] {
  const latest = new Map<string, NewsJob>();
  for (const job of jobs) {
    const { input } = job.payload;
    const before = latest.get(subjectOf(job));
    if (!before || before.payload.input.seq < input.seq) latest.set(subjectOf(job), job);
  }
  return jobs.filter(
    (job) => !hearsLatestOnly(job.identifier) || latest.get(subjectOf(job)) === job,
  );
}

const subjectOf = ({ identifier, payload: { cityId, input } }: NewsJob): string =>
  `${cityId} ${identifier} ${input.kind} ${input.id}`;

// The key lets an alarm set again replace its own job that is still waiting.
const jobOfAlarm = ({ city_id: cityId, key, job, payload }: Due): ClaimedJob => ({
  identifier: job,
  payload: { cityId, input: payload },
  job_key: `alarm:${cityId}:${key}`,
  isOnce: isOnce(key),
});

/** A notification carries less than 8000 bytes. */
const notificationLetters = 2000;

async function notify(tx: Tx, topics: ReadonlySet<string>): Promise<void> {
  let lines: string[] = [];
  const send = () => sql`select pg_notify(${streamChannel}, ${lines.join('\n')})`.execute(tx);
  for (const topic of topics) {
    if (lines.length > 0 && lines.join('\n').length + topic.length > notificationLetters) {
      await send();
      lines = [];
    }
    lines.push(topic);
  }
  if (lines.length > 0) await send();
}

/** Every 100 ms, at once when a batch was full; through a restart of the database it waits and goes on. */
export function startTicker(runtime: Runtime): Life {
  let houseKeptAt = Number.NEGATIVE_INFINITY;
  const doneAt = new Map<string, number>();
  async function turn(): Promise<number> {
    try {
      if (performance.now() - houseKeptAt > houseMilliseconds) {
        await keepHouse(runtime);
        houseKeptAt = performance.now();
      }
      const { news, alarms } = await tick(runtime);
      await doChores(runtime, doneAt);
      return Math.max(news, alarms) === batchRows ? 0 : pauseMilliseconds;
    } catch (error) {
      runtime.log.warn({ err: error }, 'ticker turn failed');
      return troubleMilliseconds;
    }
  }
  return forever(turn);
}
