import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Door } from './app.ts';
import { bodyOf } from './http-errors.ts';
import type { Refusal } from './refusal.ts';

/** Beyond it files and the database's own connections would be short of handles. */
const mostConnections = 10_000;
/** Longer than any proxy keeps a connection it means to use again. */
const keepAliveMs = 72_000;
/** What is still to come of a body is read to its end, so that its sender hears the answer; not of an upload. */
const mostBodyBytes = 256 * 1024;

/**
 * 提前谢绝: whoever would be refused at the door hears it as soon as the first line is read. Under fifteen times the load
 * most of the work would otherwise be reading and logging what is then refused.
 */
export function turningAway(door: Door): (handle: RequestListener) => Server {
  return (handle) => {
    const server = createServer((request, response) => {
      const no = isBounded(request) ? door.closed(request.method) : null;
      if (no === null) handle(request, response);
      else turnAway(request, response, no);
    });
    server.keepAliveTimeout = keepAliveMs;
    // As before it was ours: an upload by a slow line takes its time.
    server.requestTimeout = 0;
    server.maxConnections = mostConnections;
    return server;
  };
}

const unbounded = ['/api/health', '/api/stream'];

/** Pages cost next to nothing, a stream lasts, and whoever asks whether we live must hear it. */
const isBounded = ({ url = '' }: IncomingMessage): boolean =>
  url.startsWith('/api/') && !unbounded.some((path) => url.startsWith(path));

function turnAway(request: IncomingMessage, response: ServerResponse, no: Refusal): void {
  const body = JSON.stringify(bodyOf(no));
  const { 'content-length': length = 0, 'transfer-encoding': parts } = request.headers;
  // One that comes in parts does not say where it ends.
  const isLong = parts !== undefined || !(Number(length) <= mostBodyBytes);
  response.writeHead(503, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'retry-after': String(no.facts.seconds),
    ...(isLong && { connection: 'close' }),
  });
  response.end(body);
  if (!isLong) request.resume();
}
