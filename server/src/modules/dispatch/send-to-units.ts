import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { later } from '../../platform/jobs.ts';
import * as calendar from '../calendar/index.ts';
import * as matters from '../matters/index.ts';
import { mechanismLimit } from '../mechanisms/index.ts';
import * as orders from '../orders/index.ts';
import type { Assignment, NewAssignment } from './assignment.ts';
import { insertAll } from './assignments.repo.ts';
import type { ChosenUnit } from './choose-units.ts';
import { ringDuty } from './dispatch.jobs.ts';
import { type DueTimes, type DutyLimits, dueTimes, halved, limitsOf } from './duty-limits.ts';
import { entrusted } from './readers.ts';
import { stageReportLater } from './stage-report.ts';
import { tellDuty, tellReaders } from './tell-duty.ts';

/** The limits an order gets at this hour; the most specific rule wins (domain 2.3). */
export async function limitsFor(ctx: Context, order: orders.Order): Promise<DutyLimits> {
  const about = {
    urgency: order.urgency,
    matterCode: order.matter_code,
    type: order.type,
    channel: order.channel,
    areaCode: order.area_code,
    at: ctx.now,
  };
  const [ordinary, special, { isNight }] = await Promise.all([
    matters.limitFor(ctx, about),
    mechanismLimit(ctx, order),
    calendar.dayFacts(ctx, ctx.now),
  ]);
  const { limit, version } = special ?? ordinary;
  const limits = limitsOf(limit, version, isNight);
  return order.round > 0 ? halved(limits) : limits;
}

export interface NewDuties {
  order: orders.Order;
  units: readonly ChosenUnit[];
  limits: DutyLimits;
  rowId: string | null;
  guardReasonNo: number | null;
  /** What the sender wrote for these units. */
  noteNo: number | null;
  parentId?: string;
  /** 指定办理人 of an order of secrecy 3, for whichever of the units they belong to. */
  readers?: readonly string[] | undefined;
  /** Not later than this: a child's limit fits in the parent's rest. */
  latest?: Date;
  /** Somebody named it, so it holds even where the limit and the parent's rest allow more. */
  isWished?: boolean;
}

/** 建任务: writes the duties, starts their clocks, tells each duty person. The caller moves the order. */
export async function addDuties(ctx: Context, duties: NewDuties): Promise<Assignment[]> {
  const { order, units } = duties;
  const [working, readers] = await Promise.all([
    calendar.workingCalendar(ctx),
    entrusted(ctx, { order, units, named: duties.readers ?? [] }),
  ]);
  const due = dueTimes(ctx.now, duties.limits, working);
  const rows = units.map((chosen) => ({
    ...rowOf(ctx, duties, chosen, due),
    readers: readers.get(chosen.unit.code)?.map(({ id }) => id) ?? null,
  }));
  await insertAll(ctx, rows);
  const made = rows as Assignment[];
  for (const duty of made) {
    await stageReportLater(ctx, { ...duty, limits: duties.limits });
    tellAssigned(ctx, duty);
    if (duty.sign_due_at) {
      const about = { orderId: duty.order_id, assignmentId: duty.id };
      later(ctx, ringDuty, about, { at: duty.sign_due_at, key: `sign:${duty.id}` });
    }
  }
  const isEmergency = duties.limits.respondMinutes !== undefined;
  const names = units.flatMap(({ unit }) => [unit.name, unit.short]);
  await Promise.all([
    orders.addToSearch(ctx, order.id, names),
    ...made.map((duty) => tellDuty(ctx, order, duty, { position: 1, isEmergency })),
    ...made.map((duty) => tellReaders(ctx, duty, readers.get(duty.unit_code) ?? [])),
  ]);
  return made;
}

function rowOf(
  ctx: Context,
  duties: NewDuties,
  { unit, role, isOverride }: ChosenUnit,
  due: DueTimes,
): NewAssignment {
  const isCopy = role === 'copy';
  const dueAt = earliest(due.dueAt, duties.latest ?? null);
  // A duty passed on after its limit is overdue at once, but may still be signed in its own time.
  const cap = dueAt !== null && dueAt > ctx.now ? dueAt : null;
  return {
    city_id: ctx.cityId,
    order_id: duties.order.id,
    id: ctx.newId(),
    parent_id: duties.parentId ?? null,
    unit_code: unit.code,
    unit_path: unit.path,
    unit_kind: unit.kind,
    role,
    state: 'sent',
    round: duties.order.round,
    urgency: duties.order.urgency,
    sent_at: ctx.now,
    sent_by: ctx.actor.accountId,
    sign_due_at: isCopy ? null : earliest(due.signDueAt, cap),
    contact_due_at: role === 'lead' || role === 'delegate' ? earliest(due.contactDueAt, cap) : null,
    due_at: isCopy ? null : dueAt,
    original_due_at: isCopy ? null : dueAt,
    wished_due_at: duties.isWished ? (duties.latest ?? null) : null,
    stage_report_due_at: null,
    signed_late: false,
    signed_at: null,
    contacted_at: null,
    arrived_at: null,
    fixed_at: null,
    submitted_at: null,
    done_at: null,
    revoked_at: null,
    row_id: duties.rowId,
    guard_reason_no: isOverride ? duties.guardReasonNo : null,
    note_no: duties.noteNo,
    rings: 0,
    limits: JSON.stringify(duties.limits),
  };
}

function earliest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function tellAssigned(ctx: Context, duty: Assignment): void {
  tell(ctx, { kind: 'order', id: duty.order_id }, 'dispatch.assigned', {
    assignment: duty.id,
    parent: duty.parent_id,
    unit: duty.unit_code,
    path: duty.unit_path,
    role: duty.role,
    round: duty.round,
    dutyFrom: null,
    dutyTo: 'sent',
    row: duty.row_id,
    signDueAt: duty.sign_due_at?.toISOString() ?? null,
    contactDueAt: duty.contact_due_at?.toISOString() ?? null,
    dueAt: duty.due_at?.toISOString() ?? null,
    override: duty.guard_reason_no !== null,
    ...(duty.readers && { readers: duty.readers, named: duty.readers }),
  });
  announce(ctx, `unit:${duty.unit_path}`);
}
