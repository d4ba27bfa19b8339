import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inCity, testServer } from '../../../test/kit.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import type { ReceiptSettings } from '../../ports/carrier/settings.ts';
import { notify } from './index.ts';
import { resend } from './settle-message.ts';
import { takeReceipts } from './take-receipts.ts';
import { readTally } from './tally.ts';
import { listTroubled } from './troubled.ts';

const receipts: ReceiptSettings = {
  secret: 'sixteen letters and more',
  list: 'reports',
  by: 'key',
  field: 'id',
  status: 'stat',
  delivered: ['DELIVRD'],
  failed: ['UNDELIV', 'EXPIRED'],
};

test(
  'a receipt says what became of a message, as often as it likes; a stranger’s is named as unknown',
  inCity(async (kit) => {
    const tell = (ctx: Context) =>
      notify(ctx, {
        template: 'dispatched-duty',
        channel: 'sms',
        to: { kind: 'duty', unitCode: '350600.zjj', position: 1 },
        facts: { order_no: '350600-20260302-000001', urgency: 'U3' },
        urgent: true,
      });
    await kit.system.do(tell, null);
    await kit.drain();
    const rows = () =>
      tablesOf<'notices'>(kit.ctx.tx).selectFrom('notices.message').selectAll().execute();
    const id = (await rows())[0]?.id ?? '';
    const say = (...stats: string[]) =>
      kit.system.do((ctx) => {
        const reports = stats.map((stat) => ({ id, stat }));
        return takeReceipts(ctx, receipts, [...reports, { id: 'none', stat: 'x' }]);
      }, null);
    expect(await say('UNDELIV')).toEqual({ taken: 1, unknown: ['none'] });
    expect(await rows()).toMatchObject([{ state: 'failed', error: 'UNDELIV' }]);
    expect((await kit.as('admin').do(listTroubled, {})).rows).toHaveLength(1);
    // Said once more after a person has it sent again, it speaks of the try before.
    await kit.as('shift-lead').do(resend, { messageId: id });
    expect(await say('UNDELIV')).toMatchObject({ taken: 1 });
    expect(await rows()).toMatchObject([{ state: 'waiting' }]);
    expect(await say('nobody knows this word')).toEqual({ taken: 0, unknown: [id, 'none'] });
    // It came after all, and what came first stays.
    expect(await say('DELIVRD', 'EXPIRED', 'DELIVRD')).toMatchObject({ taken: 3 });
    expect(await rows()).toMatchObject([{ state: 'delivered', error: null }]);
    expect((await kit.as('director').do(readTally, {})).rows).toMatchObject([
      { way: 'sms', sent: 1, delivered: 1, failed: 1, uncertain: 0 },
    ]);
  }),
);

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server?.stop());

test('only who signs is heard, over HTTP', async () => {
  const send = async (body: string, { secret, skew }: { secret: string; skew: number }) => {
    const time = String(Math.floor(systemClock.now().getTime() / 1000) + skew);
    const signature = createHmac('sha256', secret).update(`${time}\n${body}`).digest('hex');
    const reply = await fetch(`${server.url}/api/notices/receipts/sms`, {
      method: 'POST',
      headers: { 'x-time': time, 'x-signature': signature, 'content-type': 'application/json' },
      body,
    });
    return reply.text();
  };
  const good = { secret: receipts.secret, skew: 0 };
  expect(await send('{}', good)).toContain('notices.no-receipts');
  Object.assign(server.runtime.ports, { sms: { ...server.runtime.ports.sms, receipts } });
  expect(await send('{}', { ...good, secret: 'another' })).toContain('notices.receipt-unsigned');
  expect(await send('{}', { ...good, skew: 900 })).toContain('notices.receipt-unsigned');
  expect(await send('no json', good)).toContain('notices.receipt-unreadable');
  expect(await send('{"reports":[{"id":"7","stat":"DELIVRD"}]}', good)).toBe(
    '{"taken":0,"unknown":["7"]}',
  );
  // More than one portion, each once and in its order.
  const many = Array.from({ length: 450 }, (_, no) => ({ id: `n${no}`, stat: 'DELIVRD' }));
  const taken = await send(JSON.stringify({ reports: many }), good);
  expect(JSON.parse(taken)).toEqual({ taken: 0, unknown: many.map(({ id }) => id) });
});
