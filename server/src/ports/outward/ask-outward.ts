import { lookup as resolve } from 'node:dns';
import { request as http, type IncomingMessage } from 'node:http';
import { request as https } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

/** One request to an address that a person or another system has named. */
export interface OutwardRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string | null;
}

export interface OutwardLimits {
  /** 放行: asked of the very address a connection is made to. */
  mayReach(address: string): boolean;
  /** Of the answer, cut off when it is longer; null: nobody reads it. */
  readonly mostBytes: number | null;
  readonly signal: AbortSignal;
}

export interface OutwardAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: Buffer;
}

/** No answer, or the address may not be asked. `reason` is a word: `private-address`, `timeout`, or the network's own. */
export class OutwardSilent extends Error {
  override readonly name = 'OutwardSilent';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * 向外请求: the one way to an address the program was told by somebody. Whoever names an address must not reach our own
 * nets by it: what a name means is looked at when the connection is made, and that very address is asked; a redirect
 * is an answer like another and followed by nobody. Throws `OutwardSilent`.
 */
export function askOutward(asked: OutwardRequest, limits: OutwardLimits): Promise<OutwardAnswer> {
  const address = new URL(asked.url);
  const host = address.hostname.replace(/^\[|\]$/g, '');
  if (!isOfTheWeb(address)) return Promise.reject(new OutwardSilent('odd-address'));
  if (isIP(host) !== 0 && !limits.mayReach(host))
    return Promise.reject(new OutwardSilent('private-address'));
  return new Promise((settle, fail) => {
    const silent = (error: unknown) => fail(new OutwardSilent(reasonOf(error, limits.signal)));
    const ask = address.protocol === 'https:' ? https : http;
    const request = ask(address, optionsOf(asked, limits), (answer) => {
      read(answer, limits.mostBytes).then((body) => settle(answerOf(answer, body)), silent);
    });
    request.on('error', silent);
    request.end(asked.body ?? undefined);
  });
}

/** A password in an address would stand in every log it is written to. */
export const isOfTheWeb = ({ protocol, username, password }: URL): boolean =>
  ['http:', 'https:'].includes(protocol) && username === '' && password === '';

const optionsOf = (
  { method, headers, body }: OutwardRequest,
  { mayReach, signal }: OutwardLimits,
) => ({
  method,
  headers: {
    accept: '*/*',
    'user-agent': 'minsheng',
    ...headers,
    ...(body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  },
  // A connection kept from before would be one that was looked at then.
  agent: false,
  lookup: openLookup(mayReach),
  signal,
});

const openLookup =
  (mayReach: OutwardLimits['mayReach']): LookupFunction =>
  (name, options, found) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, '');
      const open = addresses.filter(({ address }) => mayReach(address));
      const [first] = open;
      if (!first) return found(new OutwardSilent('private-address'), '');
      // Some ask for all of them, some for one.
      return options.all ? found(null, open) : found(null, first.address, first.family);
    });
  };

async function read(answer: IncomingMessage, most: number | null): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of most === null ? [] : answer) {
      size += part.length;
      if (size > (most ?? 0)) throw new OutwardSilent('too-long');
      parts.push(part);
    }
  } finally {
    answer.destroy();
  }
  return Buffer.concat(parts);
}

function answerOf({ statusCode, headers }: IncomingMessage, body: Buffer): OutwardAnswer {
  const get = (name: string) => {
    const value = headers[name.toLowerCase()];
    return value === undefined ? null : [value].flat().join(', ');
  };
  return { status: statusCode ?? 0, headers: { get }, body };
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof OutwardSilent) return error.reason;
  if (signal.aborted) return 'timeout';
  if (!(error instanceof Error)) return 'broken-off';
  return 'code' in error ? String(error.code).slice(0, 40) : 'broken-off';
}
