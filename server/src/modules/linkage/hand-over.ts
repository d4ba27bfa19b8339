import type { BodyOf } from '@minsheng/contract/public/exchange.ts';
import type { TransferMode } from '@minsheng/contract/words/exchange.ts';
import type { LinkageAct } from '@minsheng/contract/words/linkage.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf, tell } from '../../platform/events.ts';
import {
  type Case,
  casesOfOrder,
  openCase,
  type Peer,
  peersWith,
  queueMessage,
  transferOf,
} from '../exchange/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { insert, isOpen, recordsOf } from './records.repo.ts';

export const adapterName = 'police-110';

/** 110 as a peer that is on; null where the city has no link, and everything goes by telephone as before. */
export async function police(ctx: Context): Promise<Peer | null> {
  return (await peersWith(ctx, adapterName)).find(({ isOn }) => isOn) ?? null;
}

export interface Handing {
  readonly act: Exclude<LinkageAct, 'received' | 'clue'>;
  readonly mode: TransferMode;
  readonly assignmentId: string | null;
  readonly listRow: string | null;
  readonly firstReceiver: boolean;
}

/** 移送110: the form goes ahead of the voice. Once for each transfer and each duty, however often it is asked for. */
export async function handOver(ctx: Context, orderId: string, handing: Handing): Promise<void> {
  const peer = await police(ctx);
  if (!peer) return;
  const order = await orders.lock(ctx, orderId);
  const about = await caseWith(ctx, peer, order);
  // They sent it to us: handing it back would turn in a circle.
  if (about === null) return;
  const records = await recordsOf(ctx, orderId);
  const isHanded = records.some(
    (one) =>
      one.act === handing.act &&
      (isOpen(one) ||
        (handing.assignmentId !== null && one.assignment_id === handing.assignmentId)),
  );
  if (isHanded) return;
  const basis = await matters.linkageBasis(
    ctx,
    handing.act === 'together' ? 'response' : 'transfer',
  );
  const listRow = handing.listRow ?? (await rowByMatter(ctx, order.matter_code));
  const body: BodyOf<'transfer'> = {
    ...(await transferOf(ctx, order, handing.mode)),
    ...(listRow && { listRow }),
    ...(basis && { basis: basis.slice(0, 200) }),
    ...(handing.firstReceiver && { firstReceiver: true }),
  };
  const messageId = await queueMessage(ctx, about.id, { kind: 'transfer', body });
  const mechanism = handing.act === 'together' ? 'response' : 'transfer';
  const id = ctx.newId();
  await insert(ctx, {
    city_id: ctx.cityId,
    order_id: orderId,
    id,
    act: handing.act,
    mechanism,
    peer: peer.code,
    assignment_id: handing.assignmentId,
    message_id: messageId,
    list_row: listRow,
    basis,
    state: 'sent',
    stage: null,
    asked_at: ctx.now,
    asked_by: ctx.actor.accountId,
    receipt_due_at: null,
    accepted_at: null,
    ended_at: null,
  });
  tell(ctx, { kind: 'order', id: orderId }, 'linkage.handed-over', {
    record: id,
    act: handing.act,
    mechanism,
    listRow,
  });
}

/** One case an order; null when it came from them. */
export async function caseWith(
  ctx: Context,
  peer: Peer,
  order: orders.Order,
): Promise<Case | null> {
  const known = (await casesOfOrder(ctx, order.id)).find((one) => one.peer === peer.code);
  if (known) return known.opened_by === 'them' ? null : known;
  const history = await historyOf(ctx, { kind: 'order', id: order.id });
  return openCase(ctx, {
    peer: peer.code,
    orderId: order.id,
    orderNo: order.order_no,
    heardSeq: history.at(-1)?.seq ?? 0,
  });
}

/** Where nobody named a row, the list itself may name the matter. */
async function rowByMatter(ctx: Context, matterCode: string): Promise<string | null> {
  const rows = await matters.linkageRows(ctx, 'to-110');
  return rows.find(({ matter }) => matter !== null && matterCode.startsWith(matter))?.code ?? null;
}
