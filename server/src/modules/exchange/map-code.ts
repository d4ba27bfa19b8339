import type { codeMaps } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as matters from '../matters/index.ts';
import { insertDecision, type NewDecision } from './code-maps.repo.ts';
import { type CodeThere, withCodes } from './code-places.ts';
import { deskTopic } from './died.ts';
import { isOurs, mapOf } from './map-codes.ts';
import { rawOf, rewriteMessage } from './messages.repo.ts';
import { peerOf } from './peers.repo.ts';
import { readEnvelope, readSaid } from './read-envelope.ts';
import { heldDead, replayMessage } from './settle-message.ts';
import { unmappedIn } from './unmapped-in.ts';

const done = { done: true } as const;

/** 补充对照: what a code of theirs is called here, decided by a person over the city's files. */
export async function mapCode(
  ctx: Context,
  input: InputOf<typeof codeMaps.mapCode>,
): Promise<typeof done> {
  const net = (await matters.nets(ctx)).find(({ code }) => code === input.net);
  refuseUnless(net, 'exchange.no-such-net');
  await decide(ctx, { ...input, messageId: null });
  return done;
}

/** 死信补对照: the code it stands still for; once none is left it is tried again. */
export async function mapAtMessage(
  ctx: Context,
  { messageId, kind, code, means }: InputOf<typeof codeMaps.mapAtMessage>,
): Promise<typeof done> {
  const dead = await heldDead(ctx, messageId);
  const peer = await peerOf(ctx, dead.peer);
  const net = peer?.net ?? null;
  const stuck = peer === null ? [] : await unmappedIn(ctx, peer, dead);
  const there = stuck.find((one) => one.kind === kind && one.code === code);
  refuseUnless(peer && net !== null && there, 'exchange.code-not-here', { code });
  if (dead.direction === 'in') {
    await decide(ctx, { net, kind, theirs: code, ours: means, messageId });
    const left = await unmappedIn(ctx, peer, dead);
    return left.length > 0 ? done : replayMessage(ctx, { messageId });
  }
  // What was sent may be a wrong word of theirs already: ours is what that stands for.
  const sent = (await mapOf(ctx, net)).find((row) => row.kind === kind && row.theirs === code);
  await decide(ctx, { net, kind, theirs: means, ours: sent?.ours ?? code, messageId });
  await sayOtherwise(ctx, messageId, there, means);
  return replayMessage(ctx, { messageId });
}

async function decide(ctx: Context, made: NewDecision): Promise<void> {
  const { kind, ours } = made;
  refuseUnless(await isOurs(ctx, kind, ours), 'exchange.code-not-ours', { code: ours });
  await insertDecision(ctx, made);
  announce(ctx, deskTopic);
}

/** They refused it, so they have not kept it: under its name and number the same words go with another code. */
async function sayOtherwise(
  ctx: Context,
  id: string,
  { kind }: CodeThere,
  means: string,
): Promise<void> {
  const envelope = readEnvelope(await rawOf(ctx, id));
  const { body } = withCodes(readSaid(envelope), new Map([[kind, means]]));
  await rewriteMessage(ctx, id, Buffer.from(JSON.stringify({ ...envelope, body })));
}
