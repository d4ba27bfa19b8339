import type { Envelope, Receipt, Said } from '@minsheng/contract/public/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { later } from '../../platform/jobs.ts';
import { adapterNamed } from './adapter.ts';
import { applyAgainAt } from './apply-jobs.ts';
import { refuseSecondTransfer } from './case-turn.ts';
import { type Case, caseByOurNo, findCase, type IncomingLine, lockIncoming } from './cases.repo.ts';
import { ExchangeFault } from './fault.ts';
import { saidAtDoor } from './in-our-codes.ts';
import { watchHeld } from './late-waits.ts';
import { insertMessage, messageOf, nameMessage } from './messages.repo.ts';
import { heardFrom, isOurCode, type Peer } from './peers.repo.ts';
import { insertPending, pendingOf, waitingSeqs } from './pending.repo.ts';
import { readEnvelope, readSaid } from './read-envelope.ts';
import { refuseFiles } from './refuse-files.ts';
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
  const first = await nameMessage(ctx, { peer: peer.code, messageId: envelope.id, id });
  if (first !== id) return repeated(ctx, first, raw, envelope);
  const said = await checked(ctx, peer, envelope);
  const theirNo = envelope.case.sender;
  const line = await lockIncoming(ctx, peer.code, theirNo);
  const held = await isHeld(ctx, peer, envelope, line);
  const known = await caseOf(ctx, peer, envelope, line);
  const isNext = envelope.seq === line.applied_seq + 1;
  if (isNext) await refuseSecondTransfer(ctx, known, { said, says: text.caseOpen });
  // Given back and handed over anew it is another case, which has no number yet.
  const about = said.kind === 'transfer' ? null : known;
  if (about === null && !opensCase(said) && isNext)
    throw new ExchangeFault(422, { code: 'unknown-case', says: text.unknownCase, field: 'case' });
  if (about !== null && isNext) {
    const { attachments } = envelope;
    await adapterNamed(peer.adapter).fits?.(ctx, { peer, said, case: about, attachments });
  }

  await keep(ctx, peer, { id, envelope, said, line, about, raw });
  await heardFrom(ctx, peer.code);
  if (held) await watchHeld(ctx, id);
  // Whoever took it applies it at once; this is for when the process dies in between.
  later(ctx, applyAgainAt.job, { id }, applyAgainAt.soon(ctx, id));
  return {
    id,
    theirNo,
    receipt: receiptOf({ envelope, id, number: about?.our_no ?? null, held, at: ctx.now }),
  };
}

interface Kept {
  readonly id: string;
  readonly envelope: Envelope;
  readonly said: Said;
  readonly line: IncomingLine;
  readonly about: Case | null;
  readonly raw: Buffer;
}

/** Its bytes, and its place in the line. */
async function keep(
  ctx: Context,
  { code: peer }: Peer,
  { id, envelope, said, line, about, raw }: Kept,
): Promise<void> {
  const theirNo = envelope.case.sender;
  await insertMessage(ctx, {
    id,
    peer,
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
    peer,
    direction: 'in',
    line: theirNo,
    seq: envelope.seq,
    kind: said.kind,
    // Whatever is not next waits for what stands before it, be it on its way or a dead letter.
    state: envelope.seq === line.applied_seq + 1 ? 'waiting' : 'held',
  });
}

/** What the sender is told at once: a loop, a kind, a code or a file that is not known here. */
async function checked(ctx: Context, peer: Peer, envelope: Envelope): Promise<Said> {
  if (envelope.via.length > longestVia || (await isOurCode(ctx, envelope.via)))
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
  const mapped = await saidAtDoor(ctx, peer, said);
  if (mapped.isToCheck) await adapter.check(ctx, peer, mapped.said);
  await refuseFiles(ctx, peer, { attachments: envelope.attachments, said });
  return said;
}

/** What needs no case that is known here. */
export const opensCase = ({ kind }: Said): boolean => ['transfer', 'clue', 'void'].includes(kind);

/** The same again: the first receipt, with what is known of it by now. */
async function repeated(ctx: Context, id: string, raw: Buffer, envelope: Envelope): Promise<Taken> {
  const message = await messageOf(ctx, id);
  if (!message?.digest.equals(sha256(raw)))
    throw new ExchangeFault(409, { code: 'id-reused', says: text.idReused, field: 'id' });
  const waits = await pendingOf(ctx, id);
  return {
    id,
    theirNo: message.sender_no,
    receipt: receiptOf({
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

const receiptOf = (of: {
  envelope: Envelope;
  id: string;
  number: string | null;
  held: boolean;
  at: Date;
}): Receipt => ({
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
