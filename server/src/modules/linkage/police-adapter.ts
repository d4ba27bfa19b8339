import type { BodyOf, Said } from '@minsheng/contract/public/exchange.ts';
import type { Context } from '../../platform/context.ts';
import type { StoredEvent } from '../../platform/events.ts';
import {
  type Adapter,
  type Applied,
  addWords,
  type Case,
  checkTransfer,
  ExchangeFault,
  type Incoming,
  nothingOpened,
  type Outgoing,
  openOrder,
  type Peer,
  registerAdapter,
  tellOfAppeal,
} from '../exchange/index.ts';
import { urgeFromOutside, withdraw } from '../intake/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { takeAnswer } from './answers.ts';
import { adapterName } from './hand-over.ts';
import { ourNews } from './our-news.ts';
import { insert, isOpen, move, recordsOf } from './records.repo.ts';
import { text } from './text.ts';

/** 110 适配器: appeals both ways, and what becomes of them. */
registerAdapter({
  name: adapterName,
  label: text.label,
  takes: ['transfer', 'accept', 'return', 'progress', 'result', 'supplement', 'urge', 'withdraw'],
  check,
  apply,
  hears: [
    'intake.accepted',
    'intake.accepted-by-rule',
    'intake.answered',
    'intake.disposed',
    'intake.transferred',
    'intake.supplemented',
    'intake.urged',
    'intake.withdrawn',
    'intake.transfer-returned',
    'intake.transfer-ended',
    'dispatch.sent',
    'dispatch.duty-revoked',
    'handling.signed',
    'call-back.closed',
  ],
  outward,
} satisfies Adapter);

/** A row of the list they name must be one that both lines signed. */
async function check(ctx: Context, peer: Peer, said: Said): Promise<void> {
  await checkTransfer(ctx, peer, said);
  if (said.kind !== 'transfer' || said.body.listRow === undefined) return;
  const { listRow } = said.body;
  const rows = await matters.linkageRows(ctx, 'from-110');
  if (rows.some(({ code }) => code === listRow)) return;
  const field = 'body.listRow';
  throw new ExchangeFault(422, { code: 'code', says: text.noRow(listRow), field, value: listRow });
}

/** Also of what they gave us themselves: 110 answers a clue about it. */
const answering: readonly Said['kind'][] = ['accept', 'return', 'progress', 'result'];

async function apply(ctx: Context, incoming: Incoming): Promise<Applied> {
  const { said } = incoming;
  if (said.kind === 'transfer') return receive(ctx, incoming, said.body);
  if (incoming.case === null) return nothingOpened;
  const { order_id: orderId, opened_by } = incoming.case;
  if (opened_by === 'us' || answering.includes(said.kind)) {
    await takeAnswer(ctx, orderId, incoming);
    return nothingOpened;
  }
  const order = await orders.lock(ctx, orderId);
  if (said.kind === 'supplement') await addWords(ctx, order, incoming, said.body.words);
  if (said.kind === 'urge') await urgeFromOutside(ctx, order, said.body.words);
  if (said.kind === 'withdraw') {
    await withdraw(ctx, order, said.body.reason);
    await moveReceived(ctx, orderId, 'withdrawn');
  }
  return nothingOpened;
}

/** 110移来: an order like any other, typed by nobody twice. */
async function receive(
  ctx: Context,
  incoming: Incoming,
  body: BodyOf<'transfer'>,
): Promise<Applied> {
  const applied = await openOrder(ctx, incoming, body, '110');
  if (applied.opened === null) return applied;
  const mechanism = body.mode === 'together' ? 'response' : 'transfer';
  await insert(ctx, {
    city_id: ctx.cityId,
    order_id: applied.opened.orderId,
    id: ctx.newId(),
    act: 'received',
    mechanism,
    peer: incoming.peer.code,
    assignment_id: null,
    message_id: incoming.id,
    list_row: body.listRow ?? null,
    call_ref: body.callId ?? null,
    basis: body.basis ?? (await matters.linkageBasis(ctx, mechanism)),
    state: 'sent',
    stage: null,
    asked_at: ctx.now,
    asked_by: null,
    receipt_due_at: null,
    accepted_at: null,
    ended_at: null,
  });
  return applied;
}

const endsOf = { accept: 'accepted', return: 'returned', result: 'done' } as const;

/** Of what they gave us they hear what becomes of it; of what we gave them, what else the requester says. */
async function outward(
  ctx: Context,
  of: { case: Case; event: StoredEvent },
): Promise<Outgoing | null> {
  if (of.case.opened_by === 'us') return ourNews(ctx, of);
  const isByRule = of.event.type === 'intake.accepted-by-rule';
  const said: Outgoing | null = isByRule
    ? { kind: 'accept', body: { number: of.case.our_no } }
    : await tellOfAppeal(ctx, of);
  if (said?.kind === 'accept' || said?.kind === 'return' || said?.kind === 'result')
    await moveReceived(ctx, of.case.order_id, endsOf[said.kind]);
  return said;
}

async function moveReceived(
  ctx: Context,
  orderId: string,
  to: 'accepted' | 'returned' | 'done' | 'withdrawn',
): Promise<void> {
  const record = (await recordsOf(ctx, orderId)).find((one) => one.act === 'received');
  if (record && isOpen(record)) await move(ctx, record, to);
}
