import { type FastifyBaseLogger, fastify } from 'fastify';

export type Log = FastifyBaseLogger;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Structured lines on standard output; the logger is the one Fastify brings. */
export function createLog(level: LogLevel): Log {
  return fastify({ logger: { level, base: null, serializers: { err: errorLine } } }).log;
}

/** The database tells whole rows in the detail of an error: only what names the fault is kept. */
function errorLine(error: Error & { code?: unknown; constraint?: unknown }): ErrorLine {
  const { name, message, stack = '', code, constraint } = error;
  const cause = error.cause instanceof Error ? errorLine(error.cause) : undefined;
  return { type: name, message, stack, code, constraint, cause };
}

interface ErrorLine {
  [key: string]: unknown;
  type: string;
  message: string;
  stack: string;
}
