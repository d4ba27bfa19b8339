import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyLog } from '../../server/src/audit/verify-log.ts';
import { workingCalendar } from '../../server/src/modules/calendar/index.ts';
import { dueByLimit } from '../../server/src/modules/dispatch/due-of.ts';
import { systemActor } from '../../server/src/platform/actor.ts';
import type { Runtime } from '../../server/src/platform/context.ts';
import { transact } from '../../server/src/platform/transact.ts';
import { folderStorage } from '../../server/src/ports/storage/index.ts';
import { keptCounters, realCounters } from '../../server/test/desk-counters.ts';
import type { Kind, Lived } from './lives.ts';

/** What an order left behind, comparable between two lives of one kind. */
export interface Traces {
  /** Types of its events in their order. */
  readonly events: string;
  /** Messages by their template and way, with how many. */
  readonly messages: string;
  readonly status: string;
}

const settleSeconds = 120;

/**
 * Waits until nothing is told and not delivered, no alarm is due and no job waits or is tried again. Not for a training:
 * it takes minutes, gives way to everything and moves no order.
 */
export async function settle({ db, clock }: Runtime): Promise<void> {
  const until = performance.now() + settleSeconds * 1000;
  for (let calm = 0; calm < 3; ) {
    const open = await db.pool
      .query<{ left: number }>(
        `select (select count(*) from platform.outbox)
         + (select count(*) from platform.alarm where at <= $1)
         + (select count(*) from graphile_worker.jobs
            where (run_at <= $1 or last_error is not null) and task_identifier <> 'learning:train')
         + (select count(*) from notices.message where state in ('waiting', 'sending') and not_before <= $1)
         as left`,
        [clock.now()],
      )
      .catch(() => ({ rows: [{ left: -1 }] }));
    calm = Number(open.rows[0]?.left) === 0 ? calm + 1 : 0;
    if (performance.now() > until)
      throw new Error(
        `what was told was not worked off in two minutes: ${await leftIn(db, clock)}`,
      );
    await pause(300);
  }
}

interface Looked {
  readonly lived: readonly Lived[];
  readonly expected: ReadonlyMap<Kind, Traces>;
  readonly alsoRight?: readonly ReadonlyMap<Kind, Traces>[];
}

const is = (found: Traces) => (right: Traces | undefined) =>
  JSON.stringify(found) === JSON.stringify(right);

/** Where it hangs, in names and counts. */
async function leftIn({ pool }: Runtime['db'], clock: Runtime['clock']): Promise<string> {
  const { rows } = await pool.query<{ what: string }>(
    `select 'told' || ' x' || count(*) as what from platform.outbox having count(*) > 0
     union all
     select 'alarm ' || job || ' x' || count(*) from platform.alarm where at <= $1 group by job
     union all
     select 'job ' || task_identifier || ' x' || count(*) || coalesce(' held by ' || min(locked_by), '')
       || coalesce(' after ' || min(left(last_error, 100)), '')
     from graphile_worker.jobs where run_at <= $1 or last_error is not null group by task_identifier
     union all
     select 'message ' || state || ' x' || count(*) from notices.message
     where state in ('waiting', 'sending') and not_before <= $1 group by state`,
    [clock.now()],
  );
  return rows.map(({ what }) => what).join('; ');
}

/** What is wrong with the lives lived since: nothing, where every yes was kept, once. */
export async function faultsIn(
  runtime: Runtime,
  dataFolder: string,
  { lived, expected, alsoRight = [] }: Looked,
): Promise<string[]> {
  const faults: string[] = [];
  const traces = await tracesOf(runtime, lived);
  for (const life of lived) {
    const found = traces.get(life.orderId);
    const wanted = expected.get(life.kind);
    if (!found) faults.push(`lost: ${life.orderId} was acknowledged`);
    else if (wanted && ![wanted, ...alsoRight.map((one) => one.get(life.kind))].some(is(found)))
      faults.push(
        `${life.kind} ${life.orderId}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`,
      );
    faults.push(...(await photoFaults(runtime, dataFolder, life)));
  }
  faults.push(...(await doubled(runtime)));
  faults.push(...(await wrongDues(runtime, lived)));
  faults.push(...(await wrongCounters(runtime)));
  const client = await runtime.db.pool.connect();
  const { broken } = await verifyLog(client).finally(() => client.release());
  for (const each of broken) faults.push(`chain: ${JSON.stringify(each)}`);
  return faults;
}

export async function tracesOf(
  { db }: Runtime,
  lived: readonly Lived[],
): Promise<Map<string, Traces>> {
  const { rows } = await db.pool.query<Traces & { id: string }>(
    `select o.id, o.status,
       (select string_agg(type, ' ' order by seq) from platform.event where city_id = o.city_id and subject_id = o.id) as events,
       (select string_agg(m.said, ' ' order by m.said) from (
          select template || '@' || channel || ' x' || count(*) as said from notices.message
          where city_id = o.city_id and order_id = o.id group by template, channel) as m) as messages
     from orders.order as o where o.id = any($1::uuid[])`,
    [lived.map(({ orderId }) => orderId)],
  );
  return new Map(rows.map(({ id, ...traces }) => [id, traces]));
}

/** Every place was told of once, so an order more is an order doubled; each has its own number and one row of the search. */
async function doubled({ db }: Runtime): Promise<string[]> {
  const { rows } = await db.pool.query<{ what: string }>(
    `select 'doubled: ' || address || ' x' || count(*) as what from orders.text
     where kind = 'appeal' and address <> '' group by address having count(*) > 1
     union all
     select 'number given twice: ' || order_no from orders.order group by order_no having count(*) > 1
     union all
     select 'not searchable: ' || id from orders.order as o
     where not exists (select from orders.search as s where s.city_id = o.city_id and s.order_id = o.id)`,
  );
  return rows.map(({ what }) => what);
}

/** 应办结时间 reckoned anew by the calendar, and the bell of every unsigned duty. */
async function wrongDues(runtime: Runtime, lived: readonly Lived[]): Promise<string[]> {
  const { rows } = await runtime.db.pool.query<{
    id: string;
    state: string;
    sent_at: Date;
    due_at: Date | null;
    limits: unknown;
    bells: string;
  }>(
    `select a.id, a.state, a.sent_at, a.due_at, a.limits,
       (select count(*) from platform.alarm where key = 'sign:' || a.id) as bells
     from dispatch.assignment as a where a.order_id = any($1::uuid[])`,
    [lived.map(({ orderId }) => orderId)],
  );
  return transact(runtime, systemActor, async (ctx) => {
    const calendar = await workingCalendar(ctx);
    return rows.flatMap((duty) => {
      const due = dueByLimit(
        { sent_at: duty.sent_at, limits: JSON.parse(JSON.stringify(duty.limits)) },
        { pauses: [], calendar, now: ctx.now },
      );
      return [
        ...(due?.getTime() === duty.due_at?.getTime() ? [] : [`due: ${duty.id}`]),
        ...(duty.state !== 'sent' || Number(duty.bells) === 1
          ? []
          : [`bells of ${duty.id}: ${duty.bells}`]),
      ];
    });
  });
}

async function wrongCounters(runtime: Runtime): Promise<string[]> {
  return transact(runtime, systemActor, async (ctx) => {
    const [kept, real] = [await keptCounters(ctx), await realCounters(ctx)];
    return JSON.stringify(kept) === JSON.stringify(real)
      ? []
      : [`counters: ${JSON.stringify(kept)} instead of ${JSON.stringify(real)}`];
  });
}

/** Sealed on the disk, and what was sent once it is opened. */
async function photoFaults(
  { keys }: Pick<Runtime, 'keys'>,
  dataFolder: string,
  { photo: picture, orderId }: Lived,
): Promise<string[]> {
  if (picture === null) return [];
  const words = await folderStorage(join(dataFolder, 'files'), keys)
    .read(picture.digest)
    .catch((error: unknown) => String(error));
  if (typeof words === 'string') return [`photo of ${orderId} is gone: ${words}`];
  const digest = createHash('sha256').update(words).digest('hex');
  return digest === picture.digest ? [] : [`photo of ${orderId} is not what was sent`];
}
