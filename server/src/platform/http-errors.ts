import { type RefusalBody, refusals } from '@minsheng/contract/refusals.ts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import type { Log } from './log.ts';
import { badInput, Refusal } from './refusal.ts';

export function answerErrors(fastify: FastifyInstance, log: Log): void {
  fastify.setErrorHandler<FastifyError>((error, request, reply) =>
    reply.send(bodyOf(refusedWith(error, { request, reply, log }))),
  );
}

interface Answering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly log: Log;
}

/** What went wrong as a refusal, its status set; a fault of ours leaves a line. The body is for whoever asks to write. */
export function refusedWith(error: FastifyError, { request, reply, log }: Answering): Refusal {
  const refusal = refusalFor(error);
  if (refusal.code === 'platform.fault') {
    log.error(
      { err: error, method: request.method, route: request.routeOptions.url },
      'request failed',
    );
  }
  const [status] = refusals[refusal.code];
  if (status === 503) reply.header('retry-after', refusal.facts.seconds ?? 2);
  if (status === 429 && refusal.facts.seconds !== undefined)
    reply.header('retry-after', refusal.facts.seconds);
  reply.status(status);
  return refusal;
}

/** The sentence a person reads: the contract's, with the facts in their places. */
export const sentenceOf = ({ code, facts }: Refusal): string =>
  refusals[code][1].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));

export function bodyOf(refusal: Refusal): RefusalBody {
  const { code, facts } = refusal;
  return { error: { code, facts: { ...facts }, message: sentenceOf(refusal) } };
}

function refusalFor(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (hasNoRoom(error)) return new Refusal('platform.no-room', { seconds: noRoomSeconds });
  if (isDatabaseDown(error)) return new Refusal('platform.database-down');
  if (error.statusCode === 429) return new Refusal('platform.too-many-requests');
  if (error.statusCode === 413) return new Refusal('platform.too-large');
  // Fastify's own: a body of an unknown kind, or no JSON.
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return badInput([]);
  }
  return new Refusal('platform.fault');
}

/** Somebody has to make room first. */
const noRoomSeconds = 30;

/** The disk of the uploads, or the database's own (53100), is full. */
function hasNoRoom(error: FastifyError): boolean {
  return error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === '53100';
}

const socketCalls: readonly string[] = ['connect', 'read', 'write'];
const connectionCodes: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  // Its machine is gone, not only the program on it.
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
];

const lostConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

function isDatabaseDown(error: FastifyError): boolean {
  // 57P: shut down or starting up; 08: connection lost; 25006: a standby, which takes nothing down.
  if (error instanceof pg.DatabaseError) return /^(57P|08|25006)/.test(error.code ?? '');
  // A request waits for no other socket than the database's; what is not there on the disk is `open`.
  if ('syscall' in error && socketCalls.includes(String(error.syscall)))
    return connectionCodes.includes(error.code);
  return lostConnection.test(error.message);
}
