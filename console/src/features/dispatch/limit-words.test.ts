import { expect, test } from 'vitest';
import { limitWords } from './limit-words.ts';

test.each([
  ['{"kind":"natural-minutes","minutes":30}', '30 分钟'],
  ['{"kind":"working-minutes","minutes":120}', '办公时间 2 小时'],
  ['{"kind":"working-days","days":5}', '5 个工作日'],
  ['null', '不限'],
  ['当天', '当天'],
])('%s is said as %s', (text, words) => {
  expect(limitWords(text)).toBe(words);
});
