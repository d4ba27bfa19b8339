import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refused } from '../wire/refused.ts';

/** The whole body, or none of it: what breaks off is never looked at. */
export async function bodyOf(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const tooLarge = () => new Refused(413, 'too-large', `正文超过 ${mostBytes} 字节,请拆分或压缩。`);
  if (Number(request.headers['content-length'] ?? '0') > mostBytes) throw tooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > mostBytes) throw tooLarge();
    parts.push(bytes);
  }
  if (!request.complete) throw new Refused(400, 'body', '正文没有传完,请整条重发。');
  return Buffer.concat(parts);
}

export function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export const json = (status: number, value: unknown): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: Buffer.from(JSON.stringify(value)),
});

export const page = (html: string): Reply => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body: Buffer.from(html),
});

export const goTo = (path: string): Reply => ({
  status: 303,
  type: 'text/plain; charset=utf-8',
  body: Buffer.alloc(0),
  headers: { location: path },
});

export function answer(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, {
    'content-type': reply.type,
    'content-length': reply.body.length,
    'cache-control': 'no-store',
    ...reply.headers,
  });
  response.end(reply.body);
}
