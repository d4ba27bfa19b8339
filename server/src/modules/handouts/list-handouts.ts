import type { handouts as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import { callOf } from '../telephony/index.ts';
import { type About, handoutsOf } from './handouts.repo.ts';
import { maySend } from './policy.ts';

type Reply = ReplyOf<typeof contract.ofOrder>;

const mostShown = 50;

/** 答复链接 of an order and of the call it came from; what went to the requester is the centre's to read. */
export async function ofOrder(
  ctx: Context,
  { orderId }: InputOf<typeof contract.ofOrder>,
): Promise<Reply> {
  const order = await orders.findVisible(ctx, orderId);
  if (ctx.actor.scope !== 'all') return { rows: [], shownCap: mostShown, can: { send: false } };
  return rowsOf(
    ctx,
    { orderId: order.id, callId: order.call_id },
    orders.hasRequester(order).allowed,
  );
}

/** The same of a call one has. */
export async function ofCall(
  ctx: Context,
  { callId }: InputOf<typeof contract.ofCall>,
): Promise<Reply> {
  demand(maySend(ctx.actor));
  const call = await callOf(ctx, callId);
  return rowsOf(ctx, { orderId: null, callId: call.id }, call.number !== null);
}

async function rowsOf(ctx: Context, about: About, isReached: boolean): Promise<Reply> {
  const rows = await handoutsOf(ctx, about, mostShown);
  const names = await accountNames(
    ctx,
    rows.map(({ sent_by }) => sent_by),
  );
  return {
    rows: rows.map((row) => ({
      id: row.id,
      code: row.entry_code,
      title: row.title,
      sentBy: names.get(row.sent_by ?? '') ?? '',
      sentAt: row.sent_at.toISOString(),
      openedAt: row.opened_at?.toISOString() ?? null,
      opens: row.opens,
      isOver: row.expires_at <= ctx.now,
    })),
    shownCap: mostShown,
    can: { send: maySend(ctx.actor).allowed && isReached },
  };
}
