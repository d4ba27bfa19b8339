import type { Change } from './client.ts';

/** What arrives at a webhook. The same `orderId` and `seq` again is the same change. */
export interface Pushed {
  readonly hookId: string;
  readonly changes: readonly Change[];
  /** Where the feed goes on after these. */
  readonly next: string;
}

export interface PushedRequest {
  readonly method: string;
  /** As in the request line, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const mostSkewSeconds = 300;
const bytes = new TextEncoder();

/** 验签: sent by whoever knows the secret, these very bytes, and within five minutes. */
export async function isFromMinsheng(
  secret: string,
  { method, path, headers, body }: PushedRequest,
): Promise<boolean> {
  const time = String(headers['x-time']);
  const said = /^hmac-sha256=([0-9a-f]{64})$/.exec(String(headers['x-signature']))?.[1];
  const now = Date.now() / 1000;
  // Without a secret nobody has proven anything.
  if (secret === '' || said === undefined || !(Math.abs(Number(time) - now) <= mostSkewSeconds))
    return false;
  const digest = hex(await crypto.subtle.digest('SHA-256', bytes.encode(body)));
  const text = [method, path, time, String(headers['x-peer']), digest].join('\n');
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const raw = bytes.encode(secret);
  const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify']);
  const signature = Uint8Array.from(said.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify('HMAC', key, signature, bytes.encode(text));
}

const hex = (digest: ArrayBuffer): string =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
