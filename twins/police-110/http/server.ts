import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { pages } from '../pages/pages.ts';
import { Refused } from '../wire/refused.ts';
import { isLinkCut } from '../work/sender.ts';
import { control, type Desk } from './control.ts';
import { basePath, exchange } from './exchange.ts';
import { answer, bodyOf, headerOf, json, type Reply } from './request.ts';

const formBytes = 100_000;

/** Exchange, pages and the stories' control on one loopback port. */
export function serve(desk: Desk): Server {
  return createServer((request, response) => {
    void respond(desk, request, response);
  });
}

async function respond(desk: Desk, request: IncomingMessage, response: ServerResponse) {
  const isExchange = request.url?.startsWith(basePath) ?? false;
  // A cut line answers nobody, not even with a refusal.
  if (isExchange && isLinkCut(desk.store)) {
    request.socket.destroy();
    return;
  }
  try {
    const reply = await routed(desk, request);
    if (isExchange && isLinkCut(desk.store)) request.socket.destroy();
    else answer(response, reply);
  } catch (error) {
    if (!response.destroyed) answer(response, failed(error));
  }
}

async function routed(desk: Desk, request: IncomingMessage): Promise<Reply> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { pathname } = url;
  if (pathname.startsWith(`${basePath}/`)) {
    const path = pathname.slice(basePath.length);
    return exchange({ ...desk, request, path, query: url.searchParams });
  }
  needOwnPage(request);
  const body = (await bodyOf(request, formBytes)).toString();
  if (!pathname.startsWith('/control/')) return pages(desk, request.method ?? '', url, body);
  const route = `${request.method} ${pathname.slice('/control/'.length)}`;
  return json(200, await control(desk, route, body === '' ? null : JSON.parse(body)));
}

/** Another site's page must not press our buttons. */
function needOwnPage(request: IncomingMessage): void {
  const host = headerOf(request, 'host');
  const origin = headerOf(request, 'origin');
  const isOwn = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
  if (isOwn && (origin === '' || origin === `http://${host}`)) return;
  throw new Refused(403, 'origin', '只能从本机打开。');
}

function failed(error: unknown): Reply {
  if (error instanceof Refused) return json(error.status, error.body());
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return json(422, { error: { code: 'field', message: '填写不完整,请返回改正。' } });
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return json(500, { error: { code: 'fault', message: '程序出错,请稍后重试。' } });
}
