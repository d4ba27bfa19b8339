import type { MeetingBox } from '@minsheng/contract/words/meetings.ts';
import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Meeting } from './meeting.ts';
import { visibleTo } from './visible-to.ts';

export async function insert(
  ctx: Context,
  row: Omit<Insertable<DB['meetings.meeting']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'meetings'>(ctx.tx)
    .insertInto('meetings.meeting')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

const visible = (ctx: Context) =>
  readerOf(ctx.tx)
    .selectFrom('meetings.meeting as m')
    .selectAll('m')
    .where('m.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor));

/** One this person may see; another is refused like one that is not there: `meetings.no-such-meeting`. */
export async function findVisible(ctx: Context, id: string): Promise<Meeting> {
  const row = await visible(ctx).where('m.id', '=', id).executeTakeFirst();
  refuseUnless(row, 'meetings.no-such-meeting');
  return row as Meeting;
}

/** The same, held: two people never decide about one meeting at once. */
export async function lockVisible(ctx: Context, id: string): Promise<Meeting> {
  const row = await visible(ctx).where('m.id', '=', id).forUpdate('m').executeTakeFirst();
  refuseUnless(row, 'meetings.no-such-meeting');
  return row as Meeting;
}

export async function pageOf(
  ctx: Context,
  { box, before, most }: { box: MeetingBox; before: string | null; most: number },
): Promise<Meeting[]> {
  let query = visible(ctx).orderBy('m.id', 'desc').limit(most);
  if (box === 'open') query = query.where(sql<SqlBool>`m.state in ('planned', 'held')`);
  if (before !== null) query = query.where('m.id', '<', before);
  return (await query.execute()) as Meeting[];
}

/** The latest meeting planned since then, and not cancelled, with this thing on its agenda. */
export async function latestAbout(
  ctx: Context,
  { subjectId, since }: { subjectId: string; since: Date },
): Promise<Meeting | null> {
  const row = await visible(ctx)
    .where('m.state', '<>', 'cancelled')
    .where('m.planned_at', '>=', since)
    .where(
      sql<SqlBool>`m.id in (
        select meeting_id from meetings.agenda
        where city_id = ${ctx.cityId} and subject_id = ${subjectId})`,
    )
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row as Meeting | undefined) ?? null;
}

export async function change(
  ctx: Context,
  id: string,
  set: Omit<Updateable<DB['meetings.meeting']>, 'city_id' | 'id'>,
): Promise<void> {
  await tablesOf<'meetings'>(ctx.tx)
    .updateTable('meetings.meeting')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** 编号: the next of its year. Its row is held until the end, so none is given twice and none is lost. */
export async function nextNumber(ctx: Context, year: number): Promise<number> {
  const { last } = await tablesOf<'meetings'>(ctx.tx)
    .insertInto('meetings.serial')
    .values({ city_id: ctx.cityId, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['city_id', 'year'])
        .doUpdateSet({ last: sql<number>`meetings.serial.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
