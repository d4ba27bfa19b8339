import type { dispatch } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as issues from '../issues/index.ts';
import * as orders from '../orders/index.ts';

type Alike = ReplyOf<typeof dispatch.suggestion>['alike'];

/** 同类待派: what waits for dispatch as well and may go to the same units in one step. */
export async function alikeOrders(ctx: Context, { id }: orders.Order): Promise<Alike> {
  const found = await issues.waitingAlike(ctx, id);
  const sameThings = new Set(
    found.filter(({ isSameThing }) => isSameThing).map(({ orderId }) => orderId),
  );
  const rows = await orders.orderRows(
    ctx,
    found.map(({ orderId }) => orderId),
    'for-units',
  );
  return rows.map(({ id: orderId, orderNo, title, address, urgency }) => ({
    ...{ orderId, orderNo, title, address, urgency },
    reason: sameThings.has(orderId) ? 'same-issue-candidate' : 'same-place-matter',
  }));
}
