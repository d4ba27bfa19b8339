import type { FastifyRequest } from 'fastify';
import { systemActor } from '../../platform/actor.ts';
import type { Runtime } from '../../platform/context.ts';
import { transact } from '../../platform/transact.ts';
import { adapterNamed } from './adapter.ts';
import { mostSkewSeconds, realSeconds } from './ask-peer.ts';
import { ExchangeFault } from './fault.ts';
import { type Peer, peerOf } from './peers.repo.ts';
import { isSigned, requestText } from './signing.ts';
import { text } from './text.ts';

/** Whose request it is, proved: what is answered from here on is signed. */
export interface Known {
  readonly peer: Peer;
  readonly signature: string;
  readonly body: Buffer;
  readonly time: number;
}

const known = new WeakMap<FastifyRequest, Peer>();

/** Before a byte of the body is read: who is registered nowhere gets no memory of ours. */
export async function refuseStrangers(runtime: Runtime, request: FastifyRequest): Promise<void> {
  const code = headerOf(request, 'x-peer');
  const peer = await transact(runtime, systemActor, (ctx) => peerOf(ctx, code));
  if (!peer || adapterNamed(peer.adapter).reachedBy)
    throw new ExchangeFault(401, { code: 'unknown-peer', says: text.unknownPeer });
  known.set(request, peer);
}

/** Refuses whoever is not known or has not signed; nobody signs that answer, because nobody knows for whom. */
export function whoAsks(request: FastifyRequest): Known {
  const code = headerOf(request, 'x-peer');
  const time = headerOf(request, 'x-time');
  const signature = headerOf(request, 'x-signature');
  const peer = known.get(request);
  if (!peer) throw new ExchangeFault(401, { code: 'unknown-peer', says: text.unknownPeer });
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.of();
  const words = { method: request.method, path: request.url, time, sender: code, body };
  if (!isSigned(peer.keys, requestText(peer.keys, words), signature))
    throw new ExchangeFault(401, { code: 'signature', says: text.wrongSignature });
  return { peer, signature, body, time: Number(time) };
}

/** What is refused to somebody who is known. */
export function refuseIllTimed({ peer, time }: Known): void {
  const now = realSeconds();
  if (!(Math.abs(time - now) <= mostSkewSeconds))
    throw new ExchangeFault(401, { code: 'clock', says: text.wrongClock, time: now });
  if (!peer.isOn) throw new ExchangeFault(403, { code: 'ended', says: text.ended });
  if (!isInTime(peer))
    throw new ExchangeFault(429, { code: 'too-fast', says: text.tooFast(peer.perMinute) });
}

const headerOf = ({ headers }: FastifyRequest, name: string): string => {
  const said = headers[name];
  return typeof said === 'string' ? said.slice(0, 400) : '';
};

const asked = new Map<string, { minute: number; count: number }>();

/** 限速, each process by itself. */
function isInTime({ code, perMinute }: Peer): boolean {
  const minute = Math.floor(performance.now() / 60_000);
  const known = asked.get(code);
  const count = known?.minute === minute ? known.count + 1 : 1;
  asked.set(code, { minute, count });
  return count <= perMinute;
}
