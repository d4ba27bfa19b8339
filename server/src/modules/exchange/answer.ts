import type { FastifyReply } from 'fastify';
import type { App, RawCall } from '../../platform/http.ts';
import { refusedWith } from '../../platform/http-errors.ts';
import { type Known, refuseIllTimed, whoAsks } from './admit.ts';
import { realSeconds } from './ask-peer.ts';
import { ExchangeFault, faultBody } from './fault.ts';
import { answerText, signatureOf } from './signing.ts';
import { text } from './text.ts';

/** An answer to somebody known: whatever it says is signed, so that a stranger's is not believed. */
export async function answered(
  app: App,
  call: RawCall,
  work: (known: Known) => Promise<unknown>,
): Promise<unknown> {
  const known = whoAsks(call.request);
  try {
    refuseIllTimed(known);
    return signed(call.reply.status(200), known, JSON.stringify(await work(known)));
  } catch (error) {
    const fault = faultOf(app, call, error);
    if (fault.status === 429) call.reply.header('retry-after', 60);
    return signed(call.reply.status(fault.status), known, faultBody(fault));
  }
}

/** Also for what goes wrong before anybody is known. */
export function faultOf(
  { runtime }: App,
  { request, reply }: Pick<RawCall, 'request' | 'reply'>,
  error: unknown,
): ExchangeFault {
  if (error instanceof ExchangeFault) return error;
  const asError = error instanceof Error ? error : new Error(String(error));
  const fastifyError = Object.assign(asError, { code: codeOf(error) });
  const { code } = refusedWith(fastifyError, { request, reply, log: runtime.log });
  if (code === 'platform.too-large')
    return new ExchangeFault(413, { code: 'too-large', says: text.tooLarge });
  if (code === 'platform.too-many-requests')
    return new ExchangeFault(429, { code: 'too-fast', says: text.tooManyAtOnce });
  if (code === 'platform.fault')
    return new ExchangeFault(500, { code: 'fault', says: text.broken });
  if (code === 'platform.bad-input')
    return new ExchangeFault(400, { code: 'body', says: text.noJson });
  return new ExchangeFault(503, { code: 'not-ready', says: text.notReady });
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

function signed(reply: FastifyReply, { peer, signature }: Known, body: string): FastifyReply {
  const time = String(realSeconds());
  const words = { status: reply.statusCode, asked: signature, time, body: Buffer.from(body) };
  return reply
    .headers({
      'content-type': 'application/json; charset=utf-8',
      'x-time': time,
      'x-signature': signatureOf(peer.keys, answerText(peer.keys, words)),
    })
    .send(body);
}
