import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  answerCall,
  handCallerOver,
  listOwnCalls,
  putThrough,
  putThroughAgain,
  readTransfer,
  sayPutThrough,
  startManualCall,
  takeCallerBack,
} from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { encrypt } from '../../platform/secrets.ts';
import type { Doer } from '../../platform/testing/in-city.ts';
import { registerPeer } from '../exchange/index.ts';
import * as orders from '../orders/index.ts';
import { endCall, ringDemoCall } from '../telephony/index.ts';
import './police-adapter.ts';
import './hear-orders.ts';
import { orderLinkage } from './read-linkage.ts';

const police = (ctx: Context) =>
  registerPeer(ctx, {
    ...{ code: 'police-110', name: '示例110', adapter: 'police-110', net: null, unit_code: null },
    ...{ base_url: 'http://127.0.0.1:9', own_code: 'us', scheme: 'hmac-sha256', peer_key: null },
    ...{ secret_enc: encrypt(ctx.keys, 'x'.repeat(32)), is_on: true, per_minute: 1000 },
  });

const legOf = async (agent: Doer) => (await agent.do(listOwnCalls, undefined)).rows[0]?.putThrough;
const fight = { content: '楼下有人打架,拿着啤酒瓶。', address: '' };

test(
  'one key: the form is on its way to 110 before the voice, which joins within five seconds and keeps the caller',
  inCity(async ({ as, ctx, system, clock, travelTo, drain }) => {
    await system.do(police, undefined);
    const agent = as('agent');
    const { id: callId } = await agent.do(ringDemoCall, {});
    await agent.do(answerCall, { callId });
    await expect(agent.do(putThroughAgain, { callId })).rejects.toMatchObject({
      code: 'telephony.not-put-through',
    });
    const { orderId, orderNo } = await agent.do(putThrough, { callId, ...fight });
    const order = await orders.find(ctx, orderId);
    expect(order).toMatchObject({
      ...{ status: 'in-transfer', urgency: 'U1', call_id: callId, matter_code: '160102' },
    });
    await drain();
    const { rows } = await as('shift-lead').do(orderLinkage, { orderId });
    expect(rows).toMatchObject([{ act: 'transfer', state: 'sent' }]);
    expect(await legOf(agent)).toMatchObject({ state: 'ringing', number: '110', orderNo });

    // One key, one order; and nobody who waits for 110 is cut off by another key.
    const refused = { code: 'telephony.putting-through' };
    await expect(agent.do(putThrough, { callId, ...fight })).rejects.toMatchObject(refused);
    await expect(agent.do(endCall, { callId })).rejects.toMatchObject(refused);
    await expect(agent.do(putThroughAgain, { callId })).rejects.toMatchObject(refused);
    await expect(agent.do(handCallerOver, { callId })).rejects.toMatchObject({
      code: 'telephony.not-joined-yet',
    });
    await travelTo(new Date(clock.now().getTime() + 5_000));
    await drain();
    expect(await legOf(agent)).toMatchObject({ state: 'joined' });
    expect(await agent.do(readTransfer, { orderId })).toMatchObject({ byThreeWay: true });
    await expect(as('agent').do(handCallerOver, { callId })).rejects.toMatchObject({
      code: 'telephony.call-taken',
    });
    const left = await agent.do(handCallerOver, { callId });
    expect([left.state, left.putThrough?.state]).toEqual(['ended', 'handed-over']);
    const told = (await historyOf(ctx, { kind: 'call', id: callId }, clock.now())).map(
      ({ type }) => type,
    );
    expect(told.slice(-4)).toEqual([
      'telephony.put-through',
      'telephony.joined',
      'telephony.ended',
      'telephony.handed-over',
    ]);
    await expect(agent.do(putThrough, { callId, ...fight })).rejects.toMatchObject({
      code: 'telephony.call-over',
    });
  }),
);

test(
  'by hand the agent says what became of 110; whoever is taken back stays on the line, and the order with 110',
  inCity(async ({ as, ctx, drain }) => {
    const agent = as('agent');
    const number = inventedPhoneOf('by hand');
    const { id: callId } = await agent.do(startManualCall, { number });
    const { orderId } = await agent.do(putThrough, { callId, content: '快', address: '' });
    expect(await legOf(agent)).toMatchObject({ state: 'ringing', isByHand: true });
    const busy = await agent.do(sayPutThrough, { callId, outcome: 'busy' });
    expect(busy.putThrough).toMatchObject({ state: 'failed', cause: 'busy' });
    await agent.do(putThroughAgain, { callId });
    await agent.do(sayPutThrough, { callId, outcome: 'joined' });
    const back = await agent.do(takeCallerBack, { callId });
    expect([back.state, back.putThrough?.state]).toEqual(['answered', 'failed']);
    await drain();
    expect((await orders.find(ctx, orderId))?.status).toBe('in-transfer');
    expect(orders.appealText(await orders.textsOf(ctx, orderId))?.content).toContain('已说:快');
    await agent.do(endCall, { callId });
  }),
);

test(
  'what the switchboard dials nobody has to say, and a caller who hangs up while 110 rings ends both',
  inCity(async ({ as, drain, clock, travelTo }) => {
    const agent = as('agent');
    const { id: callId } = await agent.do(ringDemoCall, {});
    await agent.do(answerCall, { callId });
    await agent.do(putThrough, { callId, ...fight });
    await expect(agent.do(sayPutThrough, { callId, outcome: 'joined' })).rejects.toMatchObject({
      code: 'telephony.driver-says',
    });
    await agent.do(takeCallerBack, { callId });
    await travelTo(new Date(clock.now().getTime() + 10_000));
    await drain();
    expect(await legOf(agent)).toMatchObject({ state: 'failed', cause: 'cancelled' });
  }),
);
