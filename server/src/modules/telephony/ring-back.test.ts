import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { historyOf } from '../../platform/events.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { leaveMissed, listMissed, ringBack, sayOutcome } from './ring-back.ts';
import { ringDemoCall, startManualCall } from './start-call.ts';
import { answerCall, endCall, listOwnCalls } from './talk.ts';

const later = async (kit: Kit, seconds: number) => {
  await kit.travelTo(new Date(kit.clock.now().getTime() + seconds * 1000));
  await kit.drain();
};
/** Rings for a minute, and nobody answers. */
async function missedBy(kit: Kit, who: string): Promise<string> {
  const { id } = await kit.as('agent').do(ringDemoCall, { number: inventedPhoneOf(who) });
  await later(kit, 60);
  return id;
}
const missed = async (kit: Kit) => (await kit.as('agent').do(listMissed, undefined)).rows;

describe('a call nobody answered', () => {
  test(
    'stands in the list newest first, one row a number, with its tries and its limit',
    inCity(async (kit) => {
      const first = kit.clock.now();
      await missedBy(kit, 'once');
      await missedBy(kit, 'twice');
      const latest = await missedBy(kit, 'twice');
      const rows = await missed(kit);
      expect(rows).toMatchObject([
        { call: { id: latest, state: 'missed' }, tries: 2, attempts: 0, isBeingRung: false },
        { tries: 1, dueAt: new Date(first.getTime() + 31 * 60_000).toISOString() },
      ]);
      expect(rows[0]?.call.maskedNumber).toMatch(/^154\*{4}\d{4}$/);
      expect(JSON.stringify(rows)).not.toContain(inventedPhoneOf('twice'));
    }),
  );

  test(
    'leaves once its number is reached, and the talk is the agent’s own call',
    inCity(async (kit) => {
      const agent = kit.as('agent');
      await missedBy(kit, 'reached');
      const callId = await missedBy(kit, 'reached');
      const made = await agent.do(ringBack, { callId });
      expect(made).toMatchObject({ state: 'dialling', direction: 'out', numberToDial: null });
      expect(await missed(kit)).toMatchObject([{ isBeingRung: true, attempts: 1 }]);
      await later(kit, 4);
      expect(await missed(kit)).toEqual([]);
      const own = await agent.do(listOwnCalls, undefined);
      expect(own.rows).toMatchObject([{ id: made.id, state: 'answered' }]);
      const told = await historyOf(kit.ctx, { kind: 'call', id: callId }, kit.clock.now());
      expect(told.at(-1)).toMatchObject({
        type: 'telephony.returned',
        data: { how: 'reached', by: made.id },
      });
      await agent.do(endCall, { callId: made.id });
      expect((await agent.do(listOwnCalls, undefined)).rows).toEqual([]);
    }),
  );

  test(
    'leaves when the same caller rings again and is answered',
    inCity(async (kit) => {
      await missedBy(kit, 'again');
      const agent = kit.as('agent');
      const { id } = await agent.do(ringDemoCall, { number: inventedPhoneOf('again') });
      expect(await missed(kit)).toHaveLength(1);
      await agent.do(answerCall, { callId: id });
      expect(await missed(kit)).toEqual([]);
      await expect(agent.do(ringBack, { callId: id })).rejects.toMatchObject({
        code: 'telephony.still-talking',
      });
    }),
  );

  test(
    'is rung back by one agent at a time, and by none after it was returned',
    inCity(async (kit) => {
      const callId = await missedBy(kit, 'both');
      const second = kit.as('agent');
      await kit.as('agent').do(ringBack, { callId });
      await expect(second.do(ringBack, { callId })).rejects.toMatchObject({
        code: 'telephony.being-rung',
      });
      await expect(second.do(leaveMissed, { callId, how: 'otherwise' })).rejects.toMatchObject({
        code: 'telephony.being-rung',
      });
      await later(kit, 4);
      await expect(second.do(ringBack, { callId })).rejects.toMatchObject({
        code: 'telephony.already-returned',
      });
    }),
  );
});

describe('dialled by hand', () => {
  test(
    'the number is shown to whoever dials it, as long as they do; the agent says what became of it',
    inCity(async (kit) => {
      const agent = kit.as('agent');
      const number = inventedPhoneOf('by hand');
      const callId = await missedBy(kit, 'by hand');
      const made = await agent.do(ringBack, { callId, driver: 'manual' });
      expect(made).toMatchObject({ driver: 'manual', numberToDial: number });
      expect((await agent.do(listOwnCalls, undefined)).rows).toMatchObject([
        { id: made.id, numberToDial: number },
      ]);
      const said = { callId: made.id, outcome: 'no-answer' as const };
      await expect(kit.as('agent').do(sayOutcome, said)).rejects.toMatchObject({
        code: 'telephony.call-taken',
      });
      expect(await agent.do(sayOutcome, said)).toMatchObject({
        state: 'unreached',
        cause: 'no-answer',
        numberToDial: null,
      });
      expect(await missed(kit)).toMatchObject([
        { call: { id: callId }, attempts: 1, lastCause: 'no-answer', isBeingRung: false },
      ]);
      const again = await agent.do(ringBack, { callId, driver: 'manual' });
      await agent.do(sayOutcome, { callId: again.id, outcome: 'reached' });
      expect(await missed(kit)).toEqual([]);
    }),
  );

  test(
    'and forgotten, the next agent may ring after ten minutes',
    inCity(async (kit) => {
      const callId = await missedBy(kit, 'forgotten');
      await kit.as('agent').do(ringBack, { callId, driver: 'manual' });
      await later(kit, 10 * 60);
      expect(await missed(kit)).toMatchObject([{ isBeingRung: false, lastCause: 'cancelled' }]);
      await kit.as('agent').do(ringBack, { callId });
    }),
  );

  test(
    'what the switchboard dials, it knows itself; the agent may hang up',
    inCity(async (kit) => {
      const agent = kit.as('agent');
      const callId = await missedBy(kit, 'by the sim');
      const made = await agent.do(ringBack, { callId });
      await expect(
        agent.do(sayOutcome, { callId: made.id, outcome: 'reached' }),
      ).rejects.toMatchObject({ code: 'telephony.driver-says' });
      expect(await agent.do(endCall, { callId: made.id })).toMatchObject({ state: 'unreached' });
      await later(kit, 4);
      expect(await missed(kit)).toMatchObject([{ attempts: 1, lastCause: 'cancelled' }]);
    }),
  );
});

test(
  'a number is given up only after it was rung; settled another way it leaves at once',
  inCity(async (kit) => {
    const agent = kit.as('agent');
    const callId = await missedBy(kit, 'in vain');
    await expect(agent.do(leaveMissed, { callId, how: 'given-up' })).rejects.toMatchObject({
      code: 'telephony.not-rung-yet',
    });
    const { id } = await agent.do(ringBack, { callId, driver: 'manual' });
    await agent.do(sayOutcome, { callId: id, outcome: 'unreachable' });
    await agent.do(leaveMissed, { callId, how: 'given-up' });
    expect(await missed(kit)).toEqual([]);

    const other = await missedBy(kit, 'met in the hall');
    await agent.do(leaveMissed, { callId: other, how: 'otherwise' });
    expect(await missed(kit)).toEqual([]);
  }),
);

test(
  'a talk whose browser is gone is still the agent’s to end, and ends by itself after four hours',
  inCity(async (kit) => {
    const agent = kit.as('agent');
    const call = await agent.do(startManualCall, { number: inventedPhoneOf('lost') });
    expect((await agent.do(listOwnCalls, undefined)).rows).toMatchObject([{ id: call.id }]);
    expect((await kit.as('agent').do(listOwnCalls, undefined)).rows).toEqual([]);
    await later(kit, 4 * 60 * 60);
    expect((await agent.do(listOwnCalls, undefined)).rows).toEqual([]);
  }),
);
