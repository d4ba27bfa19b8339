import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderNoIn, readRating } from './read-rating.ts';

const neutral = { solved: 'solved', processRating: 'satisfied', resultRating: 'basically' };

describe('a rating by SMS', () => {
  test.each([
    '1 2 3',
    '123',
    '1,2,3',
    '1、2、3。',
    '\uff11\uff12\uff13',
    '①②③',
    '350600-20260302-000001 1 2 3',
    '1 2 3 35060020260302000001',
    '1已解决 2满意 3基本满意',
    '已解决,满意,基本满意',
  ])('%s says three things apart', (text) => {
    expect(readRating(text)).toEqual({ ...neutral, reason: '' });
  });

  test('a reason may follow', () => {
    expect(readRating('3 4 5,路灯还是不亮')).toEqual({
      solved: 'not-solved',
      processRating: 'dissatisfied',
      resultRating: 'very-dissatisfied',
      reason: '路灯还是不亮',
    });
  });

  test.each([
    ['one answer leaves two open', '1'],
    ['two leave one open', '1 2'],
    ['four are one too many', '1 2 3 4'],
    ['there is no fourth way to be solved', '4 1 1'],
    ['there is no sixth way to be content', '1 6 1'],
    ['a digit and a word that disagree', '1未解决 2 3'],
    ['the number of a bus', '123路公交还是不来'],
    ['thanks', '谢谢你们'],
    ['one word for three questions', '满意'],
    ['nothing', '  '],
  ])('%s: no rating', (_, text) => {
    expect(readRating(text)).toBeNull();
  });

  test('whatever is written, nobody is satisfied without three answers', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2 }), (text) => {
        expect(readRating(text)).toBeNull();
      }),
    );
  });
});

test.each([
  ['工单350600-20260302-000001:1 2 3', '350600-20260302-000001'],
  ['35060020260302000001', '350600-20260302-000001'],
  ['12345', null],
])('the order number in %s', (text, no) => {
  expect(orderNoIn(text)).toBe(no);
});
