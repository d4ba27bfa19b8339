import { z } from 'zod';
import { systemClock } from '../../platform/clock.ts';
import type { Ports } from '../../platform/context.ts';
import { type PeerAnswer, PeerSilent } from '../../ports/peer/index.ts';
import type { Peer } from './peers.repo.ts';
import { answerText, isSigned, requestText, signatureOf } from './signing.ts';

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the peer's base address, with its query. */
  readonly path: string;
  readonly body: Buffer | null;
}

/** An answer that the peer has signed, or as good as none. */
export type Proved =
  | {
      readonly kind: 'proved';
      readonly status: number;
      readonly body: unknown;
      readonly retryAfterSeconds?: number;
    }
  | { readonly kind: 'silent'; readonly reason: string };

/** The machine's real clock, which peers compare with theirs: a clock moved for tests is nobody else's. */
export const realSeconds = (): number => Math.floor(systemClock.now().getTime() / 1000);

export const mostSkewSeconds = 300;

/** 请求对方, signed; whoever answers without the peer's signature is a stranger, and his answer is silence. */
export async function askPeer(
  ports: Ports,
  peer: Peer,
  { method, path, body }: Question,
): Promise<Proved> {
  const address = new URL(`${peer.baseUrl}${path}`);
  const time = String(realSeconds());
  const signature = signatureOf(
    peer.keys,
    requestText(peer.keys, {
      method,
      path: `${address.pathname}${address.search}`,
      time,
      sender: peer.ownCode,
      body: body ?? Buffer.of(),
    }),
  );
  try {
    const answer = await ports.peer.ask({
      method,
      url: address.href,
      headers: {
        'x-peer': peer.ownCode,
        'x-time': time,
        'x-signature': signature,
        ...(body === null ? {} : { 'content-type': contentOf[method] }),
      },
      body,
    });
    return proved(peer, signature, answer);
  } catch (error) {
    if (error instanceof PeerSilent) return { kind: 'silent', reason: error.reason.slice(0, 40) };
    throw error;
  }
}

const contentOf = {
  GET: 'application/json',
  POST: 'application/json',
  PUT: 'application/octet-stream',
} as const;

function proved(peer: Peer, asked: string, answer: PeerAnswer): Proved {
  const { status, headers, body } = answer;
  const time = headers.get('x-time') ?? '';
  const said = headers.get('x-signature') ?? '';
  const isFresh = Math.abs(Number(time) - realSeconds()) <= mostSkewSeconds;
  const isTheirs =
    isFresh && isSigned(peer.keys, answerText(peer.keys, { status, asked, time, body }), said);
  if (!isTheirs) return { kind: 'silent', reason: `unproved-${status}` };
  const wished = z.coerce.number().int().min(1).safeParse(headers.get('retry-after'));
  return {
    kind: 'proved',
    status,
    body: jsonOf(body),
    ...(wished.success && { retryAfterSeconds: wished.data }),
  };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
