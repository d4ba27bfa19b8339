import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StoredEvent, seal, verifyChain } from './chain.ts';
import { canonicalJson, type Json } from './json.ts';

const at = new Date('2026-03-02T01:00:00Z');

function chainOf(length: number): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const unsealed = {
      kind: 'order',
      id: '01900000-0000-7000-8000-000000000000',
      seq,
      at,
      type: 'orders.note-added',
      actorKind: 'staff',
      actorId: null,
      unitCode: '350600.zjj',
      data: { textNo: seq },
    } as const;
    events.push(seal(unsealed, events.at(-1)?.hash ?? null));
  }
  return events;
}

test('an untouched chain verifies', () => {
  expect(verifyChain(chainOf(5))).toEqual({ ok: true });
  expect(verifyChain([])).toEqual({ ok: true });
});

test('a changed, missing, swapped or re-attributed event is found where it happened', () => {
  const events = chainOf(5);
  const third = events[2];
  const fourth = events[3];
  if (!third || !fourth) throw new Error('unreachable');
  const changed = events.with(2, { ...third, data: { textNo: 99 } });
  expect(verifyChain(changed)).toEqual({ ok: false, seq: 3 });
  expect(
    verifyChain(events.with(2, { ...third, actorId: '01900000-0000-7000-8000-000000000001' })),
  ).toEqual({
    ok: false,
    seq: 3,
  });
  expect(verifyChain(events.toSpliced(1, 1))).toEqual({ ok: false, seq: 3 });
  expect(verifyChain(events.with(2, fourth).with(3, third))).toEqual({ ok: false, seq: 4 });
  const resealed = events.with(2, seal({ ...third, data: { textNo: 99 } }, third.prevHash));
  expect(verifyChain(resealed)).toEqual({ ok: false, seq: 4 });
});

test('canonical JSON is the same for equal values in any order of keys, and different for different ones', () => {
  const value = fc.json().map((text): Json => JSON.parse(text));
  fc.assert(
    fc.property(value, (json) => {
      const text = canonicalJson(shuffled(json));
      expect(text).toBe(canonicalJson(json));
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)));
    }),
  );
});

function shuffled(value: Json): Json {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}
