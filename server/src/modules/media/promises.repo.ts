import type { PromiseBox, PromiseResult } from '@minsheng/contract/words/media.ts';
import type { TaskState } from '@minsheng/contract/words/tasks.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { keepsWords } from '../orders/index.ts';

keepsWords({ table: 'media.promise', words: ['words', 'closed_words'] });

/** 承诺, with its task as it stands. */
export type Promised = Omit<Selectable<DB['media.promise']>, 'result'> & {
  readonly result: PromiseResult | null;
  readonly task_state: TaskState;
  readonly task_year: number;
  readonly task_number: number;
};

/** Both parts of the key, as one word to turn pages by. */
export interface PromiseKey {
  readonly dayId: string;
  readonly no: number;
}

const promises = sql`
  select p.*, t.state as task_state, t.year as task_year, t.number as task_number
  from media.promise as p
  join tasks.task as t on t.city_id = p.city_id and t.id = p.task_id`;

export async function promisesOfDay(ctx: Context, dayId: string): Promise<Promised[]> {
  const { rows } = await sql<Promised>`
    ${promises}
    where p.city_id = ${ctx.cityId} and p.day_id = ${dayId}
    order by p.no`.execute(ctx.tx);
  return rows;
}

/** The caller holds the day. */
export async function findPromise(
  ctx: Context,
  { dayId, no }: PromiseKey,
): Promise<Promised | null> {
  const { rows } = await sql<Promised>`
    ${promises}
    where p.city_id = ${ctx.cityId} and p.day_id = ${dayId} and p.no = ${no}`.execute(ctx.tx);
  return rows[0] ?? null;
}

const inBox = (ctx: Context, box: PromiseBox) => {
  if (box === 'all') return sql`true`;
  if (box === 'closed') return sql`p.closed_at is not null`;
  if (box === 'late') return sql`p.closed_at is null and p.due_at < ${ctx.now}`;
  return sql`p.closed_at is null`;
};

export async function promisesIn(
  ctx: Context,
  { box, after, most }: { box: PromiseBox; after: PromiseKey | null; most: number },
): Promise<Promised[]> {
  const { rows } = await sql<Promised>`
    ${promises}
    where p.city_id = ${ctx.cityId}
      and ${inBox(ctx, box)}
      and (${after?.dayId ?? null}::uuid is null
        or (p.day_id, p.no) < (${after?.dayId ?? null}::uuid, ${after?.no ?? 0}::smallint))
    order by p.day_id desc, p.no desc
    limit ${most}`.execute(ctx.tx);
  return rows;
}

/** 承诺条数: of all there ever were; a centre has some hundreds a year. */
export async function countPromises(ctx: Context): Promise<Record<PromiseBox, number>> {
  const { rows } = await sql<Record<PromiseBox, number>>`
    select count(*)::integer as all,
      (count(*) filter (where closed_at is null))::integer as open,
      (count(*) filter (where closed_at is not null))::integer as closed,
      (count(*) filter (where closed_at is null and due_at < ${ctx.now}))::integer as late
    from media.promise
    where city_id = ${ctx.cityId}`.execute(ctx.tx);
  return rows[0] ?? { all: 0, open: 0, closed: 0, late: 0 };
}

export async function insertPromise(
  ctx: Context,
  row: Omit<Insertable<DB['media.promise']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .insertInto('media.promise')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

export async function changePromise(
  ctx: Context,
  { dayId, no }: PromiseKey,
  set: Omit<Updateable<DB['media.promise']>, 'city_id' | 'day_id' | 'no'>,
): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .updateTable('media.promise')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('day_id', '=', dayId)
    .where('no', '=', no)
    .execute();
}
