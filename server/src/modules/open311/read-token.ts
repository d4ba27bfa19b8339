import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { GeoFault } from './fault.ts';
import { listOf, type SparkList } from './spark.ts';
import { text } from './text.ts';
import { orderOfToken } from './tokens.repo.ts';

/** GET tokens: before anybody accepted the request its number is empty, and the client asks again. */
export async function readToken(ctx: Context, token: string): Promise<SparkList> {
  const orderId = z.uuid().safeParse(token).success ? await orderOfToken(ctx, token) : null;
  const order = orderId === null ? null : await orders.find(ctx, orderId);
  if (!order) throw new GeoFault(404, { code: 'no-such-token', description: text.noToken });
  const isAccepted = order.status !== 'to-accept';
  return listOf('request', [{ service_request_id: isAccepted ? order.order_no : null, token }]);
}
