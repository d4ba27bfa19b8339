import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { isSignedSm2, signSm2, sm3, usualId } from './sm2.ts';

/** How we and one peer sign: a secret both know, or a pair of keys each. */
export type SignKeys =
  | { readonly scheme: 'hmac-sha256'; readonly secret: string }
  | { readonly scheme: 'sm2'; readonly own: string; readonly theirs: string };

export interface RequestWords {
  readonly method: string;
  /** As in the request line, with its query. */
  readonly path: string;
  readonly time: string;
  readonly sender: string;
  readonly body: Uint8Array;
}

export interface AnswerWords {
  readonly status: number;
  /** The signature of the request it answers: no answer fits another request. */
  readonly asked: string;
  readonly time: string;
  readonly body: Uint8Array;
}

/** The text of docs/exchange.md that a request is signed by. */
export const requestText = (keys: SignKeys, of: RequestWords): string =>
  [of.method, of.path, of.time, of.sender, digestHex(keys, of.body)].join('\n');

export const answerText = (keys: SignKeys, of: AnswerWords): string =>
  [String(of.status), of.asked, of.time, digestHex(keys, of.body)].join('\n');

const digestHex = ({ scheme }: SignKeys, body: Uint8Array): string =>
  (scheme === 'sm2' ? sm3(body) : sha256(body)).toString('hex');

export const sha256 = (body: Uint8Array): Buffer => createHash('sha256').update(body).digest();

/** The value of X-Signature. */
export function signatureOf(keys: SignKeys, text: string): string {
  if (keys.scheme === 'sm2')
    return `sm2=${signSm2(Buffer.from(text), keys.own, usualId).toString('base64')}`;
  return `hmac-sha256=${createHmac('sha256', keys.secret).update(text).digest('hex')}`;
}

export function isSigned(keys: SignKeys, text: string, said: string): boolean {
  if (keys.scheme === 'sm2') {
    if (!said.startsWith('sm2=')) return false;
    const signature = Buffer.from(said.slice('sm2='.length), 'base64');
    return isSignedSm2(Buffer.from(text), { signature, publicKey: keys.theirs, id: usualId });
  }
  const expected = Buffer.from(signatureOf(keys, text));
  const given = Buffer.from(said);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
