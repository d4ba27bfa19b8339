import type { OrderStatus } from '@minsheng/contract';
import { DueChip } from './due-chip.tsx';
import { clockText } from './text.ts';

interface OrderDueProps {
  order: { status: OrderStatus; dueAt: string | null; stageDueAt?: string | null };
}

/** What runs against an order: the centre's own limit while it has it in hand, else the handling clock. That runs while units work and stands still while they wait for an answer. */
export function OrderDue({ order }: OrderDueProps) {
  if (order.stageDueAt != null) return <DueChip dueAt={order.stageDueAt} />;
  if (order.dueAt === null) return null;
  if (order.status === 'need-info') {
    return <span className="chip chip-plain">{clockText.paused}</span>;
  }
  return order.status === 'in-progress' ? <DueChip dueAt={order.dueAt} /> : null;
}
