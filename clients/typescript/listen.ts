import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isFromMinsheng, type Pushed } from './hooks.ts';

export interface Listening {
  readonly url: string;
  /** Known once the hook is made, which needs the address first. */
  secret: string;
  stop(): void;
}

/** 接收推送: answers at once that it has arrived, and works afterwards; whoever works first is asked again meanwhile. */
export async function listen(
  port: number,
  onPushed: (pushed: Pushed) => Promise<void>,
): Promise<Listening> {
  const listening = { url: '', secret: '', stop: () => {} };
  let work = Promise.resolve();
  const server = createServer(async (request, reply) => {
    const body = await bodyOf(request);
    if (body === null) return reply.writeHead(413, { connection: 'close' }).end();
    const { method = '', url: path = '', headers } = request;
    const isTheirs = await isFromMinsheng(listening.secret, { method, path, headers, body });
    reply.writeHead(isTheirs ? 204 : 401).end();
    if (isTheirs) work = work.then(() => onPushed(JSON.parse(body)));
  });
  await opened(server, port);
  // What a listening server has is an address with a port.
  const { port: taken } = server.address() as AddressInfo;
  return Object.assign(listening, {
    url: `http://127.0.0.1:${taken}/12345`,
    stop: () => server.close(),
  });
}

const mostBytes = 1024 * 1024;

/** Null: more than any page of the feed; whoever sends it is not yet known. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > mostBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const opened = (server: Server, port: number): Promise<void> =>
  new Promise((done) => server.listen(port, '127.0.0.1', done));
