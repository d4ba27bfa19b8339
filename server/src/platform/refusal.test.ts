import { expect, test } from 'vitest';
import { all, allowed, allowIf, any, demand, forbidden, Refusal, refuseUnless } from './refusal.ts';

const no = forbidden('identity.not-permitted');
const otherNo = forbidden('identity.outsourced', { role: '审核员' });

test('all: the first no is the reason; any: one yes is enough', () => {
  expect(all(allowed, otherNo, no)).toBe(otherNo);
  expect(all()).toBe(allowed);
  expect(any(no, allowed)).toBe(allowed);
  expect(any(no, otherNo)).toBe(otherNo);
  expect(allowIf(false, 'identity.not-permitted')).toEqual(no);
});

test('demand throws the refusal with its facts', () => {
  demand(allowed);
  expect(() => demand(otherNo)).toThrow(Refusal);
  expect(() => refuseUnless(null, 'platform.not-found')).toThrow('platform.not-found');
  try {
    demand(otherNo);
  } catch (error) {
    expect(error).toMatchObject({ code: 'identity.outsourced', facts: { role: '审核员' } });
  }
});
