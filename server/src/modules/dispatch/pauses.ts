import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { later } from '../../platform/jobs.ts';
import { workingCalendar } from '../calendar/index.ts';
import type { Assignment } from './assignment.ts';
import { change } from './assignments.repo.ts';
import { ringDuty, ringEveryMinutes } from './dispatch.jobs.ts';
import { type DueFacts, dueOf, isUnsigned, signDueBy } from './due-of.ts';

export interface Pause {
  reason: string;
  from: Date;
  to: Date | null;
}

/** 暂停计时, only for listed reasons and no longer than `until`. */
export async function pause(
  ctx: Context,
  orderId: string,
  reason: 'need-info' | 'suspended',
  until: Date,
): Promise<void> {
  await sql`
    insert into dispatch.pause (city_id, order_id, no, reason, from_at, until_at)
    select ${ctx.cityId}, ${orderId}::uuid, count(*) + 1, ${reason}, ${ctx.now}, ${until}
    from dispatch.pause
    where city_id = ${ctx.cityId} and order_id = ${orderId}::uuid`.execute(ctx.tx);
}

export async function pausesOf(ctx: Context, orderId: string): Promise<Pause[]> {
  const rows = await tablesOf<'dispatch'>(ctx.tx)
    .selectFrom('dispatch.pause')
    .select(['reason', 'from_at as from', 'to_at as to'])
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('no')
    .execute();
  return rows;
}

/** 暂停上限改动: the pause that runs ends at another instant. */
export async function movePause(ctx: Context, orderId: string, until: Date): Promise<void> {
  await tablesOf<'dispatch'>(ctx.tx)
    .updateTable('dispatch.pause')
    .set({ until_at: until })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .where('to_at', 'is', null)
    .execute();
}

export async function endPauses(ctx: Context, orderId: string): Promise<void> {
  await tablesOf<'dispatch'>(ctx.tx)
    .updateTable('dispatch.pause')
    .set({ to_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .where('to_at', 'is', null)
    .execute();
}

export interface ShiftedDue {
  /** Of the lead. */
  dueAt: Date | null;
  /** Of every working duty, for the event: the indicators count by them. */
  moved: { assignment: string; dueAt: string; signDueAt: string | null }[];
}

/**
 * Moves the due times of the working duties by what the clocks stood still; a delegated duty never outlives its parent.
 */
export async function shiftDue(
  ctx: Context,
  orderId: string,
  duties: readonly Assignment[],
): Promise<ShiftedDue> {
  const [pauses, calendar] = await Promise.all([pausesOf(ctx, orderId), workingCalendar(ctx)]);
  // What somebody wished before the clock stood still, or before there was more time, is over.
  const free = duties.map((duty) => ({ ...duty, wished_due_at: null }));
  const dueById = dueOf(free, { pauses, calendar, now: ctx.now });
  const moved: ShiftedDue['moved'] = [];
  for (const duty of duties) {
    const dueAt = dueById.get(duty.id);
    if (!dueAt) continue;
    const signDueAt = signDueOf(duty, dueAt, { pauses, calendar, now: ctx.now });
    const set = { due_at: dueAt, wished_due_at: null };
    await change(ctx, duty, { ...set, ...(signDueAt && { sign_due_at: signDueAt }) });
    const ringAt = signDueAt ?? nextRing(ctx, duty);
    if (ringAt) ringLater(ctx, duty, ringAt);
    moved.push({
      assignment: duty.id,
      dueAt: dueAt.toISOString(),
      signDueAt: signDueAt?.toISOString() ?? null,
    });
  }
  const lead = duties.find(({ role, id }) => role === 'lead' && dueById.has(id));
  return { dueAt: (lead && dueById.get(lead.id)) ?? null, moved };
}

/** Null where nobody has to sign any more. */
function signDueOf(duty: Assignment, dueAt: Date, facts: DueFacts): Date | null {
  if (duty.sign_due_at === null || !isUnsigned(duty)) return null;
  const at = signDueBy(duty, facts);
  return at && dueAt < at ? dueAt : at;
}

/** 继续叫应: ringing that was under way when the clocks stood still; null where nobody was rung, or somebody signed. */
const nextRing = (ctx: Context, { state, rings }: Assignment): Date | null =>
  state === 'sent' && rings > 0 ? new Date(ctx.now.getTime() + ringEveryMinutes * 60_000) : null;

function ringLater(ctx: Context, { order_id, id }: Assignment, at: Date): void {
  later(ctx, ringDuty, { orderId: order_id, assignmentId: id }, { at, key: `sign:${id}` });
}
