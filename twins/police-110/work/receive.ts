import { randomUUID } from 'node:crypto';
import { dayOf, storyTime } from '../clock.ts';
import { inTransaction, type Store } from '../store/database.ts';
import { fileOf } from '../store/files.repo.ts';
import {
  insertReceived,
  lastSettled,
  type Received,
  receivedAt,
  receivedById,
  settleReceived,
} from '../store/received.repo.ts';
import { type Envelope, readEnvelope } from '../wire/envelope.ts';
import { Refused } from '../wire/refused.ts';
import { sha256 } from '../wire/signature.ts';
import { apply, checkCase } from './apply.ts';

export interface Receipt {
  readonly id: string;
  readonly receipt: string;
  readonly at: string;
  readonly number: string | null;
  readonly held: boolean;
}

const farthest = 8;

/** 接收报文: kept, put in order and applied in one transaction; the receipt stands before anybody is answered. */
export function receive(store: Store, ownCode: string, raw: string): Receipt {
  const said = readEnvelope(raw);
  if (said.via.includes(ownCode) || said.via.length > farthest)
    throw new Refused(508, 'loop', '这条报文转了一圈又回来了,请检查转发规则。', { field: 'via' });
  return inTransaction(store, () => {
    const digest = sha256(Buffer.from(raw));
    const known = receivedById(store, said.id);
    if (known) return again(known, digest);
    if (receivedAt(store, said.case.sender, said.seq))
      throw new Refused(409, 'seq-taken', `第 ${said.seq} 条已经收到过另一条报文。`, {
        field: 'seq',
      });
    needFiles(store, said);
    const isNext = said.seq === lastSettled(store, said.case.sender) + 1;
    if (isNext) checkCase(store, said);
    const kept = keep(store, said, { raw, digest });
    if (isNext) settleFrom(store, kept);
    return receiptOf(receivedById(store, said.id) ?? kept);
  });
}

function again(known: Received, digest: string): Receipt {
  if (known.digest === digest) return receiptOf(known);
  throw new Refused(409, 'id-reused', '同一编号的报文内容不同,请换新的编号。', { field: 'id' });
}

function needFiles(store: Store, { attachments }: Envelope): void {
  const missing = attachments.findIndex(({ sha256: name }) => fileOf(store, name) === null);
  if (missing < 0) return;
  throw new Refused(422, 'file-missing', '附件还没有收到,请先上传附件。', {
    field: `attachments.${missing}.sha256`,
    more: { value: attachments[missing]?.sha256 },
  });
}

function keep(
  store: Store,
  said: Envelope,
  { raw, digest }: { raw: string; digest: string },
): Received {
  const kept: Received = {
    id: said.id,
    digest,
    raw,
    receipt: randomUUID(),
    receipt_at: storyTime(store),
    day: dayOf(said.at),
    kind: said.kind,
    seq: said.seq,
    peer_number: said.case.sender,
    number: null,
    state: 'held',
    reason: null,
  };
  insertReceived(store, kept);
  return kept;
}

/** Applies it and whatever waited behind it. What cannot be applied is shown to a person and holds up nothing. */
function settleFrom(store: Store, first: Received): void {
  let next: Received | null = first;
  while (next !== null) {
    settleReceived(store, next.id, apply(store, readEnvelope(next.raw)));
    next = receivedAt(store, next.peer_number, next.seq + 1);
  }
}

const receiptOf = ({ id, receipt, receipt_at, number, state }: Received): Receipt => ({
  id,
  receipt,
  at: receipt_at,
  number,
  held: state === 'held',
});
