import type { linkage } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type Case, casesOfOrder, queueMessage } from '../exchange/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { waitForCentre } from '../waits/index.ts';
import { caseWith, police } from './hand-over.ts';
import { mayReportClue } from './policy.ts';
import { insert, recordsOf } from './records.repo.ts';

/** 涉稳线索第一时间移交 (国办发〔2022〕12号): leaves at once, and somebody is told when no receipt comes within a minute. */
export async function reportClue(
  ctx: Context,
  { orderId, words, risk }: InputOf<typeof linkage.reportClue>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  demand(mayReportClue(ctx.actor));
  const peer = await police(ctx);
  refuseUnless(peer, 'linkage.no-link');
  const about = (await caseWith(ctx, peer, order)) ?? (await theirCase(ctx, peer.code, orderId));
  refuseUnless(about, 'linkage.no-link');

  const basis = await matters.linkageBasis(ctx, 'clue');
  const said = orders.appealText(await orders.textsOf(ctx, orderId));
  await orders.addText(ctx, orderId, { kind: 'note', content: words });
  const messageId = await queueMessage(ctx, about.id, {
    kind: 'clue',
    body: {
      words,
      risk,
      place: { areaCode: order.area_code, text: (said?.address ?? '').slice(0, 200) },
      ...(basis && { basis: basis.slice(0, 200) }),
    },
  });
  const earlier = (await recordsOf(ctx, orderId)).filter(({ act }) => act === 'clue').length;
  const receiptDueAt = await waitForCentre(ctx, clueWait(orderId, earlier), 'clue-receipt');
  const id = ctx.newId();
  await insert(ctx, {
    city_id: ctx.cityId,
    order_id: orderId,
    id,
    act: 'clue',
    mechanism: 'response',
    peer: peer.code,
    assignment_id: null,
    message_id: messageId,
    list_row: null,
    basis,
    state: 'sent',
    stage: null,
    asked_at: ctx.now,
    asked_by: ctx.actor.accountId,
    receipt_due_at: receiptDueAt,
    accepted_at: null,
    ended_at: null,
  });
  tell(ctx, { kind: 'order', id: orderId }, 'linkage.handed-over', {
    record: id,
    act: 'clue',
    mechanism: 'response',
    listRow: null,
    risk,
  });
  return { done: true };
}

/** The clues of one order, counted from 0. */
export const clueWait = (id: string, no: number) => ({ kind: 'clue-receipt', id, no }) as const;

async function theirCase(ctx: Context, peer: string, orderId: string): Promise<Case | null> {
  return (await casesOfOrder(ctx, orderId)).find((one) => one.peer === peer) ?? null;
}
