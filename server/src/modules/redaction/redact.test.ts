import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inventedPerson } from '../../demo/invented.ts';
import { countsOf, redact, withoutRemovals } from './index.ts';

const person = inventedPerson('redaction');
const phone = person.phone;
const of = (text: string): string => redact(text, {}).text;

describe('numbers', () => {
  const shapes = [
    phone,
    `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
    `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
    `+86 ${phone}`,
    phone.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    phone.replace(/\d/g, (digit) => '零幺二三四五六七八九'.charAt(Number(digit))),
    `${phone.slice(0, 3)}****${phone.slice(7)}`,
    `0596-2${phone.slice(3, 9)}`,
  ];
  test.each(shapes.map((shape) => [shape]))('a telephone number, however written', (shape) => {
    expect(of(`请打${shape}联系`)).toBe('请打〔电话〕联系');
  });

  test('identity number, plate, account, mail, messenger', () => {
    expect(of(`身份证${person.identityNumber}`)).toBe('身份证〔证件号〕');
    for (const plate of ['闽E·1A2B3', '闽ED12345', '新L1234学', '闽e1234a'])
      expect(of(`车牌${plate}乱停`), plate).toBe('车牌〔车牌〕乱停');
    const card = ['62', '0000', '1111', '2222', '333'];
    expect(of(`卡号${card[0]}12 ${card.slice(1).join(' ')}`)).toBe('卡号〔账号〕');
    expect(of('邮箱 some.body@example.com 收')).toBe('邮箱 〔邮箱〕 收');
    expect(of('微信号:some_body1')).toBe('微信号:〔社交账号〕');
  });

  test('short numbers of offices, sums, dates and roads stay', () => {
    for (const text of [
      '打12345和12315都没用',
      '2024年10月1日起每月涨50元',
      'G324国道K12+300处塌方',
      '12路公交车改道',
      '押金600000元不退',
    ])
      expect(of(text)).toBe(text);
  });
});

describe('homes', () => {
  test.each([
    ['住锦绣花园3栋2单元501室', '住锦绣花园〔住址〕'],
    ['家住丹霞路45号,楼下吵', '家住丹霞路〔住址〕,楼下吵'],
    ['丹霞路18号惠康家园4幢9单元404室漏水', '丹霞路〔住址〕惠康家园〔住址〕漏水'],
    ['桥头村3组12号门前积水', '桥头村〔住址〕门前积水'],
    ['锦绣花园12-3-1001没水', '锦绣花园〔住址〕没水'],
  ])('%s', (text, redacted) => {
    expect(of(text)).toBe(redacted);
  });

  test.each(['解放路12号的王记烧烤油烟大', '3号楼电梯坏了', '二楼漏水到一楼', '在1楼大厅排队'])(
    'a public place stays: %s',
    (text) => {
      expect(of(text)).toBe(text);
    },
  );
});

describe('names', () => {
  test.each([
    ['我叫张伟,要投诉', '我叫〔姓名〕,要投诉'],
    ['联系人:欧阳娜娜', '联系人:〔姓名〕'],
    ['李女士反映路灯不亮', '〔姓名〕女士反映路灯不亮'],
    ['村主任林建国不给办', '村主任〔姓名〕不给办'],
    ['找张局长反映没用', '找〔姓名〕局长反映没用'],
    ['阿依古丽·买买提反映停暖', '〔姓名〕反映停暖'],
    ['房东陈美玲不退押金', '房东〔姓名〕不退押金'],
  ])('%s', (text, redacted) => {
    expect(of(text)).toBe(redacted);
  });

  test.each([
    '向老师反映也没用',
    '和平路路灯不亮,高峰期堵车',
    '白天施工晚上也施工',
    '黄金周人多,马路不平',
    '张家村的水塔漏水',
    '王记烧烤油烟大',
  ])('nobody is named: %s', (text) => {
    expect(of(text)).toBe(text);
  });

  test('whom the order knows is found whole and in part', () => {
    const known = { names: ['佘罔市'], phones: [phone] };
    const text = `佘罔市的电话尾号${phone.slice(-4)},佘女士在家,罔市说`;
    expect(redact(text, { known }).text).toBe(
      '〔姓名〕的电话尾号〔电话〕,〔姓名〕女士在家,〔姓名〕说',
    );
  });
});

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    '张伟',
    '李女士',
    '我叫',
    '住',
    '3栋',
    '2单元',
    '501室',
    '12号',
    '胜利路',
    phone,
    person.identityNumber,
    '闽E12345',
    '〔姓名〕',
    '〔',
    '一二三四五六七',
    '😀',
    ' ',
    '\n',
    '。',
    '12-3-1001',
    'a@b.cn',
    '微信',
    '阿依古丽',
    '1',
    '·',
    '-',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')),
  );

  test('the same again changes nothing, no long number survives, and nothing grows beyond its placeholders', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { text: once, removals } = redact(text, {});
        expect(redact(once, {}).text).toBe(once);
        expect(once).not.toMatch(/\d{7,}/);
        expect(once.length).toBeLessThanOrEqual(text.length + removals.length * 6);
        expect(withoutRemovals(text, removals)).toBe(once);
        expect(Object.values(countsOf(removals)).reduce((a, b) => a + b, 0)).toBe(removals.length);
      }),
      { numRuns: 120 },
    );
  });

  test('a wall of anything is quick', () => {
    for (const wall of ['1', '路', '张', '😀', '阿依', '1栋2单元', 'a@', '\n'])
      expect(of(wall.repeat(20_000 / wall.length))).not.toMatch(/\d{7,}/);
  });
});
