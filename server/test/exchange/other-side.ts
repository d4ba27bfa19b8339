import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../src/platform/clock.ts';

/** The other side, written from docs/exchange.md alone: it shares no code with the server. */
export interface OtherSide {
  readonly code: string;
  readonly ownCode: string;
  readonly secret: string;
}

export const otherSide = (code: string): OtherSide => ({
  code,
  ownCode: 'minsheng-test',
  secret: `secret of ${code}`,
});

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
export const hmac = (secret: string, text: string): string =>
  `hmac-sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
export const realSeconds = (): number => Math.floor(systemClock.now().getTime() / 1000);

export interface SentAs {
  readonly method?: string;
  readonly time?: number;
  readonly signature?: string;
  readonly peer?: string;
}

export interface Heard {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
  /** Did the answer carry a signature that fits it and the request? */
  readonly isSigned: boolean;
  readonly headers: Headers;
}

/** Sends bytes to the server's resource and checks its signature. */
export async function sendTo(
  server: { readonly url: string },
  side: OtherSide,
  path: string,
  bytes: string | Uint8Array,
  as: SentAs = {},
): Promise<Heard> {
  const method = as.method ?? 'POST';
  const full = `/api/exchange/v1${path}`;
  const time = String(as.time ?? realSeconds());
  const text = [method, full, time, side.code, sha256(bytes)].join('\n');
  const signature = as.signature ?? hmac(side.secret, text);
  const response = await fetch(`${server.url}${full}`, {
    method,
    headers: {
      'x-peer': as.peer ?? side.code,
      'x-time': time,
      'x-signature': signature,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET'
      ? {}
      : { body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes) }),
  });
  const said = await response.text();
  const theirTime = response.headers.get('x-time') ?? '';
  const expected = [String(response.status), signature, theirTime, sha256(said)].join('\n');
  return {
    status: response.status,
    text: said,
    body: said.startsWith('{') ? JSON.parse(said) : {},
    isSigned: response.headers.get('x-signature') === hmac(side.secret, expected),
    headers: response.headers,
  };
}

export interface MessageWords {
  id?: string;
  kind?: string;
  seq?: number;
  sender?: string;
  receiver?: string | null;
  via?: readonly string[];
  body?: Record<string, unknown>;
  version?: string;
  at?: string;
  attachments?: readonly Record<string, unknown>[];
}

export const transferBody = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  appeal: { title: '路灯不亮', words: '示例小区门口的路灯坏了三天。', typeCode: 'QZ' },
  place: { text: '示例路 1 号' },
  requester: { anonymous: true },
  mode: 'push',
  ...more,
});

export const messageOf = (side: OtherSide, said: MessageWords = {}): string =>
  JSON.stringify({
    version: said.version ?? '1',
    id: said.id ?? randomUUID(),
    kind: said.kind ?? 'transfer',
    seq: said.seq ?? 1,
    at: said.at ?? '2026-03-02T10:00:00+08:00',
    case: { sender: said.sender ?? `P-${randomUUID()}`, receiver: said.receiver ?? null },
    via: said.via ?? [side.code],
    body: said.body ?? transferBody(),
    attachments: said.attachments ?? [],
  });

export const codeOf = ({ body }: Heard): unknown =>
  body.error !== null && typeof body.error === 'object' && 'code' in body.error
    ? body.error.code
    : null;

export interface Arrived {
  readonly path: string;
  readonly text: string;
  readonly message: Record<string, unknown>;
}

export type Answering = (arrived: Arrived) => {
  status: number;
  body: unknown;
  isUnsigned?: boolean;
  headers?: Record<string, string>;
} | null;

export interface Listening {
  readonly url: string;
  readonly arrived: Arrived[];
  answer: Answering;
  stop(): Promise<void>;
}

/** A peer that listens: it keeps what came, and answers as the test says; null: never. */
export async function listen(side: OtherSide, answer: Answering): Promise<Listening> {
  const arrived: Arrived[] = [];
  const heard: Listening = { url: '', arrived, answer, stop: async () => {} };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const each = {
        path: request.url ?? '',
        text,
        message: text.startsWith('{') ? JSON.parse(text) : {},
      };
      arrived.push(each);
      const said = heard.answer(each);
      if (said === null) return;
      const body = typeof said.body === 'string' ? said.body : JSON.stringify(said.body);
      const time = String(realSeconds());
      const asked = String(request.headers['x-signature']);
      const signed = [String(said.status), asked, time, sha256(body)].join('\n');
      response.writeHead(said.status, {
        'content-type': 'application/json',
        ...(said.isUnsigned ? {} : { 'x-time': time, 'x-signature': hmac(side.secret, signed) }),
        ...said.headers,
      });
      response.end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('It does not listen.');
  return Object.assign(heard, {
    url: `http://127.0.0.1:${address.port}/peer`,
    stop: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  });
}

/** What a good peer answers. */
export const receiptFor: Answering = ({ message }) => ({
  status: 200,
  body: {
    id: message.id,
    receipt: `r-${String(message.id)}`,
    at: '2026-03-02T02:00:00Z',
    number: 'T-1',
    held: false,
  },
});
