import type { OrderStatus } from '@minsheng/contract';
import { DueChip } from './due-chip.tsx';
import { clockText } from './text.ts';

interface OrderDueProps {
  order: { status: OrderStatus; dueAt: string | null };
}

/** The handling clock of an order: it runs while units work and stands still while they wait for an answer. */
export function OrderDue({ order }: OrderDueProps) {
  if (order.dueAt === null) return null;
  if (order.status === 'need-info') {
    return <span className="chip chip-plain">{clockText.paused}</span>;
  }
  return order.status === 'in-progress' ? <DueChip dueAt={order.dueAt} /> : null;
}
