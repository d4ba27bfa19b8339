import { expect, test } from 'vitest';
import { firstWaiting } from './first-waiting.ts';

const rest = ['unit-working', 'unit-sign-off'] as const;
const opens = (counts: Record<string, number>) =>
  firstWaiting('unit-sent', rest, (name) => counts[name] ?? null);

test('a desk opens on the first list in which something waits', () => {
  expect(opens({ 'unit-sent': 2, 'unit-working': 5 })).toBe('unit-sent');
  expect(opens({ 'unit-sent': 0, 'unit-working': 5 })).toBe('unit-working');
  expect(opens({ 'unit-sent': 0, 'unit-working': 0, 'unit-sign-off': 1 })).toBe('unit-sign-off');
});

test('while the counters are unknown, or nothing waits, it opens on its first list', () => {
  expect(opens({})).toBe('unit-sent');
  expect(opens({ 'unit-sent': 0, 'unit-working': 0, 'unit-sign-off': 0 })).toBe('unit-sent');
});
