import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { pausesOf } from '../dispatch/index.ts';
import { isOpen, type Order } from '../orders/index.ts';

/** 停表: waits lawfully for somebody else, stands in the ledger until it is cleared, or is over; nothing is due of the unit. */
export const standsStill = ({ status, parked_at }: Pick<Order, 'status' | 'parked_at'>): boolean =>
  status === 'need-info' || status === 'suspended' || parked_at !== null || !isOpen(status);

interface Span {
  reason: string;
  from: Date;
  to: Date | null;
}

/** When it stood still: its pauses, and its time in the ledger, where the work clock has ended and this one has not. */
export async function spansStoodStill(ctx: Context, orderId: string): Promise<Span[]> {
  const [pauses, events] = await Promise.all([
    pausesOf(ctx, orderId),
    historyOf(ctx, { kind: 'order', id: orderId }),
  ]);
  const parked = events.filter(({ type }) => type === 'deferrals.parked');
  return [
    ...pauses,
    ...parked.map(({ at: from, seq }) => {
      const left = events.find((one) => one.seq > seq && leavesLedger.has(one.type));
      return { reason: 'parked', from, to: left?.at ?? null };
    }),
  ];
}

const leavesLedger: ReadonlySet<string> = new Set(['handling.reply-approved', 'dispatch.recalled']);
