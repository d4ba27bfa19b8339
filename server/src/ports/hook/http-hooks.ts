import { lookup as resolve } from 'node:dns';
import { request as http, type IncomingMessage } from 'node:http';
import { request as https } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type HookPort, type HookRequest, HookSilent } from './hook.ts';
import { reachable } from './networks.ts';

const milliseconds = 8000;

/**
 * Over the network, with a time limit, never following a redirect. Whoever names an address must not reach our own nets
 * by it: what the name means is looked at when the connection is made, and that very address is asked.
 */
export function hooksWithin(named: readonly string[]): HookPort {
  const mayReach = reachable(named);
  return {
    send: async (request) => {
      // What it says besides its status nobody reads.
      const { status } = await guardedPost(request, { mayReach, mostBytes: 0 });
      return { status };
    },
  };
}

interface Guard {
  mayReach(address: string): boolean;
  /** Of the answer; what is longer is not read. */
  readonly mostBytes: number;
}

/** Throws `HookSilent`. */
export async function guardedPost(
  { url, headers, body }: HookRequest,
  { mayReach, mostBytes }: Guard,
): Promise<{ status: number; body: string }> {
  const address = new URL(url);
  const host = address.hostname.replace(/^\[|\]$/g, '');
  if (!isPlainAddress(address)) throw new HookSilent('odd-address');
  if (isIP(host) !== 0 && !mayReach(host)) throw new HookSilent('private-address');
  return new Promise<{ status: number; body: string }>((settle, fail) => {
    const ask = address.protocol === 'https:' ? https : http;
    const asked = ask(
      address,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        agent: false,
        lookup: openLookup(mayReach),
        signal: AbortSignal.timeout(milliseconds),
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        firstBytes(answer, mostBytes).then(
          (read) => settle({ status, body: read }),
          (error) => fail(new HookSilent(reasonOf(error))),
        );
      },
    );
    asked.on('error', (error) => fail(new HookSilent(reasonOf(error))));
    asked.end(body);
  });
}

/** The web and nothing besides: no password in the address, no port that mail or a terminal listens on. */
export const isPlainAddress = ({ protocol, username, password, port }: URL): boolean =>
  ['http:', 'https:'].includes(protocol) &&
  username === '' &&
  password === '' &&
  (port === '' || port === '80' || port === '443' || Number(port) >= firstFreePort);

const firstFreePort = 1024;

async function firstBytes(answer: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  if (most > 0)
    for await (const part of answer) {
      parts.push(part);
      size += part.length;
      if (size > most) break;
    }
  answer.destroy();
  return Buffer.concat(parts).toString();
}

const openLookup =
  (mayReach: Guard['mayReach']): LookupFunction =>
  (name, options, found) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, '');
      const first = addresses.find(({ address }) => mayReach(address));
      if (!first) return found(new HookSilent('private-address'), '');
      // Some ask for all of them, some for one.
      return options.all ? found(null, [first]) : found(null, first.address, first.family);
    });
  };

function reasonOf(error: unknown): string {
  if (error instanceof HookSilent) return error.reason;
  if (!(error instanceof Error)) return 'broken-off';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  return 'code' in error ? String(error.code).slice(0, 40) : 'broken-off';
}
