import { fastify, type FastifyBaseLogger } from 'fastify';

export type Log = FastifyBaseLogger;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Structured lines on standard output; the logger is the one Fastify brings. */
export function createLog(level: LogLevel): Log {
  return fastify({ logger: { level, base: null } }).log;
}
