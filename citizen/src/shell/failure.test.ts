import { expect, test } from 'vitest';
import { isLasting, Refused } from './failure.ts';

test('a session that ran out, a busy server and a fault are no final answer; a rule is', () => {
  const of = (status: number) => isLasting(new Refused('a.code', status, '一句话'));
  expect([401, 429, 500, 503].map(of)).toEqual([false, false, false, false]);
  expect([403, 404, 409, 422].map(of)).toEqual([true, true, true, true]);
});
