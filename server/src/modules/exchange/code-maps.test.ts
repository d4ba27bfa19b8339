import { randomUUID } from 'node:crypto';
import type { exchange } from '@minsheng/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  codeOf,
  type Listening,
  listen,
  messageOf,
  otherSide,
  receiptFor,
  sendTo,
  transferBody,
} from '../../../test/exchange/other-side.ts';
import { registerPeer } from '../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../test/kit.ts';
import { acceptWaiting } from '../../../test/use-cases.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import * as orders from '../orders/index.ts';
import { casesOfOrder } from './cases.repo.ts';
import { mapAtMessage, mapCode } from './map-code.ts';
import { queueMessage } from './queue-message.ts';
import { listMessages, readMessage } from './read-messages.ts';
import { listUnmapped, putAside } from './unmapped.ts';

const [grid, county, hook] = [otherSide('grid-m'), otherSide('county-m'), otherSide('hook-m')];
let server: TestServer;
let peer: Listening;

beforeAll(async () => {
  server = await testServer();
  peer = await listen(grid, receiptFor);
  await registerPeer(server, grid, { net: 'grid', base_url: peer.url });
  await registerPeer(server, county, { net: 'county' });
  await registerPeer(server, hook);
});
afterAll(async () => {
  await peer.stop();
  await server.stop();
});

const asSystem = <T>(work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);
const settling = <T>(work: (ctx: Context) => Promise<T>) =>
  asSystem((ctx) => work({ ...ctx, actor: { ...ctx.actor, has: () => true } }));
const orderOf = (number: unknown) => asSystem((ctx) => orders.findByNo(ctx, String(number)));
const box = async (name: exchange.MessageBox) =>
  (await settling((ctx) => listMessages(ctx, { box: name }))).rows;
const appealed = (more: object, place: object = {}) =>
  transferBody({
    appeal: { title: '路灯不亮', words: '示例小区门口的路灯坏了三天。', ...more },
    place: { text: '示例路 1 号', ...place },
  });
const post = (side: typeof grid, said: Parameters<typeof messageOf>[1]) =>
  sendTo(server, side, '/messages', messageOf(side, said));
const notesOf = async (orderId: string) =>
  (await asSystem((ctx) => orders.textsOf(ctx, orderId)))
    .filter(({ kind }) => kind === 'note')
    .map(({ content }) => content);

test('codes of a net come as ours and go out as theirs', async () => {
  const body = appealed({ typeCode: '2', matterCode: 'SJ-0101' });
  const order = await orderOf((await post(grid, { body })).body.number);
  expect(order).toMatchObject({ type: 'TS', matter_code: '010105' });
  await settling((ctx) =>
    mapCode(ctx, { net: 'grid', kind: 'reason', theirs: 'TH-5', ours: 'DG2' }),
  );
  peer.arrived.length = 0;
  await asSystem((ctx) =>
    acceptWaiting(ctx, {
      orderId: order?.id ?? '',
      type: 'TS',
      matterCode: '010105',
      areaCode: '350602001000',
      fields: { road_name: '示例路', lamp_problem: 'off' },
      result: 'dispose',
      dispositionCode: 'DG2',
      dispositionReason: '应当向示例法院提起诉讼。',
    }),
  );
  await server.advance(1);
  expect(peer.arrived[0]?.message).toMatchObject({ kind: 'return', body: { reasonCode: 'TH-5' } });
});

test('an order that can be classified is opened without the code, which is shown until somebody maps it', async () => {
  const body = appealed({ typeCode: '2', matterCode: 'SJ-9' }, { areaCode: 'WG-7' });
  const heard = await post(grid, { body });
  const order = await orderOf(heard.body.number);
  expect([heard.status, order?.status]).toEqual([200, 'to-accept']);
  expect((await notesOf(order?.id ?? '')).join()).toContain('事项 SJ-9、区划 WG-7');
  const listed = async (aside: 'yes' | 'no') =>
    (await settling((ctx) => listUnmapped(ctx, { aside }))).rows;
  const seen = async () => (await listed('no')).map(({ theirs }) => theirs);
  expect(await seen()).toEqual(expect.arrayContaining(['SJ-9', 'WG-7']));
  const decide = (ours: string) =>
    settling((ctx) => mapCode(ctx, { net: 'grid', kind: 'matter', theirs: 'SJ-9', ours }));
  await expect(decide('999999')).rejects.toMatchObject({ code: 'exchange.code-not-ours' });
  await decide('010102');
  expect(await seen()).not.toContain('SJ-9');
  const codeId = (await listed('no')).find(({ theirs }) => theirs === 'WG-7')?.id ?? '';
  const away = () => settling((ctx) => putAside(ctx, { codeId, reason: '网格已撤销。' }));
  await away();
  await expect(away()).rejects.toMatchObject({ code: 'exchange.no-such-code' });
  expect((await orderOf((await post(grid, { body })).body.number))?.matter_code).toBe('010102');
  expect(await seen()).not.toContain('WG-7');
  expect(await listed('yes')).toMatchObject([{ theirs: 'WG-7', asideWhy: '网格已撤销。' }]);
});

test('what must be mapped first is receipted, waits for a person, and goes on with its code', async () => {
  const sender = `C-${randomUUID()}`;
  await post(county, { sender, body: appealed({ typeCode: 'QZ' }) });
  const asked = { kind: 'return', body: { reasonCode: 'R77', reason: '不属本单位。' } };
  const heard = await post(county, { sender, seq: 2, ...asked });
  // The general adapter takes no returns; the code is no matter of that.
  expect([heard.status, codeOf(heard)]).toEqual([422, 'kind']);
  await post(county, {
    sender: `${sender}b`,
    body: appealed({ typeCode: 'QZ' }, { areaCode: 'X1' }),
  });
  const letter = (await box('dead')).find(({ senderNo }) => senderNo === `${sender}b`);
  const messageId = letter?.id ?? '';
  const shown = await settling((ctx) => readMessage(ctx, { messageId }));
  expect(shown.unmapped).toEqual([{ kind: 'area', code: 'X1' }]);
  const map = (code: string) =>
    settling((ctx) => mapAtMessage(ctx, { messageId, kind: 'area', code, means: '350602001000' }));
  await expect(map('X2')).rejects.toMatchObject({ code: 'exchange.code-not-here' });
  await map('X1');
  await server.advance(0);
  const again = await settling((ctx) => readMessage(ctx, { messageId }));
  expect([again.state, (await orderOf(again.receiverNo))?.area_code]).toEqual([
    'applied',
    '350602001000',
  ]);
});

test('what waited for its code is checked like any other once it is mapped', async () => {
  const sender = `C-${randomUUID()}`;
  const body = appealed({ typeCode: 'QZ', occurredAt: '2031-01-02T03:04:05+08:00' });
  const place = { text: '示例路 1 号', areaCode: 'X3' };
  expect((await post(county, { sender, body: { ...body, place } })).status).toBe(200);
  const letter = async () => (await box('dead')).find(({ senderNo }) => senderNo === sender);
  const messageId = (await letter())?.id ?? '';
  const means = '350602001000';
  await settling((ctx) => mapAtMessage(ctx, { messageId, kind: 'area', code: 'X3', means }));
  await server.advance(0);
  expect(await letter()).toMatchObject({ errorCode: 'field', orderId: null });
});

test('a code of ours they refuse is mapped at the dead letter and sent under the same name', async () => {
  const body = appealed({ typeCode: '2' });
  const order = await orderOf((await post(grid, { body })).body.number);
  const field = 'body.reasonCode';
  peer.answer = () => ({
    status: 422,
    body: { error: { code: 'code', message: '不认识。', field } },
  });
  await asSystem(async (ctx) => {
    const [about] = await casesOfOrder(ctx, order?.id ?? '');
    const said = { kind: 'return', body: { reasonCode: 'other', reason: '不属本中心。' } } as const;
    await queueMessage(ctx, about?.id ?? '', said);
  });
  await server.advance(1);
  const letter = (await box('dead')).find(({ orderId }) => orderId === order?.id);
  const messageId = letter?.id ?? '';
  peer.answer = receiptFor;
  peer.arrived.length = 0;
  const given = { messageId, kind: 'reason', code: 'other', means: 'TH-9' } as const;
  await settling((ctx) => mapAtMessage(ctx, given));
  await server.advance(1);
  const sent = peer.arrived.find(({ message }) => message.id === messageId);
  expect(sent?.message.body).toEqual({ reasonCode: 'TH-9', reason: '不属本中心。' });
});

test('a peer of no net is told of a code it can mend, and a second transfer of what is not given back', async () => {
  const wrong = await post(hook, { body: appealed({ typeCode: '2' }) });
  expect([wrong.status, codeOf(wrong)]).toEqual([422, 'code']);
  const sender = `P-${randomUUID()}`;
  const body = appealed({ typeCode: 'QZ', occurredAt: '2026-01-02T03:04:05+08:00' });
  const first = await post(hook, { sender, body: { ...body, urgency: 'U2' } });
  const order = await orderOf(first.body.number);
  expect([order?.urgency, order?.happened_at?.toISOString()]).toEqual([
    'U2',
    '2026-01-01T19:04:05.000Z',
  ]);
  const second = await post(hook, { sender, seq: 2, body });
  expect([second.status, codeOf(second)]).toEqual([409, 'case-open']);
  await post(hook, { sender, seq: 2, kind: 'withdraw', body: { reason: '重新登记。' } });
  const third = await post(hook, { sender, seq: 3, body });
  expect([third.status, third.body.number === first.body.number]).toEqual([200, false]);
});
