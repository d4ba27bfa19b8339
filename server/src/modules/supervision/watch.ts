import { isUrgent } from '@minsheng/contract/words/order.ts';
import type { WarningPoint } from '@minsheng/contract/words/supervision.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { historyOf, news, onLatest, tell } from '../../platform/events.ts';
import { handle, job, later } from '../../platform/jobs.ts';
import * as calendar from '../calendar/index.ts';
import { type Assignment, ofOrder, pausesOf, workingStates } from '../dispatch/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { proposeClustered } from './clustered.ts';
import { propose } from './propose.ts';
import { reach } from './reach.ts';
import { standsStill } from './stands-still.ts';
import { urgeByRule } from './urge-by-rule.ts';
import { type WarningTime, warningTimes } from './warning-times.ts';

const follow = job('supervision:follow', news);
const warn = job('supervision:warn', z.object({ orderId: z.uuid(), assignmentId: z.uuid() }));

/** Whatever begins a clock, moves its end or lets it go on. */
onLatest('dispatch.assigned', follow);
onLatest('dispatch.child-recalled', follow);
onLatest('dispatch.due-moved', follow);
onLatest('deferrals.extended', follow);
onLatest('deferrals.resumed', follow);
onLatest('handling.info-given', follow);
onLatest('handling.sent-back', follow);

handle(follow, async (ctx, { id }) => {
  const order = await orders.find(ctx, id);
  if (!order || !orders.isOpen(order.status)) return;
  const watched = (await ofOrder(ctx, id)).filter(isWatched);
  for (const duty of watched) {
    const isOver = duty.due_at !== null && duty.due_at <= ctx.now;
    const isTold = isOver && (await wasTold(ctx, duty, 'expired'));
    await nextLater(ctx, duty, { times: await timesOf(ctx, duty), isTold });
  }
  await proposeClustered(ctx, order);
});

/** 系统预警: what fell due is said once, to the handler and from four fifths on to the leader as well. */
handle(warn, async (ctx, { orderId, assignmentId }) => {
  const order = await orders.lock(ctx, orderId);
  const duty = (await ofOrder(ctx, orderId)).find(({ id }) => id === assignmentId);
  // The event that lets the clock go on sets the next alarm.
  if (!duty?.due_at || !isWatched(duty) || standsStill(order)) return;
  const times = await timesOf(ctx, duty);
  const reached = times.findLast(({ at }) => at <= ctx.now);
  if (reached && !(await wasTold(ctx, duty, reached.point)))
    await tellPoint(ctx, order, duty, reached);
  if (reached?.point === 'expired') await afterExpiry(ctx, order, duty);
  await nextLater(ctx, duty, { times, isTold: reached?.point === 'expired' });
});

/** A copy is read, not worked; what was handed in waits for the centre. */
const isWatched = ({ role, state, due_at }: Assignment): boolean =>
  role !== 'copy' && due_at !== null && workingStates.some((one) => one === state);

async function timesOf(ctx: Context, duty: Assignment): Promise<WarningTime[]> {
  const [pauses, working] = await Promise.all([
    pausesOf(ctx, duty.order_id),
    calendar.workingCalendar(ctx),
  ]);
  return warningTimes(duty, { pauses: pauses.filter(({ to }) => to !== null), calendar: working });
}

/** One alarm a duty, so that moving its end moves what is still to be said; what is over is not said again. */
async function nextLater(
  ctx: Context,
  duty: Assignment,
  { times, isTold }: { times: readonly WarningTime[]; isTold: boolean },
): Promise<void> {
  // A duty without a limit of its own has no points of time to tell.
  if (times.length === 0) return;
  const ahead = times.find(({ at }) => at > ctx.now);
  const at = ahead?.at ?? (isTold ? await dayLateAhead(ctx, duty) : ctx.now);
  if (!at) return;
  later(
    ctx,
    warn,
    { orderId: duty.order_id, assignmentId: duty.id },
    { at, key: `watch:${duty.id}` },
  );
}

async function dayLateAhead(ctx: Context, { due_at }: Assignment): Promise<Date | null> {
  const dayLate = due_at && (await dayAfter(ctx, due_at));
  return dayLate && dayLate > ctx.now ? dayLate : null;
}

async function dayAfter(ctx: Context, dueAt: Date): Promise<Date> {
  const [limit, working] = await Promise.all([
    matters.centreLimit(ctx, 'supervise-overdue'),
    calendar.workingCalendar(ctx),
  ]);
  // A limit that ends with the office hours ends on that day; what begins then would count from the next.
  const from = new Date(dueAt.getTime() - 1);
  return calendar.deadline({ from, limit, calendar: working }).dueAt;
}

/** For this end of the clock: one that was moved is warned of anew. */
async function wasTold(ctx: Context, duty: Assignment, point: WarningPoint): Promise<boolean> {
  const events = await historyOf(ctx, { kind: 'order', id: duty.order_id });
  return events.some(
    ({ type, data }) =>
      type === 'supervision.warned' &&
      data.assignment === duty.id &&
      data.point === point &&
      data.dueAt === duty.due_at?.toISOString(),
  );
}

async function tellPoint(
  ctx: Context,
  order: orders.Order,
  duty: Assignment,
  { point }: WarningTime,
): Promise<void> {
  tell(ctx, { kind: 'order', id: order.id }, 'supervision.warned', {
    assignment: duty.id,
    unit: duty.unit_code,
    path: duty.unit_path,
    role: duty.role,
    point,
    dueAt: duty.due_at?.toISOString() ?? null,
  });
  // Half of the time is news for the desk; whoever is rung for it would stop listening.
  if (point === 'half' || !duty.due_at) return;
  if (point === 'expired' && duty.state !== 'delegated')
    return urgeByRule(ctx, order, duty, 'overdue');
  const { on: day, time } = organisation.cityHour(duty.due_at, ctx.city.zone);
  await reach(ctx, {
    order,
    duty,
    template: point === 'expired' ? 'overdue-below' : 'due-soon',
    facts: { due: `${day} ${time}` },
    alsoNext: point === 'last-day',
  });
}

async function afterExpiry(ctx: Context, order: orders.Order, duty: Assignment): Promise<void> {
  if (!duty.due_at) return;
  if (isUrgent(order.urgency)) await propose(ctx, order, 'safety');
  if (ctx.now >= (await dayAfter(ctx, duty.due_at))) await propose(ctx, order, 'overdue-day');
}
