import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, newId } from './ids.ts';

const anInstant = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });

test('an id gives its instant back and says version 7', () => {
  fc.assert(
    fc.property(anInstant, (at) => {
      const id = newId(at);
      expect(instantOf(id)).toEqual(at);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
  );
});

test('ids of one millisecond sort in the order they were made', () => {
  const at = new Date('2026-03-02T01:00:00Z');
  const ids = Array.from({ length: 5000 }, () => newId(at));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a later instant sorts after an earlier one', () => {
  fc.assert(
    fc.property(anInstant, anInstant, (a, b) => {
      fc.pre(a.getTime() < b.getTime());
      expect(newId(a) < newId(b)).toBe(true);
    }),
  );
});
