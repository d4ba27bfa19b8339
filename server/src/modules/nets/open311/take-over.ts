import { createHash } from 'node:crypto';
import type { Said } from '@minsheng/contract/public/exchange.ts';
import { z } from 'zod';
import { systemActor } from '../../../platform/actor.ts';
import type { Context, Runtime } from '../../../platform/context.ts';
import { transact } from '../../../platform/transact.ts';
import { type Peer, receiveNext } from '../../exchange/index.ts';
import { dutyAt } from '../county-duty.ts';
import type { Seen } from './ask-after.ts';
import { changeFiled, dropFiled, type FiledRequest } from './filed-requests.repo.ts';
import { noteOn } from './filed-requests.ts';
import { isTooLong, type Row, said } from './read-answer.ts';
import { text } from './text.ts';

/** So often in a row unknown over there, and a person is told. */
const missesTold = 3;

/** 带回进展: what they say becomes a message of theirs, kept and applied like any; once each, with what is kept of it. */
export async function takeOver(
  runtime: Runtime,
  peer: Peer,
  { request, seen }: { request: FiledRequest; seen: Seen },
): Promise<void> {
  const isOurs = await transact(runtime, systemActor, (ctx) => stillTheirs(ctx, peer, request));
  if (!isOurs) return;
  if (seen.kind === 'unknown')
    return transact(runtime, systemActor, (ctx) => missed(ctx, peer, request));
  if (isTooLong(seen.requestId))
    return transact(runtime, systemActor, (ctx) => lost(ctx, peer, request));
  const now = { ...request, request_id: seen.requestId };
  if (request.heard === null)
    await receive(runtime, peer, { request: now, row: {} }, async (ctx) => {
      const change = { request_id: seen.requestId, heard: '', misses: 0 };
      if (!(await changeFiled(ctx, request, change))) return null;
      return { kind: 'accept', body: { number: seen.requestId } };
    });
  if (seen.kind === 'state') await takeState(runtime, peer, { request: now, row: seen.row });
}

/** Nobody here waits for it any more, when their unit has no duty. */
async function stillTheirs(ctx: Context, peer: Peer, request: FiledRequest): Promise<boolean> {
  if ((await dutyAt(ctx, peer, request.order_id)) !== null) return true;
  await dropFiled(ctx, request);
  return false;
}

async function missed(ctx: Context, peer: Peer, request: FiledRequest): Promise<void> {
  const misses = request.misses + 1;
  await changeFiled(ctx, request, { misses });
  if (misses !== missesTold) return;
  const named = request.request_id ?? request.token ?? '';
  await noteOn(ctx, request.order_id, text.notFound(peer.name, named));
}

/** A token became a number that is too long: nobody can ask after it, and a person is told so on the order. */
async function lost(ctx: Context, peer: Peer, request: FiledRequest): Promise<void> {
  await dropFiled(ctx, request);
  await noteOn(ctx, request.order_id, text.longNumber(peer.name));
}

interface Told {
  readonly request: FiledRequest;
  readonly row: Row;
}

async function takeState(runtime: Runtime, peer: Peer, told: Told): Promise<void> {
  const { request, row } = told;
  const status = said(row, 'status')?.toLowerCase() ?? '';
  const notes = said(row, 'status_notes');
  const heard = createHash('sha256').update(`${status}|${notes}`).digest('hex');
  if (heard === request.heard) return;
  const isClosed = status === 'closed';
  if (!isClosed && notes === null) return;
  await receive(runtime, peer, told, async (ctx) => {
    if (!(await changeFiled(ctx, request, { heard, misses: 0 }))) return null;
    if (isClosed) await dropFiled(ctx, request);
    return saidBy(row, { isClosed, notes, now: ctx.now });
  });
}

const instant = z.iso.datetime({ offset: true });

/** Closed without a word is no answer to anybody: the unit's answer is written by a person. */
function saidBy(
  row: Row,
  { isClosed, notes, now }: { isClosed: boolean; notes: string | null; now: Date },
): Said {
  const changed = instant.safeParse(said(row, 'updated_datetime'));
  const at = changed.success ? changed.data : now.toISOString();
  const picture = said(row, 'media_url');
  const words = [notes ?? text.closedSilently, ...(picture ? [text.photo(picture)] : [])]
    .join('\n')
    .slice(0, 4000);
  if (isClosed && notes !== null) return { kind: 'result', body: { outcome: 'done', words, at } };
  return { kind: 'progress', body: { stage: isClosed ? 'note' : 'handling', words, at } };
}

/** As a message of theirs under the number that is next; what they said stands in it as they said it. */
async function receive(
  runtime: Runtime,
  peer: Peer,
  { request, row }: Told,
  say: (ctx: Context) => Promise<Said | null>,
): Promise<void> {
  const number = request.request_id ?? '';
  await receiveNext(runtime, peer, number, async (ctx, seq) => {
    const told = await say(ctx);
    if (told === null) return null;
    return Buffer.from(
      JSON.stringify({
        version: '1',
        id: ctx.newId(),
        kind: told.kind,
        seq,
        at: ctx.now.toISOString(),
        case: { sender: number, receiver: request.order_no },
        via: [peer.code],
        body: { ...told.body, asSaid: row },
        attachments: [],
      }),
    );
  });
}
