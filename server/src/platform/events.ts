import type { EventType, SubjectKind } from '@minsheng/contract/words/events.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { StoredEvent } from './chain.ts';
import type { Context } from './context.ts';
import type { Job } from './jobs.ts';
import type { Json } from './json.ts';
import { refuseWords } from './plain-data.ts';
import type { Subject } from './unit-of-work.ts';

export { type StoredEvent, verifyChain } from './chain.ts';
export { headOf, readHeadAhead } from './chain-head.ts';
export type { Subject } from './unit-of-work.ts';

/** Says what happened to a subject. Written with all other events of the transaction just before its commit. */
export function tell(
  ctx: Context,
  subject: Subject,
  type: EventType,
  data: Readonly<Record<string, Json>>,
): void {
  refuseWords(type, data);
  ctx.unitOfWork.events.push({ subject: { kind: subject.kind, id: subject.id }, type, data });
}

/** The subject was made in this transaction: its chain starts here and no head has to be read. */
export function isNew(ctx: Context, subject: Subject): void {
  ctx.unitOfWork.newSubjects.add(subject.id);
}

/** Tells live screens which lists may have changed, after commit. Events announce `kind:id` by themselves. */
export function announce(ctx: Context, ...topics: readonly string[]): void {
  for (const topic of topics) ctx.unitOfWork.topics.add(topic);
}

/** What a subscriber's job receives. */
export const news = z.object({
  kind: z.custom<SubjectKind>((kind) => typeof kind === 'string'),
  id: z.uuid(),
  seq: z.int(),
  at: z.iso.datetime(),
  type: z.custom<EventType>((type) => typeof type === 'string'),
  actorKind: z.string(),
  actorId: z.uuid().nullable(),
  unitCode: z.string().nullable(),
  data: z.record(z.string(), z.json()),
});
export type News = z.output<typeof news>;

type InsideHandler = (ctx: Context, event: StoredEvent) => Promise<void>;

const jobsByEvent = new Map<EventType, Job<News>[]>();
const insideByEvent = new Map<EventType, InsideHandler[]>();

/** Delivered by the ticker as a job, at least once, so its handler is idempotent. Lives in the listening module. */
export function on(type: EventType, job: Job<News>): void {
  jobsByEvent.set(type, [...subscribersOf(type), job]);
}

const readAnew = new Set<string>();

/** Like `on`, for a job that reads its subject anew: of all that is delivered together about one it hears the latest alone. */
export function onLatest(type: EventType, job: Job<News>): void {
  readAnew.add(job.name);
  on(type, job);
}

export const hearsLatestOnly = (jobName: string): boolean => readAnew.has(jobName);

/** Inside the teller's own transaction. Only windows (desk counters), so that a list is never behind its order. */
export function onInside(type: EventType, handler: InsideHandler): void {
  insideByEvent.set(type, [...insideHandlersOf(type), handler]);
}

export function subscribersOf(type: EventType): readonly Job<News>[] {
  return jobsByEvent.get(type) ?? [];
}

export function insideHandlersOf(type: EventType): readonly InsideHandler[] {
  return insideByEvent.get(type) ?? [];
}

/** 历史: the one reader. A subject as it stood at an instant is its events until then. */
export async function historyOf(
  ctx: Context,
  subject: Subject,
  until?: Date,
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select subject_kind as kind, subject_id as id, seq, at, type,
      actor_kind as "actorKind", actor_id as "actorId", unit_code as "unitCode",
      data, prev_hash as "prevHash", hash
    from platform.event
    where city_id = ${ctx.cityId}
      and subject_id = ${subject.id}
      and at <= ${until ?? ctx.now}
    order by seq`.execute(ctx.tx);
  return rows;
}
