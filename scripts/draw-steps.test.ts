import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { architecturePage, withDrawings } from './architecture-page.ts';
import { stateDiagram } from './step-drawing.ts';

const page = readFileSync(join(import.meta.dirname, '..', architecturePage), 'utf8');

test('the drawings of docs/architecture.md are up to date', () => {
  expect(withDrawings(page)).toBe(page);
});

test('a changed table would show', () => {
  const changed = page.replace('to_dispatch --> in_progress : dispatch', 'to_dispatch --> closed');
  expect(changed).not.toBe(page);
  expect(withDrawings(changed)).toBe(page);
  expect(() => withDrawings('a page without places')).toThrow('No place');
});

test('two steps between the same states share an arrow, and what nothing leaves is final', () => {
  const drawing = stateDiagram({
    beginnings: [{ to: 'a-b', event: 'x.begun' }],
    steps: {
      one: { from: ['a-b'], to: 'c', event: 'x.done' },
      two: { from: ['a-b'], to: 'c', event: 'x.forced' },
    },
    labels: { 'a-b': '甲', c: '乙' },
  });
  expect(drawing).toContain('[*] --> a_b : x.begun');
  expect(drawing).toContain('a_b --> c : one / two');
  expect(drawing).toContain('c --> [*]');
  expect(drawing).toContain('state "甲 a-b" as a_b');
});
