import { changeKinds } from '@minsheng/contract/words/changes.ts';
import { sql } from 'kysely';
import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import type { Context } from '../../platform/context.ts';
import { onInside, type StoredEvent } from '../../platform/events.ts';
import { sweep } from '../../platform/sweep.ts';
import { transact } from '../../platform/transact.ts';
import type { UnitOfWork } from '../../platform/unit-of-work.ts';

export const keptDays = 30;

sweep({ table: 'open_api.told', overAt: 'at', keptHours: keptDays * 24 });
sweep({ table: 'open_api.change', overAt: 'at', keptHours: keptDays * 24 });

const heard = new WeakMap<UnitOfWork, StoredEvent[]>();

/** 留存变化: in the statement that keeps the events, so that none is ever without the other. */
for (const kind of changeKinds)
  onInside(kind, async ({ cityId, unitOfWork }, event) => {
    if (event.kind !== 'order') return;
    const known = heard.get(unitOfWork);
    if (known) {
      known.push(event);
      return;
    }
    const events = [event];
    heard.set(unitOfWork, events);
    unitOfWork.besides.push(() => insertTold(cityId, events));
  });

const assignmentOf = ({ data }: StoredEvent): string | null =>
  typeof data.assignment === 'string' ? data.assignment : null;

const insertTold = (cityId: number, events: readonly StoredEvent[]) => sql`
    insert into open_api.told (city_id, order_id, seq, at, kind, assignment_id)
    select ${cityId}::smallint, order_id, seq, at, kind, assignment_id
    from unnest(
      ${events.map(({ id }) => id)}::uuid[], ${events.map(({ seq }) => seq)}::integer[],
      ${events.map(({ at }) => at)}::timestamptz[], ${events.map(({ type }) => type)}::text[],
      ${events.map(assignmentOf)}::uuid[]) as e (order_id, seq, at, kind, assignment_id)`;

const mostNumbered = 2000;

/**
 * 编号: gives what was told since its place in the feed. Under a lock until it is committed: a smaller position never
 * appears after a larger one, however late the transaction that told it commits. False: there is more.
 */
export async function numberChanges(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from open_api.told where city_id = ${ctx.cityId}) as has`.execute(ctx.tx);
  if (!rows[0]?.has) return true;
  // Against another reader who is numbering.
  await sql`select pg_advisory_xact_lock(hashtext('open_api.change'), ${ctx.cityId})`.execute(
    ctx.tx,
  );
  const { numAffectedRows } = await sql`
    with taken as (
      delete from open_api.told
      where city_id = ${ctx.cityId}
        and id = any (array(
          select id from open_api.told where city_id = ${ctx.cityId} order by id limit ${mostNumbered}))
      returning id, order_id, seq, at, kind, assignment_id
    )
    insert into open_api.change (city_id, order_id, seq, at, kind, assignment_id)
    select ${ctx.cityId}, order_id, seq, at, kind, assignment_id from taken order by id`.execute(
    ctx.tx,
  );
  return Number(numAffectedRows ?? 0) < mostNumbered;
}

const mostTurns = 10;

/** The same, several times over; false: there is still more. */
export async function numberAll(ctx: Context): Promise<boolean> {
  for (let turn = 0; turn < mostTurns; turn += 1) if (await numberChanges(ctx)) return true;
  return false;
}

/** Whoever begins to follow begins with that moment: as long as nobody does, what was told is dropped. */
chore({
  name: 'open-api:number',
  everySeconds: 5,
  work: async (runtime) => {
    await transact(runtime, systemActor, numberOrDrop);
  },
});

export async function numberOrDrop(ctx: Context): Promise<void> {
  if ((await dropUnfollowed(ctx)) === 0) await numberAll(ctx);
}

const mostDropped = 20_000;

/**
 * In one statement, so that what is told after somebody began is never among it. A key that was ended may have left a
 * cursor with which another of its account goes on: such a cursor stands until it is refused for its age.
 */
async function dropUnfollowed(ctx: Context): Promise<number> {
  const since = new Date(ctx.now.getTime() - keptDays * 86_400_000);
  const { numAffectedRows } = await sql`
    delete from open_api.told
    where city_id = ${ctx.cityId}
      and not exists (
        select from identity.api_key
        where city_id = ${ctx.cityId} and 'changes:read' = any (scopes)
          and (ended_at is null or ended_at > ${since}))
      and not exists (
        select from data_sharing.subscription
        where city_id = ${ctx.cityId} and direction = 'out' and ended_at is null and until_at > ${ctx.now})
      and id = any (array(
        select id from open_api.told where city_id = ${ctx.cityId} order by id limit ${mostDropped}))`.execute(
    ctx.tx,
  );
  return Number(numAffectedRows ?? 0);
}
