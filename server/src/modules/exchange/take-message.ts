import type { Envelope, Receipt, Said } from '@minsheng/contract/public/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { later } from '../../platform/jobs.ts';
import { adapterNamed } from './adapter.ts';
import { applyAgainAt } from './apply-jobs.ts';
import { type Case, caseByOurNo, findCase, type IncomingLine, lockIncoming } from './cases.repo.ts';
import { ExchangeFault } from './fault.ts';
import { missingFile } from './files.repo.ts';
import { insertMessage, messageOf, nameMessage } from './messages.repo.ts';
import { heardFrom, type Peer } from './peers.repo.ts';
import { insertPending, pendingOf, waitingSeqs } from './pending.repo.ts';
import { readEnvelope, readSaid } from './read-envelope.ts';
import { sha256 } from './signing.ts';
import { text } from './text.ts';

export interface Taken {
  readonly receipt: Receipt;
  /** Our own id of the message. */
  readonly id: string;
  /** The peer's number, whose messages are applied in order. */
  readonly theirNo: string;
}

const longestVia = 8;

/** 收件: the message is kept and its receipt durable when this transaction stands; applying it is another matter. */
export async function takeMessage(ctx: Context, peer: Peer, raw: Buffer): Promise<Taken> {
  const envelope = readEnvelope(raw);
  const id = ctx.newId();
  const known = await nameMessage(ctx, { peer: peer.code, messageId: envelope.id, id });
  if (known !== id) return repeated(ctx, known, raw, envelope);
  if (envelope.via.includes(peer.ownCode) || envelope.via.length > longestVia)
    throw new ExchangeFault(508, { code: 'loop', says: text.loop });
  const said = readSaid(envelope);
  const adapter = adapterNamed(peer.adapter);
  if (said.kind !== 'void' && !adapter.takes.includes(said.kind))
    throw new ExchangeFault(422, {
      code: 'kind',
      says: text.kind,
      field: 'kind',
      value: said.kind,
    });
  await adapter.check(ctx, peer, said);
  await refuseMissingFile(ctx, peer, envelope);

  const theirNo = envelope.case.sender;
  const line = await lockIncoming(ctx, peer.code, theirNo);
  const held = await isHeld(ctx, peer, envelope, line);
  const about = await caseOf(ctx, peer, envelope, line);
  if (about === null && !opensCase(said) && envelope.seq === line.applied_seq + 1)
    throw new ExchangeFault(422, { code: 'unknown-case', says: text.unknownCase, field: 'case' });

  await insertMessage(ctx, {
    id,
    peer: peer.code,
    direction: 'in',
    messageId: envelope.id,
    caseId: about?.id ?? null,
    orderId: about?.order_id ?? null,
    senderNo: theirNo,
    receiverNo: about?.our_no ?? envelope.case.receiver ?? null,
    kind: said.kind,
    seq: envelope.seq,
    at: new Date(envelope.at),
    raw,
  });
  await insertPending(ctx, {
    id,
    peer: peer.code,
    direction: 'in',
    line: theirNo,
    seq: envelope.seq,
    kind: said.kind,
    // Whatever is not next waits for what stands before it, be it on its way or a dead letter.
    state: envelope.seq === line.applied_seq + 1 ? 'waiting' : 'held',
  });
  await heardFrom(ctx, peer.code);
  // Whoever took it applies it at once; this is for when the process dies in between.
  later(ctx, applyAgainAt.job, { id }, applyAgainAt.soon(ctx, id));
  return {
    id,
    theirNo,
    receipt: receiptOf(ctx, { envelope, id, number: about?.our_no ?? null, held, at: ctx.now }),
  };
}

const opensCase = ({ kind }: Said): boolean => ['transfer', 'clue', 'void'].includes(kind);

/** The same again: the first receipt, with what is known of it by now. */
async function repeated(ctx: Context, id: string, raw: Buffer, envelope: Envelope): Promise<Taken> {
  const message = await messageOf(ctx, id);
  if (!message?.digest.equals(sha256(raw)))
    throw new ExchangeFault(409, { code: 'id-reused', says: text.idReused, field: 'id' });
  const waits = await pendingOf(ctx, id);
  return {
    id,
    theirNo: message.sender_no,
    receipt: receiptOf(ctx, {
      envelope,
      id,
      number: await numberOf(ctx, message.case_id),
      held: waits?.state === 'held',
      at: message.made_at,
    }),
  };
}

/** Our number of the case the message belongs to, once it has one. */
export async function numberOf(ctx: Context, caseId: string | null): Promise<string | null> {
  if (caseId === null) return null;
  return (await findCase(ctx, caseId))?.our_no ?? null;
}

const receiptOf = (
  _ctx: Context,
  of: { envelope: Envelope; id: string; number: string | null; held: boolean; at: Date },
): Receipt => ({
  id: of.envelope.id,
  receipt: of.id,
  at: of.at.toISOString(),
  number: of.number,
  held: of.held,
});

/** 待前序: something between what was applied and this has not come yet. */
async function isHeld(
  ctx: Context,
  { code: peer }: Peer,
  { seq, case: { sender: line } }: Envelope,
  { applied_seq }: IncomingLine,
): Promise<boolean> {
  const taken = await waitingSeqs(ctx, { peer, direction: 'in', line }, seq);
  if (seq <= applied_seq || taken.includes(seq))
    throw new ExchangeFault(409, { code: 'seq-taken', says: text.seqTaken, field: 'seq' });
  return taken.length < seq - 1 - applied_seq;
}

async function caseOf(
  ctx: Context,
  peer: Peer,
  { case: { receiver } }: Envelope,
  line: IncomingLine,
): Promise<Case | null> {
  if (line.case_id !== null) return findCase(ctx, line.case_id);
  return receiver ? caseByOurNo(ctx, peer.code, receiver) : null;
}

async function refuseMissingFile(
  ctx: Context,
  { code }: Peer,
  { attachments }: Envelope,
): Promise<void> {
  const missing = await missingFile(
    ctx,
    code,
    attachments.map(({ sha256: digest }) => digest),
  );
  if (missing !== null)
    throw new ExchangeFault(422, {
      code: 'file-missing',
      says: text.fileMissing,
      field: 'attachments',
      value: missing,
    });
}
