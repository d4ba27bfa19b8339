import { type Insertable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import type { AgendaItem, Decided, Invited } from './meeting.ts';

type Of<Table extends keyof DB> = Omit<Insertable<DB[Table]>, 'city_id' | 'meeting_id'>;

export async function insertAgenda(
  ctx: Context,
  meetingId: string,
  items: readonly Of<'meetings.agenda'>[],
): Promise<void> {
  await tablesOf<'meetings'>(ctx.tx)
    .insertInto('meetings.agenda')
    .values(items.map((item) => ({ ...item, city_id: ctx.cityId, meeting_id: meetingId })))
    .execute();
}

export async function agendaOf(ctx: Context, meetingId: string): Promise<AgendaItem[]> {
  const rows = await tablesOf<'meetings'>(ctx.tx)
    .selectFrom('meetings.agenda')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('meeting_id', '=', meetingId)
    .orderBy('no')
    .execute();
  return rows as AgendaItem[];
}

export async function invite(
  ctx: Context,
  meetingId: string,
  units: readonly { code: string; path: string }[],
): Promise<void> {
  await tablesOf<'meetings'>(ctx.tx)
    .insertInto('meetings.attendance')
    .values(
      units.map(({ code, path }, no) => ({
        city_id: ctx.cityId,
        meeting_id: meetingId,
        unit_code: code,
        unit_path: path,
        no,
      })),
    )
    .execute();
}

export async function invitedTo(ctx: Context, meetingIds: readonly string[]): Promise<Invited[]> {
  if (meetingIds.length === 0) return [];
  const rows = await tablesOf<'meetings'>(ctx.tx)
    .selectFrom('meetings.attendance')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('meeting_id', 'in', [...meetingIds])
    .orderBy('meeting_id')
    .orderBy('no')
    .execute();
  return rows as Invited[];
}

export async function keepAttendance(
  ctx: Context,
  { meeting_id, unit_code }: Pick<Invited, 'meeting_id' | 'unit_code'>,
  set: Partial<Pick<Invited, 'came' | 'who' | 'reason'>>,
): Promise<void> {
  await tablesOf<'meetings'>(ctx.tx)
    .updateTable('meetings.attendance')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('meeting_id', '=', meeting_id)
    .where('unit_code', '=', unit_code)
    .execute();
}

/** What was decided, as it is written now. */
export async function replaceDecisions(
  ctx: Context,
  meetingId: string,
  decisions: readonly Of<'meetings.decision'>[],
): Promise<void> {
  await tablesOf<'meetings'>(ctx.tx)
    .deleteFrom('meetings.decision')
    .where('city_id', '=', ctx.cityId)
    .where('meeting_id', '=', meetingId)
    .execute();
  if (decisions.length === 0) return;
  await tablesOf<'meetings'>(ctx.tx)
    .insertInto('meetings.decision')
    .values(decisions.map((one) => ({ ...one, city_id: ctx.cityId, meeting_id: meetingId })))
    .execute();
}

export async function decisionsOf(ctx: Context, meetingId: string): Promise<Decided[]> {
  return tablesOf<'meetings'>(ctx.tx)
    .selectFrom('meetings.decision')
    .select(['no', 'words', 'unit_code', 'agenda_no', 'task_id'])
    .select(sql<string>`finish_on::text`.as('finish_on'))
    .where('city_id', '=', ctx.cityId)
    .where('meeting_id', '=', meetingId)
    .orderBy('no')
    .execute();
}

export async function countDecisions(
  ctx: Context,
  meetingIds: readonly string[],
): Promise<Map<string, number>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await tablesOf<'meetings'>(ctx.tx)
    .selectFrom('meetings.decision')
    .select(['meeting_id', sql<number>`count(*)::int`.as('count')])
    .where('city_id', '=', ctx.cityId)
    .where('meeting_id', 'in', [...meetingIds])
    .groupBy('meeting_id')
    .execute();
  return new Map(rows.map(({ meeting_id, count }) => [meeting_id, count]));
}

export async function keepTask(
  ctx: Context,
  { meetingId, no, taskId }: { meetingId: string; no: number; taskId: string },
): Promise<void> {
  await tablesOf<'meetings'>(ctx.tx)
    .updateTable('meetings.decision')
    .set({ task_id: taskId })
    .where('city_id', '=', ctx.cityId)
    .where('meeting_id', '=', meetingId)
    .where('no', '=', no)
    .execute();
}
