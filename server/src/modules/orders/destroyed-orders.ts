import { z } from 'zod';
import type { News } from '../../platform/events.ts';

const batch = z.object({ what: z.string(), orders: z.array(z.uuid()) });

/** 已销毁的工单 of a `retention.batch-destroyed`: those of which everything leaves. */
export function destroyedOrders({ data }: Pick<News, 'data'>): readonly string[] {
  const { what, orders } = batch.parse(data);
  return what === 'order' ? orders : [];
}
