import type { BodyOf } from '@minsheng/contract/public/exchange.ts';
import type { TransferMode } from '@minsheng/contract/words/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { decrypt } from '../../platform/secrets.ts';
import * as orders from '../orders/index.ts';
import { nameOn, requesterPhone } from '../requesters/index.ts';

/** 移送单 of an order, in our codes: what whoever handles it elsewhere must know, typed by nobody twice. */
export async function transferOf(
  ctx: Context,
  order: orders.Order,
  mode: TransferMode,
): Promise<BodyOf<'transfer'>> {
  const said = orders.appealText(await orders.textsOf(ctx, order.id));
  return {
    appeal: {
      title: (said?.title ?? '').slice(0, 100) || order.order_no,
      words: (said?.content ?? '').slice(0, 4000),
      typeCode: order.type,
      matterCode: order.matter_code,
      ...(order.happened_at && { occurredAt: order.happened_at.toISOString() }),
    },
    place: {
      areaCode: order.area_code,
      text: (said?.address ?? '').slice(0, 200),
      ...(order.lat !== null && order.lng !== null && { lat: order.lat, long: order.lng }),
    },
    requester: await requesterFor(ctx, order),
    urgency: order.urgency,
    mode,
    ...(order.call_id && { callId: order.call_id }),
  };
}

/** 保密: whoever wished for secrecy is not named to another system. */
async function requesterFor(
  ctx: Context,
  order: orders.Order,
): Promise<BodyOf<'transfer'>['requester']> {
  if (order.secrecy > 0) return { anonymous: true };
  const [name, phone] = await Promise.all([nameOn(ctx, order.id), requesterPhone(ctx, order.id)]);
  return {
    anonymous: name === null && phone === null,
    ...(name && { name }),
    ...(phone && { phone: decrypt(ctx.keys, phone) }),
  };
}
