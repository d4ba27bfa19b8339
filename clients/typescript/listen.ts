import { createServer, type Server } from 'node:http';
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
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString('utf8');
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

const opened = (server: Server, port: number): Promise<void> =>
  new Promise((done) => server.listen(port, '127.0.0.1', done));
