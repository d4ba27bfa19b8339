import type { dispatch } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import * as learning from '../learning/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { placeDoubt } from './place-doubt.ts';
import { maySend } from './policy.ts';

/** 更正区域: before anybody is sent there. What the machine had read is kept beside it, and the next text learns from it. */
export async function correctPlace(
  ctx: Context,
  input: InputOf<typeof dispatch.correctPlace>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(maySend(ctx.actor, order, ctx.now));
  const [area, doubt] = await Promise.all([
    organisation.area(ctx, input.areaCode),
    placeDoubt(ctx, order),
  ]);
  if (area.code === order.area_code) return { done: true };

  await orders.change(ctx, order.id, { area_code: area.code });
  await orders.addToSearch(ctx, order.id, [area.full_name]);
  await orders.renewUnitSearch(ctx, { ...order, area_code: area.code });
  learning.placed(ctx, order.id);
  tell(ctx, { kind: 'order', id: order.id }, 'dispatch.place-corrected', {
    fromArea: order.area_code,
    toArea: area.code,
    readArea: doubt?.saidCode ?? null,
    confidence: doubt?.confidence ?? null,
  });
  announce(ctx, 'desk:to-dispatch');
  return { done: true };
}
