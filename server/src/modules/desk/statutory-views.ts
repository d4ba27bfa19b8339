import type { orders as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { isStanding } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { deadline, type Limit, type WorkingCalendar } from '../calendar/index.ts';
import { type Assignment, spanWords } from '../dispatch/index.ts';
import { statutoryFor } from '../matters/index.ts';
import type { Order } from '../orders/index.ts';

type StatutoryView = ReplyOf<typeof contract.clocks>['statutory'][number];

/** The city's check lets a row lengthen its limit only in the limit's own measure. */
function longer(limit: Limit, by: Limit): Limit {
  if (limit.kind === 'working-days')
    return { ...limit, days: limit.days + (by.kind === limit.kind ? by.days : 0) };
  return { ...limit, minutes: limit.minutes + (by.kind === limit.kind ? by.minutes : 0) };
}

interface Life {
  order: Order;
  duties: readonly Assignment[];
  calendar: WorkingCalendar;
}

/** 法定时限 (domain 2.3, class ST): beside our promise, never instead of it; none before a department has the order. */
export async function statutoryViews(
  ctx: Context,
  { order, duties, calendar }: Life,
): Promise<StatutoryView[]> {
  const lead = duties.findLast(({ role, state }) => role === 'lead' && isStanding(state));
  if (!lead) return [];
  const rows = await statutoryFor(ctx, { matterCode: order.matter_code, type: order.type });
  return rows.map(({ stage, limit, extension, basis, mark }) => {
    const by = (allowed: Limit) => deadline({ from: lead.sent_at, limit: allowed, calendar });
    const due = by(limit);
    const extended = extension && by(longer(limit, extension));
    return {
      stage,
      limitLabel: spanWords(limit),
      dueAt: due.dueAt.toISOString(),
      extensionLabel: extension && spanWords(extension),
      extendedDueAt: extended ? extended.dueAt.toISOString() : null,
      isProvisional: due.isProvisional,
      basis,
      isUnverified: mark !== 'official',
    };
  });
}
