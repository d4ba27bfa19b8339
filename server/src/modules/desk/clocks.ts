import type { orders as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { workingCalendar } from '../calendar/index.ts';
import { ofOrder, pausesOf } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { centreClocks } from './centre-clocks.ts';
import { clockView } from './clock-views.ts';
import { dutyClocks, repairClock } from './duty-clocks.ts';
import { statusSpans } from './status-spans.ts';
import { statutoryViews } from './statutory-views.ts';
import { clockText } from './text.ts';

/** 时限: every clock of the order, the centre's own ones, each unit's, acceptance to repair, and the promise; the law's own limits beside them. */
export async function clocks(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<ReplyOf<typeof contract.clocks>> {
  const order = await orders.findVisible(ctx, orderId);
  const [events, duties, pauses, calendar] = await Promise.all([
    historyOf(ctx, { kind: 'order', id: orderId }),
    ofOrder(ctx, orderId),
    pausesOf(ctx, orderId),
    workingCalendar(ctx),
  ]);
  const names = await organisation.unitNames(ctx, [
    ...new Set(duties.map(({ unit_code }) => unit_code)),
  ]);
  const repair = repairClock(order, duties, names);
  const parts = [
    ...(await centreClocks(ctx, order, statusSpans(events))),
    ...(repair ? [repair] : []),
    ...duties.flatMap((duty) => dutyClocks(duty, pauses, names)),
    ...promiseClock(order),
  ];
  return {
    statutory: await statutoryViews(ctx, { order, duties, calendar }),
    rows: parts
      .toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime())
      .map((part) => clockView(part, { calendar, now: ctx.now, zone: ctx.city.zone })),
  };
}

/** 对诉求人的承诺: an instant that was told, counted in plain time. */
function promiseClock(order: orders.Order) {
  if (!order.promise_at) return [];
  const startedAt = order.accepted_at;
  const minutes = Math.max(0, (order.promise_at.getTime() - startedAt.getTime()) / 60_000);
  return [
    {
      name: 'promise' as const,
      unitName: null,
      startedAt,
      endedAt: order.replied_at ?? order.closed_at,
      limit: { kind: 'natural-minutes' as const, minutes },
      dueAt: order.promise_at,
      limitLabel: clockText.none,
    },
  ];
}
