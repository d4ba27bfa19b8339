import { afterAll, describe, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

const rule = (...cells: string[]) =>
  city.complaintsWith(
    'hami/notice-rules.tsv',
    `message\taudience\turgency\tchannels\treaders\n${cells.join('\t')}\n`,
  );

describe('a rule of notices', () => {
  test('of the city replaces the common one', () => {
    expect(rule('overdue', 'unit', 'ordinary', 'inbox;mail', 'workers')).toEqual([]);
  });

  test('that sends what people of the public get to a group chat, or a code to a screen, is told', () => {
    expect(rule('closed', 'requester', 'calm', 'sms;robot', '')).toEqual([
      'cities/hami/notice-rules.tsv:2 诉求人只收短信',
    ]);
    expect(rule('front-line-link', 'unit', 'ordinary', 'sms;inbox', 'workers')).toEqual([
      'cities/hami/notice-rules.tsv:2 含链接或口令的通知只走短信',
    ]);
  });

  test('of a message nobody sends, by a way or to a reader nobody knows, is told', () => {
    expect(rule('overdoo', 'unit', 'ordinary', 'sms', '')).toEqual([
      'cities/hami/notice-rules.tsv:2 没有名为 overdoo 的通知',
    ]);
    expect(rule('overdue', 'unit', 'ordinary', 'fax', '')).toHaveLength(1);
    expect(rule('overdue', 'unit', 'ordinary', 'inbox', 'chief')).toHaveLength(1);
    expect(rule('overdue', 'unit', 'ordinary', 'inbox', '')).toHaveLength(1);
    expect(rule('duty-call', 'unit', 'ordinary', 'sms', '')).toHaveLength(1);
  });
});

test('hours that end without a beginning, and more in an hour than in a day, are told', () => {
  const hours = (...cells: string[]) =>
    city.complaintsAbout('common/notice-hours.tsv', ['call', 'unit', 'ordinary', ...cells]);
  expect(hours('21:30', '', '', '')).toHaveLength(1);
  expect(hours('', '', '9', '3')).toHaveLength(1);
  expect(hours('', '', '0', '3')).toHaveLength(1);
  expect(hours('21:30', '07:30', '3', '9')).toEqual([]);
});

test('a wording for one way, or from a day on, is of a message we know, a way and a day there are', () => {
  const own = (name: string) =>
    city.complaintsWith('hami/messages.json', `{ "${name}": "工单{order_no}已超时。" }`);
  expect(own('overdue@mail')).toEqual([]);
  expect(own('overdue@fax')).toHaveLength(1);
  expect(own('overdoo@mail')).toHaveLength(1);
  expect(own('overdue@mail#2027-01-01')).toEqual([]);
  expect(own('overdue#2027-13-01')).toHaveLength(1);
});
