import { createHmac, timingSafeEqual } from 'node:crypto';
import { notices as contract } from '@minsheng/contract';
import type { FastifyRequest } from 'fastify';
import { systemActor } from '../../platform/actor.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Runtime } from '../../platform/context.ts';
import { type App, mountRaw, type RawCall } from '../../platform/http.ts';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { listAt } from '../../ports/carrier/answers.ts';
import type { ReceiptSettings } from '../../ports/carrier/settings.ts';
import { takeReceipts } from './take-receipts.ts';

const perMinute = 6000;
const mostBytes = 1024 * 1024;
const mostSkewSeconds = 300;
const portion = 200;

/** 短信回执: what the carrier says became of messages, signed over its very bytes. */
export function receiptRoutes(app: App): void {
  app.fastify.register(async (fastify) => {
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser<Buffer>(
      '*',
      { parseAs: 'buffer', bodyLimit: mostBytes },
      async (_request: unknown, body: Buffer) => body,
    );
    mountRaw(
      { ...app, fastify },
      {
        method: 'POST',
        path: contract.receiptsPath,
        summary: 'Notices: receipts of the SMS carrier',
        may: 'public',
        audit: 'receipts taken',
        limit: perMinute,
      },
      (call) => received(app, call),
    );
  });
}

async function received({ runtime }: App, { request, transactAs }: RawCall): Promise<unknown> {
  const { receipts } = runtime.ports.sms;
  refuseUnless(receipts, 'notices.no-receipts');
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.of();
  refuseUnless(isSigned(receipts.secret, request, body), 'notices.receipt-unsigned');
  const reports = listAt(readJson(body), receipts.list);
  const { taken, unknown } = await takeFirst(runtime, receipts, reports.slice(0, -portion));
  const last = await transactAs(systemActor, (ctx) =>
    takeReceipts(ctx, receipts, reports.slice(-portion)),
  );
  return { taken: taken + last.taken, unknown: [...unknown, ...last.unknown] };
}

/**
 * 分批: a posting of ten thousand would hold ten thousand messages until its end. What was taken stands when a later
 * portion fails; the carrier posts again, and each may come as often as it likes.
 */
async function takeFirst(
  runtime: Runtime,
  settings: ReceiptSettings,
  reports: readonly unknown[],
): Promise<Portion> {
  const all: Portion[] = [];
  for (let from = 0; from < reports.length; from += portion)
    all.push(
      await transact(runtime, systemActor, (ctx) =>
        takeReceipts(ctx, settings, reports.slice(from, Math.min(from + portion, reports.length))),
      ),
    );
  return {
    taken: all.reduce((sum, { taken }) => sum + taken, 0),
    unknown: all.flatMap(({ unknown }) => unknown),
  };
}

type Portion = Awaited<ReturnType<typeof takeReceipts>>;

function isSigned(secret: string, { headers }: FastifyRequest, body: Buffer): boolean {
  const [time = '', signature = ''] = [headers['x-time'], headers['x-signature']].map(String);
  const now = systemClock.now().getTime() / 1000;
  if (!(Math.abs(Number(time) - now) <= mostSkewSeconds)) return false;
  const wanted = createHmac('sha256', secret).update(`${time}\n`).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new Refusal('notices.receipt-unreadable');
  }
}
