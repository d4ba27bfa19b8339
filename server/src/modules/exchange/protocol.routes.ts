import { exchangeVersions } from '@minsheng/contract/public/exchange.ts';
import { z } from 'zod';
import { systemActor } from '../../platform/actor.ts';
import { type App, mountRaw, type RawCall } from '../../platform/http.ts';
import type { Known } from './admit.ts';
import { answered } from './answer.ts';
import { applyLine } from './apply-message.ts';
import { realSeconds } from './ask-peer.ts';
import { listDay } from './days.ts';
import { numberOfMessage } from './message-number.ts';
import { perMinute, readBytes } from './serve-signed.ts';
import { takeFile } from './take-file.ts';
import { takeMessage } from './take-message.ts';

const messageBytes = 1024 * 1024;
const fileBytes = 20 * 1024 * 1024;
const filesPerMinute = 1200;

/** docs/exchange.md: what other systems send and ask. Whoever asks is known by the signature alone. */
export function protocolRoutes(app: App): void {
  app.fastify.register(async (fastify) => {
    readBytes({ ...app, fastify }, messageBytes);
    serveMessages({ ...app, fastify });
    serveReads({ ...app, fastify });
  });
  app.fastify.register(async (fastify) => {
    readBytes({ ...app, fastify }, fileBytes);
    serveFiles({ ...app, fastify });
  });
}

function serveMessages(app: App): void {
  mountRaw(
    app,
    {
      method: 'POST',
      path: '/exchange/v1/messages',
      summary: 'Exchange: one message of a peer',
      may: 'public',
      audit: 'message received',
      limit: perMinute,
    },
    (call) => answered(app, call, (known) => received(app, call, known)),
  );
}

async function received(app: App, call: RawCall, { peer, body }: Known): Promise<unknown> {
  const { id, theirNo, receipt } = await call.transactAs(systemActor, (ctx) =>
    takeMessage(ctx, peer, body),
  );
  // The receipt stands already: whatever happens now, the message is not lost.
  await applyLine(app.runtime, { peer: peer.code, theirNo });
  const number =
    receipt.number ?? (await call.transactAs(systemActor, (ctx) => numberOfMessage(ctx, id)));
  return { ...receipt, number };
}

function serveReads(app: App): void {
  mountRaw(
    app,
    {
      method: 'GET',
      path: '/exchange/v1/days/:day',
      summary: 'Exchange: what passed between us and the peer on a day',
      may: 'public',
      audit: 'exchange day read',
      limit: perMinute,
    },
    (call) =>
      answered(app, call, ({ peer }) =>
        call.transactAs(systemActor, (ctx) =>
          listDay(ctx, peer, {
            day: valueIn(call.request.params, 'day'),
            after: valueIn(call.request.query, 'after'),
          }),
        ),
      ),
  );
  mountRaw(
    app,
    {
      method: 'GET',
      path: '/exchange/v1/health',
      summary: 'Exchange: is it there, which versions',
      may: 'public',
      audit: 'exchange health read',
    },
    async () => ({ ok: true, versions: exchangeVersions, time: realSeconds() }),
  );
}

function serveFiles(app: App): void {
  mountRaw(
    app,
    {
      method: 'PUT',
      path: '/exchange/v1/files/:sha256',
      summary: 'Exchange: a file ahead of the message that names it',
      may: 'public',
      audit: 'file received',
      limit: filesPerMinute,
    },
    (call) =>
      answered(app, call, ({ peer, body }) =>
        call.transactAs(systemActor, (ctx) =>
          takeFile(ctx, peer, {
            digest: String(valueIn(call.request.params, 'sha256')),
            bytes: body,
          }),
        ),
      ),
  );
}

const named = z.record(z.string(), z.unknown());

const valueIn = (part: unknown, name: string): unknown => named.catch({}).parse(part)[name];
