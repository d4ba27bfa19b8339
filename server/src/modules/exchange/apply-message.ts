import { systemActor } from '../../platform/actor.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { bodyOf } from '../../platform/http-errors.ts';
import { cancelLater, handleApart, later } from '../../platform/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { type Applied, adapterNamed, nothingOpened } from './adapter.ts';
import { applyAgainAt } from './apply-jobs.ts';
import { refuseSecondTransfer } from './case-turn.ts';
import {
  type Case,
  caseByOurNo,
  changeCase,
  changeIncoming,
  findCase,
  lockIncoming,
  putCase,
} from './cases.repo.ts';
import { died } from './died.ts';
import { ExchangeFault } from './fault.ts';
import { dropFiles, filesAhead } from './files.repo.ts';
import { saidInTurn } from './in-our-codes.ts';
import { endMessage, messageOf, rawOf } from './messages.repo.ts';
import { type Peer, peerOf } from './peers.repo.ts';
import { changePending, dropPending, type Pending, pendingAt, pendingOf } from './pending.repo.ts';
import { readEnvelope, readSaid } from './read-envelope.ts';
import { opensCase } from './take-message.ts';
import { tellSender } from './tell-sender.ts';
import { text } from './text.ts';

interface LineOf {
  readonly peer: string;
  readonly theirNo: string;
}

handleApart(applyAgainAt.job, async (runtime, { id }) => {
  const line = await transact(runtime, systemActor, (ctx) => lineOf(ctx, id));
  if (line) await applyLine(runtime, line);
});

async function lineOf(ctx: Context, id: string): Promise<LineOf | null> {
  const waits = await pendingOf(ctx, id);
  return waits && { peer: waits.peer, theirNo: waits.line };
}

/** 入库: what of this case is its turn, one after the other, each in a transaction of its own. */
export async function applyLine(runtime: Runtime, line: LineOf): Promise<void> {
  const turn: Turn = { id: null };
  try {
    do turn.id = null;
    while (await transact(runtime, systemActor, (ctx) => applyNext(ctx, line, turn)));
  } catch (error) {
    const { id } = turn;
    if (id === null) throw error;
    await transact(runtime, systemActor, (ctx) => failed(ctx, id, error));
    if (!(error instanceof Refusal || error instanceof ExchangeFault))
      runtime.log.error({ err: error, message: id }, 'message could not be applied');
  }
}

/** Which message a transaction had in hand, for when it fails. */
interface Turn {
  id: string | null;
}

/** False: none has its turn. */
async function applyNext(ctx: Context, line: LineOf, turn: Turn): Promise<boolean> {
  const next = await nextOf(ctx, line);
  if (next === null || next.state === 'dead') return false;
  turn.id = next.id;
  await applyOne(ctx, line, next);
  return true;
}

async function nextOf(ctx: Context, { peer, theirNo }: LineOf): Promise<Pending | null> {
  const { applied_seq } = await lockIncoming(ctx, peer, theirNo);
  return pendingAt(ctx, { peer, direction: 'in', line: theirNo }, applied_seq + 1);
}

async function applyOne(ctx: Context, line: LineOf, next: Pending): Promise<void> {
  const { id } = next;
  const peer = await peerOf(ctx, line.peer);
  if (!peer) throw new Error(`No peer is called ${line.peer}.`);
  const envelope = readEnvelope(await rawOf(ctx, id));
  const { said, unknown } = await saidInTurn(ctx, peer, readSaid(envelope));
  const adapter = adapterNamed(peer.adapter);
  // What waited for a code was let in unchecked, and what a code means may have changed since.
  if (said.kind !== 'void') await adapter.check(ctx, peer, said);
  const about = await caseNow(ctx, line, envelope.case.receiver ?? null);
  // Told to the sender as it comes; of what was held it shows only now.
  if (about === null && !opensCase(said))
    throw new ExchangeFault(422, { code: 'unknown-case', says: text.deskNoCase, field: 'case' });
  await refuseSecondTransfer(ctx, about, { said, says: text.deskCaseOpen });
  const digests = envelope.attachments.map(({ sha256 }) => sha256);
  const ahead = await filesAhead(ctx, peer.code, digests);
  // Another message had the same bytes first, or they lay too long: the sender sends them anew.
  if (digests.some((digest) => !ahead.has(digest)))
    throw new ExchangeFault(422, {
      code: 'file-missing',
      says: text.deskNoFile,
      field: 'attachments',
    });
  // In the order the message names them.
  const uploads = [...new Set(digests)].flatMap((digest) => ahead.get(digest) ?? []);
  const applied =
    said.kind === 'void'
      ? nothingOpened
      : await adapter.apply(ctx, {
          peer,
          id,
          envelope,
          said,
          unknown,
          case: about,
          uploads,
        });
  await dropFiles(ctx, peer.code, digests);
  const belongs = applied.opened ? await opened(ctx, peer, line, applied, envelope.via) : about;
  await finish(ctx, { line, next, about: belongs });
  tellOf(ctx, peer, next, belongs);
}

async function caseNow(
  ctx: Context,
  { peer, theirNo }: LineOf,
  receiver: string | null,
): Promise<Case | null> {
  const { case_id } = await lockIncoming(ctx, peer, theirNo);
  if (case_id !== null) return findCase(ctx, case_id);
  return receiver === null ? null : caseByOurNo(ctx, peer, receiver);
}

async function opened(
  ctx: Context,
  peer: Peer,
  { theirNo }: LineOf,
  { opened: made }: Applied,
  via: readonly string[],
): Promise<Case | null> {
  if (made === null) return null;
  return putCase(ctx, {
    peer: peer.code,
    orderId: made.orderId,
    ourNo: made.orderNo,
    theirNo,
    openedBy: 'them',
    via,
    heardSeq: 0,
  });
}

async function finish(
  ctx: Context,
  { line, next, about }: { line: LineOf; next: Pending; about: Case | null },
): Promise<void> {
  await endMessage(ctx, next.id, {
    state: 'applied',
    ...(about && { case_id: about.id, order_id: about.order_id, receiver_no: about.our_no }),
  });
  await dropPending(ctx, next.id);
  await changeIncoming(ctx, line, {
    applied_seq: next.seq,
    ...(about && { case_id: about.id }),
  });
  if (about && about.their_no !== line.theirNo)
    await changeCase(ctx, about.id, { their_no: line.theirNo });
  cancelLater(ctx, applyAgainAt.key(next.id));
  if (next.replayed_at !== null) await tellSender(ctx, next, { applied: true });
  await seeToNext(ctx, line, next.seq + 1);
}

/** Whoever applied this goes on at once; its own alarm has long rung, so another is set in case the process dies here. */
async function seeToNext(ctx: Context, { peer, theirNo }: LineOf, seq: number): Promise<void> {
  const behind = await pendingAt(ctx, { peer, direction: 'in', line: theirNo }, seq);
  if (behind && behind.state !== 'dead')
    later(ctx, applyAgainAt.job, { id: behind.id }, applyAgainAt.soon(ctx, behind.id));
}

function tellOf(ctx: Context, peer: Peer, next: Pending, about: Case | null): void {
  if (about === null) return;
  tell(ctx, { kind: 'order', id: about.order_id }, 'exchange.received', {
    peer: peer.code,
    kind: next.kind,
    message: next.id,
  });
}

const mostAttempts = 5;

/** A refusal will be the same tomorrow: a person looks. A fault may pass. */
async function failed(ctx: Context, id: string, error: unknown): Promise<void> {
  const waits = await pendingOf(ctx, id);
  const message = waits && (await messageOf(ctx, id));
  if (!message) return;
  const attempts = waits.attempts + 1;
  if (error instanceof Refusal)
    return died(ctx, waits, { code: error.code, detail: bodyOf(error).error.message });
  if (error instanceof ExchangeFault)
    return died(ctx, waits, { code: error.code, detail: error.says });
  if (attempts >= mostAttempts) return died(ctx, waits, { code: 'platform.fault', detail: null });
  const at = new Date(ctx.now.getTime() + 60_000 * attempts);
  await changePending(ctx, id, { attempts, next_at: at, error_code: 'platform.fault' });
  later(ctx, applyAgainAt.job, { id }, { at, key: applyAgainAt.key(id) });
}
