import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const idBytes = 16;
const keyBytes = 16;

export interface Opener {
  readonly id: string;
  readonly key: Buffer;
}

/** What stands in the link: which handout, and a key that only its message tells. */
export function newToken(id: string): { token: string; hash: Buffer } {
  const key = randomBytes(keyBytes);
  const whole = Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), key]);
  return { token: whole.toString('base64url'), hash: digestOf(key) };
}

/** Null: nothing we ever wrote. */
export function readToken(token: string): Opener | null {
  const whole = Buffer.from(token, 'base64url');
  if (whole.length !== idBytes + keyBytes) return null;
  const hex = whole.subarray(0, idBytes).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { id, key: whole.subarray(idBytes) };
}

export const opens = ({ key }: Opener, hash: Buffer): boolean =>
  timingSafeEqual(digestOf(key), hash);

const digestOf = (key: Buffer): Buffer => createHash('sha256').update(key).digest();
