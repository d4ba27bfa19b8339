import { expect, test } from 'vitest';
import { telephones } from './telephones.ts';

const at = new Date('2026-03-02T01:00:00Z');
const { sim, manual } = telephones((seed) => `number of ${seed}`);
const call = { callId: 'c1', at, number: 'n', dialledLine: '12345' };

test('the sim rings, and a caller without patience gives up at her own instant', () => {
  expect(sim.begin(call).map(({ type }) => type)).toEqual(['offered', 'queued']);
  const impatient = sim.begin({ ...call, script: { givesUpAfterSeconds: 45 } });
  expect(impatient.map(({ type }) => type)).toEqual(['offered', 'queued', 'abandoned']);
  expect(impatient.at(-1)?.at).toEqual(new Date('2026-03-02T01:00:45Z'));
});

test('who rings without a name is invented from the seed', () => {
  expect(sim.inventedNumber('c1')).toBe('number of c1');
});

const outgoing = { ...call, agentId: 'a1' };

test('whom the sim rings picks up after some seconds, or by script does not', () => {
  expect(sim.dial(outgoing)).toMatchObject([
    { type: 'dialled', driver: 'sim', agentId: 'a1' },
    { type: 'reached', at: new Date('2026-03-02T01:00:04Z') },
  ]);
  expect(sim.dial({ ...outgoing, answer: { unreached: 'busy' } })).toMatchObject([
    { type: 'dialled' },
    { type: 'unreached', cause: 'busy', at: new Date('2026-03-02T01:00:30Z') },
  ]);
});

test('dialled by hand, what becomes of it is the agent’s to say', () => {
  expect(manual.capabilities.dials).toBe(false);
  expect(manual.dial(outgoing).map(({ type }) => type)).toEqual(['dialled']);
});

test('the other line of a call that is put through joins within five seconds, or by script does not', () => {
  const leg = { callId: 'c1', legId: 'l1', at, number: '110', orderId: 'o1' };
  expect(sim.putThrough(leg)).toMatchObject([
    { type: 'put-through', orderId: 'o1' },
    { type: 'joined', legId: 'l1', at: new Date('2026-03-02T01:00:04Z') },
  ]);
  expect(sim.putThrough({ ...leg, answer: { unreached: 'busy' } })).toMatchObject([
    { type: 'put-through' },
    { type: 'not-joined', cause: 'busy' },
  ]);
  expect(manual.putThrough(leg).map(({ type }) => type)).toEqual(['put-through']);
});

test('a call written down by hand is answered as it begins, and rings nobody', () => {
  const [offered, answered] = manual.begin({ ...call, agentId: 'a1' });
  expect(offered).toMatchObject({ type: 'offered', driver: 'manual', number: 'n' });
  expect(answered).toMatchObject({ type: 'answered', agentId: 'a1' });
  expect(manual.capabilities.rings).toBe(false);
});
