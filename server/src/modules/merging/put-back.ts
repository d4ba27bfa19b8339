import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import * as calendar from '../calendar/index.ts';
import {
  type Assignment,
  addDuties,
  type ChosenUnit,
  dueByLimit,
  limitsFor,
  ofOrder,
  pausesOf,
} from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { end, type Member } from './members.repo.ts';

/**
 * 拆出: the order goes back where it stood. A unit that had it gets it again with the time that was left when it was
 * taken from there; where that unit takes no orders any more, a dispatcher decides. The order is held.
 */
export async function putBack(
  ctx: Context,
  order: orders.Order,
  member: Member,
  why: orders.TextMark,
): Promise<orders.Order> {
  await end(ctx, member, 'taken-out');
  const data = { master: member.master_id, text: why.no, digest: why.digest };
  const units = await unitsBefore(ctx, member);
  const back =
    units === null
      ? await orders.advance(ctx, order, 'unmerge', { set: { merged_into: null }, data })
      : await backToUnits(ctx, order, { member, units, data });
  tell(ctx, { kind: 'order', id: member.master_id }, 'merging.left', { count: 1 });
  announce(ctx, `desk:${back.status}`);
  return back;
}

/** Null: nobody has it, or whoever led takes no orders any more. */
async function unitsBefore(ctx: Context, { before, duties }: Member): Promise<ChosenUnit[] | null> {
  if (before !== 'in-progress') return null;
  const known = await organisation.unitsIfKnown(
    ctx,
    duties.map(({ unit }) => unit),
  );
  const units = duties.flatMap(({ unit: code, role }): ChosenUnit[] => {
    const unit = known.find((one) => one.code === code && one.takes_orders);
    return unit ? [{ unit, role, isOverride: false }] : [];
  });
  return units.some(({ role }) => role === 'lead') ? units : null;
}

interface Back {
  member: Member;
  units: readonly ChosenUnit[];
  data: Readonly<Record<string, string | number>>;
}

async function backToUnits(
  ctx: Context,
  order: orders.Order,
  { member, units, data }: Back,
): Promise<orders.Order> {
  const before = (await ofOrder(ctx, order.id)).findLast(({ role }) => role === 'lead');
  const rest = before ? await dueWithoutMerging(ctx, order, before, member.merged_at) : null;
  const limits = await limitsFor(ctx, order);
  const made = await addDuties(ctx, {
    order,
    units,
    limits,
    rowId: before?.row_id ?? null,
    guardReasonNo: before?.guard_reason_no ?? null,
    noteNo: before?.note_no ?? null,
    ...(rest && { latest: rest, isWished: true }),
  });
  const lead = made.find(({ role }) => role === 'lead');
  return orders.advance(ctx, order, 'unmerge-to-unit', {
    set: {
      merged_into: null,
      lead_unit: lead?.unit_code ?? null,
      lead_path: lead?.unit_path ?? null,
      due_at: lead?.due_at ?? null,
      limit_class: limits.code,
      limit_version: limits.version,
    },
    data: { ...data, lead: lead?.unit_code ?? null },
  });
}

/** As if the clock had stood still since then. */
async function dueWithoutMerging(
  ctx: Context,
  order: orders.Order,
  duty: Assignment,
  mergedAt: Date,
): Promise<Date | null> {
  const [pauses, working] = await Promise.all([
    pausesOf(ctx, order.id),
    calendar.workingCalendar(ctx),
  ]);
  const merged = { reason: 'merged', from: mergedAt, to: ctx.now };
  return dueByLimit(duty, { pauses: [...pauses, merged], calendar: working, now: ctx.now });
}
