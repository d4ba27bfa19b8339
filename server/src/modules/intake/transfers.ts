import type { intake } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, news, on, tell } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { police } from '../organisation/index.ts';
import { sendSoon } from './accept-by-rule.ts';
import { mayFollowTransfer, permitted } from './policy.ts';
import { changeTransfer, insertTransfer, type TransferWay, transferOf } from './transfers.repo.ts';

/** A person writes whom it goes to in words of her own; that it is 110 shows in any of them. */
export const isToPolice = (to: string): boolean => to.includes(police);

const done = { done: true } as const;

/** 转接跟踪 begins: the other line has the caller, the order stays ours until they say what became of it. */
export async function followTransfer(
  ctx: Context,
  orderId: string,
  transfer: TransferWay,
): Promise<void> {
  await insertTransfer(ctx, { ...transfer, orderId, at: ctx.now, by: ctx.actor.accountId });
}

export async function readTransfer(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<ReplyOf<typeof intake.readTransfer>> {
  demand(permitted(ctx.actor, 'intake.receive'));
  await orders.findVisible(ctx, orderId);
  const transfer = await transferOf(ctx, orderId);
  refuseUnless(transfer, 'intake.no-transfer');
  return {
    to: transfer.to_party,
    sentAt: transfer.sent_at.toISOString(),
    receivedAt: transfer.received_at?.toISOString() ?? null,
    theirNo: transfer.their_no ?? '',
    listRow: transfer.list_row,
    byThreeWay: transfer.by_three_way,
    firstReceiver: transfer.first_receiver,
    endedAt: transfer.ended_at?.toISOString() ?? null,
  };
}

/** 对方签收: they have it, under a number of their own. */
export async function noteTransferReceipt(
  ctx: Context,
  { orderId, theirNo }: InputOf<typeof intake.noteTransferReceipt>,
): Promise<typeof done> {
  const order = await held(ctx, orderId);
  const known = await transferOf(ctx, orderId);
  await changeTransfer(ctx, orderId, {
    received_at: known?.received_at ?? ctx.now,
    their_no: theirNo || null,
  });
  tell(ctx, { kind: 'order', id: orderId }, 'intake.transfer-received', {
    secrecy: order.secrecy,
    hasTheirNo: theirNo !== '',
  });
  announce(ctx, 'desk:in-transfer');
  return done;
}

/** T4 对方反馈: the order is over; what they fed back is what the requester reads. */
export async function endTransfer(
  ctx: Context,
  { orderId, feedback }: InputOf<typeof intake.endTransfer>,
): Promise<typeof done> {
  const order = await held(ctx, orderId);
  const words = await orders.addText(ctx, orderId, { kind: 'answer', content: feedback });
  await changeTransfer(ctx, orderId, { ended_at: ctx.now, outcome: 'fed-back' });
  await orders.advance(ctx, order, 'end-transfer', {
    set: { closed_at: ctx.now },
    data: { text: words.no, digest: words.digest },
  });
  orders.archiveLater(ctx, orderId);
  return done;
}

/** T4 退回: theirs it is not, or it is taken back; whoever received it first finds the unit (国办发〔2022〕12号: 首接负责). */
export async function returnTransfer(
  ctx: Context,
  { orderId, reason }: InputOf<typeof intake.returnTransfer>,
): Promise<typeof done> {
  const order = await held(ctx, orderId);
  const words = await orders.addText(ctx, orderId, { kind: 'reason', content: reason });
  await changeTransfer(ctx, orderId, { ended_at: ctx.now, outcome: 'returned' });
  const returned = await orders.advance(ctx, order, 'return-transfer', {
    set: { result: 'dispatch' },
    data: { result: 'dispatch', text: words.no, digest: words.digest },
  });
  if (returned.urgency === 'U1') sendSoon(ctx, returned);
  return done;
}

const joined = job('intake:three-way', news);
on('telephony.joined', joined);

/** 三方通话: caller, we and they have heard each other. */
handle(joined, async (ctx, { data }) => {
  if (typeof data.order === 'string') await changeTransfer(ctx, data.order, { by_three_way: true });
});

async function held(ctx: Context, orderId: string): Promise<orders.Order> {
  const order = await orders.lockVisible(ctx, orderId);
  demand(mayFollowTransfer(ctx.actor, order));
  return order;
}
