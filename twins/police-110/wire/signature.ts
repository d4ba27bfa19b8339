import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface Asked {
  readonly method: string;
  /** As it stands in the request line, the query too. */
  readonly path: string;
  readonly time: string;
  readonly peer: string;
  readonly body: Uint8Array;
}

export interface Answered {
  readonly status: number;
  readonly requestSignature: string;
  readonly time: string;
  readonly body: Uint8Array;
}

export const sha256 = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

/** Of the two schemes of the protocol the pretend 110 speaks one. */
const scheme = 'hmac-sha256=';

export const signAsked = (secret: string, asked: Asked): string =>
  signed(secret, [asked.method, asked.path, asked.time, asked.peer, sha256(asked.body)]);

export const signAnswered = (secret: string, answered: Answered): string =>
  signed(secret, [
    String(answered.status),
    answered.requestSignature,
    answered.time,
    sha256(answered.body),
  ]);

export const isSame = (expected: string, given: string): boolean => {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const signed = (secret: string, lines: readonly string[]): string =>
  scheme + createHmac('sha256', secret).update(lines.join('\n')).digest('hex');
