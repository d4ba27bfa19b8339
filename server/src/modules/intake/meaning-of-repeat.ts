import type { RepeatMeaning } from '@minsheng/contract/words/order.ts';
import * as orders from '../orders/index.ts';

/** 重复反映看多久. */
const repeatWindowDays = 90;
const windowMs = repeatWindowDays * 86_400_000;

/**
 * 重复诉求 (domain 2.10): whoever tells again of what is still open urges it; of what was closed less than 90 days before,
 * the first working is looked at again. Null: too long ago, or nobody worked it.
 */
export function meaningOfRepeat(first: orders.Order, toldAgainAt: Date): RepeatMeaning | null {
  if (orders.isOpen(first.status)) return 'urge';
  if (first.status !== 'closed' && first.status !== 'archived') return null;
  const isWorked = first.lead_unit !== null && first.replied_at !== null;
  return isWorked && isRecent(first, toldAgainAt) ? 'review' : null;
}

/** Still open, or over for less than 90 days. */
export const isRecent = (first: orders.Order, at: Date): boolean =>
  orders.isOpen(first.status) ||
  (first.closed_at ?? first.accepted_at).getTime() > at.getTime() - windowMs;
