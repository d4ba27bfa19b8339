import type { FastifyError } from 'fastify';
import { type App, mountRaw, type RawCall, type RawRoute } from '../../platform/http.ts';
import { type Known, refuseStrangers } from './admit.ts';
import { answered, faultOf } from './answer.ts';
import { faultBody } from './fault.ts';

const messageBytes = 1024 * 1024;
/** A peer's own limit stands in its row; this one is for strangers. */
export const perMinute = 12_000;

/** One resource of docs/exchange.md more, for a module above: who asks is known by the signature alone, the answer is signed. */
export function serveSigned(
  app: App,
  route: Pick<RawRoute, 'method' | 'path' | 'summary' | 'audit'>,
  work: (call: RawCall, known: Known) => Promise<unknown>,
): void {
  app.fastify.register(async (fastify) => {
    const own = { ...app, fastify };
    readBytes(own, messageBytes);
    mountRaw(own, { ...route, may: 'public', limit: perMinute }, (call) =>
      answered(app, call, async (known) => work(call, known)),
    );
  });
}

/** The signature is over the bytes, so they are read before it is looked at; but not those of somebody nobody knows. */
export function readBytes(app: App, most: number): void {
  // After the limit for strangers, before the body.
  app.fastify.addHook('preParsing', async (request) => {
    if (!request.url.endsWith('/health')) await refuseStrangers(app.runtime, request);
  });
  app.fastify.removeAllContentTypeParsers();
  app.fastify.addContentTypeParser<Buffer>(
    '*',
    { parseAs: 'buffer', bodyLimit: most },
    async (_request: unknown, body: Buffer) => body,
  );
  app.fastify.setErrorHandler<FastifyError>((error, request, reply) => {
    const fault = faultOf(app, { request, reply }, error);
    return reply
      .status(fault.status)
      .header('content-type', 'application/json; charset=utf-8')
      .send(faultBody(fault));
  });
}
