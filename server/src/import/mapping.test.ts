import { officialZone } from '@minsheng/contract/words/zone.ts';
import { expect, test } from 'vitest';
import { instantOf, readMapping, readRow } from './mapping.ts';

const generic = readMapping('generic');
const at = { zone: officialZone, now: new Date('2026-03-02T01:00:00Z') };

test('a row in a foreign file’s words becomes ours', () => {
  const row = {
    编号: 'A1',
    诉求内容: '路口的路灯坏了三天',
    受理时间: '2017/3/5 8:07',
    区域: '芗城区',
    诉求类型: '求助类',
  };
  expect(readRow(row, generic, at)).toMatchObject({
    content: '路口的路灯坏了三天',
    acceptedAt: new Date('2017-03-05T00:07:00Z'),
    type: 'QZ',
    externalId: 'A1',
    address: '芗城区',
  });
});

test('a row without words or with no time is named with its reason', () => {
  expect(readRow({ 诉求内容: '短' }, generic, at)).toEqual({ reason: '没有诉求内容' });
  expect(readRow({ 诉求内容: '路灯坏了很久', 受理时间: '昨天' }, generic, at)).toEqual({
    reason: '受理时间无法识别:昨天',
  });
  for (const 受理时间 of ['1969-05-01', '2026-03-03'])
    expect(readRow({ 诉求内容: '路灯坏了很久', 受理时间 }, generic, at)).toMatchObject({
      reason: expect.stringContaining('不在 2000 年至今之间'),
    });
  expect(readRow({ 诉求内容: '路灯\0坏了很久' }, generic, at)).toEqual({
    reason: '含有无法保存的字符',
  });
});

test('times are read in the forms people write', () => {
  for (const text of [
    '2020-01-02 03:04:05',
    '2020/1/2 3:04:05',
    '2020年1月2日 03:04:05',
    '2020-01-02T03:04:05',
  ]) {
    expect(instantOf(text, officialZone)).toEqual(new Date('2020-01-01T19:04:05Z'));
  }
  for (const text of ['2020-13-40', '2020-02-30', '2020-01-02 24:10', '2020-01-02 03:61']) {
    expect(instantOf(text, officialZone)).toBeNull();
  }
});

test('an unknown mapping is refused with the names there are', () => {
  expect(() => readMapping('nothing')).toThrow(/generic/);
  expect(() => readMapping('../secret')).toThrow(/generic/);
});
