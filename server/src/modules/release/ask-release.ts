import type { release as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { enqueue } from '../../platform/jobs.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { findOrders } from '../desk/index.ts';
import { orderRows } from '../orders/index.ts';
import { mayAsk } from './policy.ts';
import { redactRelease } from './redact-release.ts';
import { insert } from './releases.repo.ts';

/** Each of their texts is read by a person. */
const mostOrders = 200;

/** 申请外发: what the search finds now, none of it secret. What was typed into the search is not kept: it may name a person. */
export async function askRelease(
  ctx: Context,
  { filters, purpose, recipient }: InputOf<typeof contract.askRelease>,
): Promise<{ id: string }> {
  demand(mayAsk(ctx.actor));
  const { found } = await findOrders(ctx, filters, {
    from: null,
    most: mostOrders + 1,
    upTo: 'the-end',
  });
  refuseUnless(found.length <= mostOrders, 'release.too-many', { limit: mostOrders });
  const rows = await orderRows(
    ctx,
    found.map(({ id }) => id),
    'as-said',
  );
  const orderIds = rows.filter(({ secrecy }) => secrecy === 0).map(({ id }) => id);
  refuseUnless(orderIds.length > 0, 'release.nothing-found');

  const id = ctx.newId();
  const askedBy = ctx.actor.accountId ?? '';
  await insert(ctx, { id, purpose, recipient, asked_by: askedBy, order_ids: orderIds });
  enqueue(ctx, redactRelease, { releaseId: id, from: 0 });
  isNew(ctx, { kind: 'release', id });
  tell(ctx, { kind: 'release', id }, 'release.asked', { orders: orderIds.length });
  announce(ctx, 'releases');
  return { id };
}
