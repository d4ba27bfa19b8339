import type { Context } from '../../../platform/context.ts';
import { type Case, type Outgoing, peerOf } from '../../exchange/index.ts';
import * as orders from '../../orders/index.ts';
import { dutyAt, formOf } from '../county-duty.ts';

/** 再次请求: what is closed there does not open again, so it is a request of its own that says why. */
export async function askedAnew(ctx: Context, about: Case, why: string): Promise<Outgoing> {
  const order = await orders.lock(ctx, about.order_id);
  const peer = await peerOf(ctx, about.peer);
  const duty = peer && (await dutyAt(ctx, peer, about.order_id));
  const body = await formOf(ctx, order, { duty, mode: 'push' });
  const words = `${why}\n${body.appeal.words}`.slice(0, 4000);
  return { kind: 'transfer', body: { ...body, appeal: { ...body.appeal, words } } };
}
