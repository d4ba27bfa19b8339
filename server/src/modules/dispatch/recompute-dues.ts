import type { Context } from '../../platform/context.ts';
import { announce, news, on, tell } from '../../platform/events.ts';
import { enqueue, handle, job, later } from '../../platform/jobs.ts';
import { instantAt } from '../../platform/zone.ts';
import * as calendar from '../calendar/index.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import type { Assignment } from './assignment.ts';
import { change, ofOrder, ordersRunningPast } from './assignments.repo.ts';
import { recomputeDues, ringDuty } from './dispatch.jobs.ts';
import { dueByLimit } from './due-of.ts';
import { daysCrossed, type MovedDuty, movedDue } from './moved-due.ts';
import { pausesOf } from './pauses.ts';
import { calendarReason } from './text.ts';

const afterChange = job('dispatch:calendar-changed', news);
const ordersAtOnce = 50;

on('city.changed', afterChange);

/** Most changes of a city's data leave its calendar as it was. */
handle(afterChange, async (ctx) => {
  const change = await calendar.changeToFollow(ctx);
  if (change) enqueue(ctx, recomputeDues, { version: change.version, after: null });
});

/** Some orders in each transaction, so that nobody waits long for one of them; may run twice. */
handle(recomputeDues, async (ctx, { version, after }) => {
  const change = await calendar.changeToFollow(ctx);
  if (!change || change.version < version) return;
  const past = change.changesHours ? null : firstInstant(ctx, change);
  const found = await ordersRunningPast(ctx, { past, after, limit: ordersAtOnce });
  for (const orderId of found) await followCalendar(ctx, orderId, change);
  const last = found.at(-1);
  if (last !== undefined && found.length === ordersAtOnce)
    return enqueue(ctx, recomputeDues, { version, after: last });
  await calendar.followed(ctx, version);
});

function firstInstant(ctx: Context, { days }: calendar.CalendarChange): Date | null {
  const [first] = days;
  return first ? instantAt(first.on, '00:00', ctx.city.zone) : null;
}

/** 日历更正: the running clocks of one order by the calendar as it is now; one event says what moved, and which days did it. */
export async function followCalendar(
  ctx: Context,
  orderId: string,
  changed: calendar.CalendarChange,
): Promise<void> {
  const order = await orders.lock(ctx, orderId);
  if (!orders.isOpen(order.status)) return;
  const [duties, pauses, working] = await Promise.all([
    ofOrder(ctx, orderId),
    pausesOf(ctx, orderId),
    calendar.workingCalendar(ctx),
  ]);
  // A clock that stands still now is moved when it goes on.
  const ended = pauses.filter(({ to }) => to !== null);
  const facts = { pauses: ended, calendar: working, now: ctx.now };
  const moved = movedDue(duties, facts, changed);
  if (moved.length === 0) return;

  for (const { duty, set } of moved) {
    await change(ctx, duty, set);
    ringThen(ctx, duty, set.sign_due_at);
    announce(ctx, `unit:${duty.unit_path}`);
  }
  const set = orderDues(order, duties, moved, (duty) => dueByLimit(duty, facts));
  if (set.due_at ?? set.promise_at) await orders.change(ctx, orderId, set);
  tellMoved(ctx, { order, moved, set, days: crossedBy(moved, changed, working) });
  await tellRequester(ctx, order, set.promise_at ?? null, changed);
}

function ringThen(ctx: Context, duty: Assignment, at: Date | undefined): void {
  if (!at) return;
  const about = { orderId: duty.order_id, assignmentId: duty.id };
  later(ctx, ringDuty, about, { at, key: `sign:${duty.id}` });
}

interface OrderDues {
  due_at?: Date;
  promise_at?: Date;
}

/** The order's own due time is its lead's; the promise is that of the lead it was once given by. */
function orderDues(
  order: orders.Order,
  duties: readonly Assignment[],
  moved: readonly MovedDuty[],
  byLimit: (duty: Assignment) => Date | null,
): OrderDues {
  const movedLead = moved.find(({ duty }) => duty.role === 'lead');
  const dueAt = movedLead?.set.due_at;
  const promised = duties.find(
    ({ role, due_at }) => role === 'lead' && isSame(due_at, order.promise_at),
  );
  const promiseAt =
    promised && promised.id === movedLead?.duty.id ? dueAt : promised && byLimit(promised);
  return {
    ...(dueAt && isSame(movedLead?.duty.due_at ?? null, order.due_at) && { due_at: dueAt }),
    ...(promiseAt && !isSame(promiseAt, order.promise_at) && { promise_at: promiseAt }),
  };
}

const isSame = (a: Date | null, b: Date | null): boolean =>
  a !== null && a.getTime() === b?.getTime();

function crossedBy(
  moved: readonly MovedDuty[],
  changed: calendar.CalendarChange,
  working: calendar.WorkingCalendar,
): calendar.ChangedDay[] {
  const crossed = moved.flatMap(({ duty, set }) =>
    [...Object.values(set), duty.due_at ?? duty.sent_at].flatMap((to) =>
      daysCrossed(changed, duty.sent_at, to, working),
    ),
  );
  return changed.days.filter((day) => crossed.includes(day));
}

interface Moved {
  order: orders.Order;
  moved: readonly MovedDuty[];
  set: OrderDues;
  days: readonly calendar.ChangedDay[];
}

function tellMoved(ctx: Context, { order, moved, set, days }: Moved): void {
  tell(ctx, { kind: 'order', id: order.id }, 'dispatch.due-moved', {
    dueBefore: order.due_at?.toISOString() ?? null,
    dueAt: (set.due_at ?? order.due_at)?.toISOString() ?? null,
    promiseAt: (set.promise_at ?? order.promise_at)?.toISOString() ?? null,
    days: days.map(({ on, before, after }) => ({ on, before, after })),
    duties: moved.map(({ duty, set: times }) => ({
      assignment: duty.id,
      before: iso({
        sign_due_at: duty.sign_due_at,
        contact_due_at: duty.contact_due_at,
        due_at: duty.due_at,
        original_due_at: duty.original_due_at,
      }),
      after: iso(times),
    })),
  });
}

const iso = (times: Readonly<Record<string, Date | null | undefined>>) =>
  Object.fromEntries(
    Object.entries(times).flatMap(([name, at]) => (at ? [[name, at.toISOString()]] : [])),
  );

/** Only a later day is news to the requester. */
async function tellRequester(
  ctx: Context,
  order: orders.Order,
  promiseAt: Date | null,
  changed: calendar.CalendarChange,
): Promise<void> {
  if (!promiseAt || !order.promise_at) return;
  const { on: due } = organisation.cityHour(promiseAt, ctx.city.zone);
  if (due <= organisation.cityHour(order.promise_at, ctx.city.zone).on) return;
  await notify(ctx, {
    template: 'promise-changed',
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id },
    orderId: order.id,
    facts: { order_no: order.order_no, due, reason: calendarReason(changed.days) },
    urgent: false,
  });
}
