import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readCity } from '../../city/index.ts';
import { inventedPerson, inventedPhoneOf } from '../../demo/invented.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf, verifyChain } from '../../platform/events.ts';
import { inCityWith, type Kit } from '../../platform/testing/in-city.ts';
import { noPorts } from '../../platform/testing/no-ports.ts';
import { telephones } from '../../ports/telephone/telephones.ts';
import * as issues from '../issues/index.ts';
import * as orders from '../orders/index.ts';
import { saveRequester } from '../requesters/index.ts';
import { callOf } from './call-of.ts';
import { callerCard } from './caller-card.ts';
import { hear, hearAll } from './hear.ts';
import { ringDemoCall, startManualCall } from './start-call.ts';
import { answerCall, endCall, listRinging } from './talk.ts';

const ports = { telephones: telephones(inventedPhoneOf) };
// The other ports fail when touched, as in every test.
const inCity = inCityWith(
  (kit) => ({ aCity: () => insertCity(kit.ctx), kit }),
  () => new Proxy(noPorts, { get: (_, name) => Reflect.get(ports, name) }),
);

const city = readCity('cities/zhangzhou');

async function insertCity(ctx: Context): Promise<void> {
  await sql`
    insert into organisation.city (city_id, subject_id, code, name, facts, data_digest, is_demo)
    values (${ctx.cityId}, ${ctx.newId()}, ${ctx.city.code}, ${ctx.city.name}, ${JSON.stringify(city.facts)}::jsonb, 'test', true)
    on conflict do nothing`.execute(ctx.tx);
}

const seconds = (kit: Kit, count: number) => new Date(kit.clock.now().getTime() + count * 1000);
const stateOf = async ({ ctx }: Kit, callId: string) => {
  const { rows } = await sql<{ state: string }>`
    select state from telephony.call where city_id = ${ctx.cityId} and id = ${callId}`.execute(
    ctx.tx,
  );
  return rows[0]?.state;
};

describe('a ringing call', () => {
  test(
    'shows on every desk with its number masked, and belongs to whoever answers first',
    inCity(async ({ as, aCity }) => {
      await aCity();
      const first = as('agent');
      const second = as('agent');
      const call = await first.do(ringDemoCall, {});
      expect(call).toMatchObject({ state: 'ringing', driver: 'sim', dialledLine: '12345' });
      expect(call.maskedNumber).toMatch(/^154\*{4}\d{4}$/);
      expect(call.dialledLineName).toBe(city.facts?.hotlineName);
      const ringing = await second.do(listRinging, {});
      expect(ringing.rows.map(({ id }) => id)).toContain(call.id);

      const answered = await first.do(answerCall, { callId: call.id });
      expect(answered.state).toBe('answered');
      await expect(second.do(answerCall, { callId: call.id })).rejects.toMatchObject({
        code: 'telephony.call-taken',
      });
      const left = await second.do(listRinging, {});
      expect(left.rows.map(({ id }) => id)).not.toContain(call.id);
    }),
  );

  test(
    'is missed after sixty seconds, not before, and nobody can answer it then',
    inCity(async (kit) => {
      await kit.aCity();
      const agent = kit.as('agent');
      const call = await agent.do(ringDemoCall, {});
      await kit.travelTo(seconds(kit, 59));
      await kit.drain();
      expect(await stateOf(kit, call.id)).toBe('ringing');
      await kit.travelTo(seconds(kit, 1));
      await kit.drain();
      expect(await stateOf(kit, call.id)).toBe('missed');
      await expect(agent.do(answerCall, { callId: call.id })).rejects.toMatchObject({
        code: 'telephony.call-over',
      });
    }),
  );

  test(
    'that was answered is not missed later',
    inCity(async (kit) => {
      await kit.aCity();
      const agent = kit.as('agent');
      const call = await agent.do(ringDemoCall, {});
      await agent.do(answerCall, { callId: call.id });
      await kit.travelTo(seconds(kit, 120));
      await kit.drain();
      expect(await stateOf(kit, call.id)).toBe('answered');
    }),
  );

  test(
    'whose caller gives up is abandoned, and an answer a moment later comes too late',
    inCity(async (kit) => {
      await kit.aCity();
      const callId = kit.ctx.newId();
      const number = inventedPhoneOf('impatient');
      const script = { givesUpAfterSeconds: 20 };
      const begun = { callId, at: kit.clock.now(), number, dialledLine: '12345', script };
      await kit.system.do(hearAll, ports.telephones.sim.begin(begun));
      await kit.travelTo(seconds(kit, 20));
      await kit.drain();
      expect(await stateOf(kit, callId)).toBe('abandoned');
      const late = { type: 'answered', callId, at: kit.clock.now(), agentId: callId } as const;
      expect(await kit.system.do(hear, late)).toBe(false);
      expect(await stateOf(kit, callId)).toBe('abandoned');
    }),
  );
});

describe('a call', () => {
  test(
    'is told as one chain without its number',
    inCity(async (kit) => {
      await kit.aCity();
      const number = inventedPhoneOf('chain');
      const agent = kit.as('agent');
      const { id } = await agent.do(ringDemoCall, { number });
      await agent.do(answerCall, { callId: id });
      await agent.do(endCall, { callId: id });
      const events = await historyOf(kit.ctx, { kind: 'call', id });
      expect(events.map(({ type }) => type)).toEqual([
        'telephony.offered',
        'telephony.queued',
        'telephony.answered',
        'telephony.ended',
      ]);
      expect(verifyChain(events)).toEqual({ ok: true });
      expect(JSON.stringify(events)).not.toContain(number);
    }),
  );

  test(
    'is ended once, by the person who talks',
    inCity(async ({ as, aCity }) => {
      await aCity();
      const agent = as('agent');
      const { id } = await agent.do(startManualCall, { number: inventedPhoneOf('desk telephone') });
      await expect(as('agent').do(endCall, { callId: id })).rejects.toMatchObject({
        code: 'telephony.call-taken',
      });
      expect((await agent.do(endCall, { callId: id })).state).toBe('ended');
      await expect(agent.do(endCall, { callId: id })).rejects.toMatchObject({
        code: 'telephony.call-over',
      });
    }),
  );

  test(
    'written down by hand is answered at once and rings nobody',
    inCity(async ({ as, aCity }) => {
      await aCity();
      const agent = as('agent');
      const call = await agent.do(startManualCall, { number: inventedPhoneOf('by hand') });
      expect(call).toMatchObject({ state: 'answered', driver: 'manual' });
      expect((await agent.do(listRinging, {})).rows).toEqual([]);
    }),
  );

  test(
    'has the agent’s ear alone: a second one is not answered before the first is hung up',
    inCity(async ({ as, aCity }) => {
      await aCity();
      const agent = as('agent');
      const stillTalking = { code: 'telephony.still-talking' };
      const [first, second] = [await agent.do(ringDemoCall, {}), await agent.do(ringDemoCall, {})];
      await agent.do(answerCall, { callId: first.id });
      await expect(agent.do(answerCall, { callId: second.id })).rejects.toMatchObject(stillTalking);
      await expect(
        agent.do(startManualCall, { number: inventedPhoneOf('by hand') }),
      ).rejects.toMatchObject(stillTalking);
      expect((await agent.do(listRinging, {})).rows.map(({ id }) => id)).toContain(second.id);
      await agent.do(endCall, { callId: first.id });
      expect((await agent.do(answerCall, { callId: second.id })).state).toBe('answered');
    }),
  );

  test(
    'gives its number to the order of the agent who answered, and to nobody else',
    inCity(async ({ as, aCity }) => {
      await aCity();
      const number = inventedPhoneOf('order');
      const agent = as('agent');
      const { id } = await agent.do(ringDemoCall, { number });
      await agent.do(answerCall, { callId: id });
      expect(await agent.do(callOf, id)).toMatchObject({ id, number, dialledLine: '12345' });
      await expect(as('agent').do(callOf, id)).rejects.toMatchObject({
        code: 'telephony.no-such-call',
      });
    }),
  );
});

async function anOrderOf(
  ctx: Context,
  phone: string,
  { status, secrecy }: { status: orders.OrderBeginning; secrecy: 0 | 2 },
): Promise<string> {
  const orderId = ctx.newId();
  const place = { matterCode: '050101', areaCode: '350602000000' };
  const issueId = ctx.newId();
  await issues.openIssue(ctx, { id: issueId, ...place, isAsked: true });
  await orders.openOrder(ctx, {
    ...place,
    orderId,
    issueId,
    status,
    type: 'QZ',
    urgency: 'U3',
    secrecy,
    channel: 'phone',
    words: { title: '测试', content: '测试内容' },
    searchNames: [],
  });
  const requester = { kind: 'person', isSelf: true, tags: [], phone } as const;
  const { name } = inventedPerson(phone);
  await saveRequester(ctx, orderId, { ...requester, name, anonymous: secrecy === 2 }, null);
  return orderId;
}

describe('the card of a caller', () => {
  test(
    'shows name, open and earlier orders of the same number, and nothing anonymous',
    inCity(async (kit) => {
      await kit.aCity();
      const phone = inventedPhoneOf('returning');
      const make = (status: orders.OrderBeginning, secrecy: 0 | 2 = 0) =>
        kit.system.do(() => anOrderOf(kit.ctx, phone, { status, secrecy }), null);
      const open = await make('to-dispatch');
      const earlier = await make('answered');
      await make('to-dispatch', 2);
      await kit.system.do(
        () =>
          anOrderOf(kit.ctx, inventedPhoneOf('a stranger'), { status: 'to-dispatch', secrecy: 0 }),
        null,
      );
      const agent = kit.as('agent');
      const { id } = await agent.do(ringDemoCall, { number: `+86${phone}` });
      await agent.do(answerCall, { callId: id });
      const card = await agent.do(callerCard, { callId: id });
      expect(card.openOrders.map((order) => order.id)).toEqual([open]);
      expect(card.earlierOrders.map((order) => order.id)).toEqual([earlier]);
      expect(card.name).toBe(inventedPerson(phone).name);
      expect(card.callsIn30Days).toBe(1);
      expect(JSON.stringify(card)).not.toContain(phone);
    }),
  );

  test(
    'opens for the person on the call only',
    inCity(async ({ as, aCity }) => {
      await aCity();
      const agent = as('agent');
      const { id } = await agent.do(ringDemoCall, {});
      await expect(agent.do(callerCard, { callId: id })).rejects.toMatchObject({
        code: 'telephony.call-taken',
      });
      await agent.do(answerCall, { callId: id });
      await expect(as('agent').do(callerCard, { callId: id })).rejects.toMatchObject({
        code: 'telephony.call-taken',
      });
    }),
  );
});
