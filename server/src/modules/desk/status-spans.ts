import { type OrderStatus, orderStatuses } from '@minsheng/contract/words/order.ts';
import type { StoredEvent } from '../../platform/events.ts';

/** 阶段: how long an order stood in one status; open while `to` is null. */
export interface StatusSpan {
  status: OrderStatus;
  from: Date;
  to: Date | null;
}

type Move = Pick<StoredEvent, 'at' | 'data'>;

/** Folded from the events that moved the order: every one of them says where it went. */
export function statusSpans(events: readonly Move[]): StatusSpan[] {
  const spans: StatusSpan[] = [];
  for (const { at, data } of events) {
    const status = orderStatuses.find((one) => one === data.to);
    if (!status) continue;
    const last = spans.at(-1);
    if (last) last.to = at;
    spans.push({ status, from: at, to: null });
  }
  return spans;
}
