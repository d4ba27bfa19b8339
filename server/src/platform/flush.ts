import { sql } from 'kysely';
import { lastStatements } from './add-up.ts';
import { type StoredEvent, seal } from './chain.ts';
import { headOf } from './chain-head.ts';
import type { Context } from './context.ts';
import { insideHandlersOf } from './events.ts';
import { canonicalJson } from './json.ts';
import type { ChainHead, PendingEvent, UnitOfWork } from './unit-of-work.ts';

/**
 * Seals the events of the transaction and lets windows count them. What is left is one statement,
 * returned unsent so that it can leave together with `commit`; null when there is nothing to write.
 * `isLast`: no other use case follows in the transaction.
 */
export async function prepareFlush(
  ctx: Context,
  isLast: boolean,
): Promise<(() => Promise<unknown>) | null> {
  const events = await sealEvents(ctx);
  if (isLast) ctx.unitOfWork.besides.push(...lastStatements(ctx));
  if (events.length === 0 && isQuiet(ctx.unitOfWork)) return null;
  return () => write(ctx, events);
}

export async function flush(ctx: Context): Promise<void> {
  const send = await prepareFlush(ctx, true);
  await send?.();
}

const isQuiet = (work: UnitOfWork): boolean =>
  work.alarms.size === 0 &&
  work.topics.size === 0 &&
  work.besides.length === 0 &&
  work.audit === null &&
  work.keptReply === null;

/** A window's handler may itself tell something: goes on until nobody has anything to add. */
async function sealEvents(ctx: Context): Promise<StoredEvent[]> {
  const heads = new Map<string, ChainHead>();
  const sealed: StoredEvent[] = [];
  while (ctx.unitOfWork.events.length > 0) {
    const pending = ctx.unitOfWork.events.splice(0);
    await readHeads(ctx, pending, heads);
    for (const event of pending) {
      const next = sealNext(ctx, event, heads);
      sealed.push(next);
      for (const count of insideHandlersOf(next.type)) await count(ctx, next);
    }
  }
  return sealed;
}

/** A concurrent writer who read the same head collides on the primary key, and the transaction is tried again. */
async function readHeads(
  ctx: Context,
  pending: readonly PendingEvent[],
  heads: Map<string, ChainHead>,
): Promise<void> {
  const ids = new Set(pending.map(({ subject }) => subject.id).filter((id) => !heads.has(id)));
  const read = await Promise.all(
    [...ids].map(async (id) => [id, await headOf(ctx, { id })] as const),
  );
  for (const [id, head] of read) heads.set(id, head);
  // Once more is told, what was read ahead is the past.
  for (const id of ids) ctx.unitOfWork.heads.delete(id);
}

function sealNext(
  ctx: Context,
  { subject, type, data }: PendingEvent,
  heads: Map<string, ChainHead>,
): StoredEvent {
  const head = heads.get(subject.id) ?? { seq: 0, hash: null };
  const event = seal(
    {
      kind: subject.kind,
      id: subject.id,
      seq: head.seq + 1,
      at: ctx.now,
      type,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.accountId,
      unitCode: ctx.actor.unitCode,
      data,
    },
    head.hash,
  );
  heads.set(subject.id, { seq: event.seq, hash: event.hash });
  return event;
}

/** Events, outbox, alarms, audit line and kept reply in one statement: one round trip, all or nothing. */
async function write(ctx: Context, events: readonly StoredEvent[]): Promise<void> {
  const work = ctx.unitOfWork;
  const alarms = [...work.alarms].map(([key, alarm]) => ({ key, ...alarm }));
  await sql`/* kept */
    with told as (
      insert into platform.event
        (city_id, subject_id, seq, subject_kind, at, type, actor_kind, actor_id, unit_code, data, prev_hash, hash)
      select ${ctx.cityId}, id, seq, kind, ${ctx.now}, type, ${ctx.actor.kind}, ${ctx.actor.accountId},
        ${ctx.actor.unitCode}, data, decode("prevHash", 'hex'), decode(hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(events.map(asRow))}::jsonb)
        as e (id uuid, seq integer, kind text, type text, data jsonb, "prevHash" text, hash text)
    ), sent as (
      insert into platform.outbox (city_id, at, events, topics)
      select ${ctx.cityId}, ${ctx.now}, ${JSON.stringify(events.map(asNews))}::jsonb, ${topicsOf(events, work)}::text[]
      where ${events.length + work.topics.size > 0}::boolean
    ), cancelled as (
      delete from platform.alarm
      where city_id = ${ctx.cityId}
        and key = any (${alarms.filter((alarm) => alarm.job === undefined).map(({ key }) => key)}::text[])
    ), set as (
      insert into platform.alarm (city_id, key, at, job, payload)
      select ${ctx.cityId}, key, at, job, payload
      from jsonb_to_recordset(${JSON.stringify(alarms.filter((alarm) => alarm.job !== undefined))}::jsonb)
        as a (key text, at timestamptz, job text, payload jsonb)
      on conflict (city_id, key) do update
        set at = excluded.at, job = excluded.job, payload = excluded.payload
    ), audited as (
      insert into platform.audit_line
        (city_id, at, id, word, method, path, actor_kind, actor_id, unit_code, facts)
      select ${ctx.cityId}, ${ctx.now}, ${ctx.newId()}::uuid, word, method, path, ${ctx.actor.kind},
        ${ctx.actor.accountId}, ${ctx.actor.unitCode}, ${JSON.stringify(work.facts)}::jsonb
      from jsonb_to_recordset(${JSON.stringify(work.audit ? [work.audit] : [])}::jsonb)
        as l (word text, method text, path text)
    )${besidesOf(work)}
    insert into platform.idempotency (city_id, scope, key, request_hash, reply, at)
    select ${ctx.cityId}, ${work.keptReply?.scope ?? ''}, ${work.keptReply?.key ?? ''},
      ${work.keptReply?.requestHash ?? null}::bytea, ${work.keptReply?.reply ?? null}::bytea, ${ctx.now}
    where ${work.keptReply !== null}::boolean`.execute(ctx.tx);
}

/** Each a part of the same `with`; names by place, so that the statement reads the same every time. */
const besidesOf = ({ besides }: UnitOfWork) =>
  sql.join(
    besides.map((make, at) => sql`, ${sql.raw(`beside_${at}`)} as (${make()})`),
    sql``,
  );

const asRow = ({ kind, id, seq, type, data, prevHash, hash }: StoredEvent) => ({
  kind,
  id,
  seq,
  type,
  data,
  prevHash: prevHash?.toString('hex') ?? null,
  hash: hash.toString('hex'),
});

const asNews = ({ kind, id, seq, at, type, actorKind, actorId, unitCode, data }: StoredEvent) => ({
  kind,
  id,
  seq,
  at,
  type,
  actorKind,
  actorId,
  unitCode,
  data: JSON.parse(canonicalJson(data)),
});

const topicsOf = (events: readonly StoredEvent[], work: UnitOfWork): string[] => [
  ...new Set([...events.map(({ kind, id }) => `${kind}:${id}`), ...work.topics]),
];
