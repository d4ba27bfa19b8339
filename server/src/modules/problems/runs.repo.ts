import type { RunPhase, RunState } from '@minsheng/contract/words/problems.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { sweep } from '../../platform/sweep.ts';
import { dayStart } from '../../platform/zone.ts';

/** What nobody accepted anything of is forgotten. */
sweep({ table: 'problems.run', overAt: 'over_at', keptHours: 120 * 24 });

/** What is asked of a run. */
export interface Asked {
  readonly from_on: string;
  readonly to_on: string;
  readonly area_code: string | null;
  readonly matter: string | null;
  readonly without: string[];
}

export interface RunRow extends Asked {
  readonly id: string;
  readonly asked_at: Date;
  readonly asked_by: string | null;
  readonly state: RunState;
  readonly phase: RunPhase;
  readonly done: number;
  readonly total: number;
  readonly messages: number;
  readonly messages_before: number | null;
  readonly read_from: Date | null;
  readonly problems: number;
  readonly grouped: number;
}

export async function insert(ctx: Context, id: string, asked: Asked): Promise<void> {
  await tablesOf<'problems'>(ctx.tx)
    .insertInto('problems.run')
    .values({
      city_id: ctx.cityId,
      id,
      asked_at: ctx.now,
      asked_by: ctx.actor.accountId,
      ...asked,
      over_at: ctx.now,
    })
    .execute();
}

const runs = (ctx: Context) =>
  tablesOf<'problems'>(ctx.tx)
    .selectFrom('problems.run')
    .select([
      'id',
      'asked_at',
      'asked_by',
      'from_on',
      'to_on',
      'area_code',
      'matter',
      'without',
      'state',
      'phase',
      'done',
      'total',
      'messages',
      'messages_before',
      'read_from',
      'problems',
      'grouped',
    ])
    .where('city_id', '=', ctx.cityId)
    // The generated types know `text`; the checks of the table know the words.
    .$castTo<RunRow>();

export const latest = (ctx: Context, most: number): Promise<RunRow[]> =>
  runs(ctx).orderBy('id', 'desc').limit(most).execute();

export async function find(ctx: Context, id: string): Promise<RunRow | null> {
  return (await runs(ctx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** A job may come twice: the second waits and sees what the first did. */
export async function lock(ctx: Context, id: string): Promise<RunRow | null> {
  return (await runs(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** One after the other: of two who ask for a run at once, the second sees that one is at work. */
export async function takeTurn(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('problems.run'), ${ctx.cityId})`.execute(ctx.tx);
}

export async function isAtWork(ctx: Context): Promise<boolean> {
  const row = await runs(ctx)
    .where('state', 'in', ['waiting', 'running'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** 每周归集: the last ones made by themselves. */
export const byItself = (ctx: Context, most: number): Promise<RunRow[]> =>
  runs(ctx).where('asked_by', 'is', null).orderBy('id', 'desc').limit(most).execute();

type Told = Pick<RunRow, 'state' | 'phase' | 'done' | 'total'>;
type Found = Pick<RunRow, 'messages' | 'messages_before' | 'read_from' | 'problems' | 'grouped'>;

export async function move(
  ctx: Context,
  id: string,
  to: Partial<Told & Found & { rule: string; ended_at: Date }>,
): Promise<void> {
  await tablesOf<'problems'>(ctx.tx)
    .updateTable('problems.run')
    .set(to)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** 长期保留: one of its problems was accepted. */
export async function keepForGood(ctx: Context, id: string): Promise<void> {
  await sql`
    update problems.run set over_at = null
    where city_id = ${ctx.cityId} and id = ${id}`.execute(ctx.tx);
}

const fewest = 100;

/** Whether so many appeals came in since a day that grouping them says anything; counted no further. */
export async function isEnough(ctx: Context, from: string): Promise<boolean> {
  const first = dayStart(from, ctx.city.zone);
  const { rows } = await sql`
    select from orders.order
    where city_id = ${ctx.cityId} and id >= platform.first_id(${first})
    order by id
    offset ${fewest - 1} limit 1`.execute(ctx.tx);
  return rows.length === 1;
}
