import { afterAll, describe, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

describe('limits', () => {
  const limit = (over: Partial<Record<string, string>>) => [
    over.code ?? 'X1',
    '某类',
    over.signIn ?? '1wd',
    '',
    '1wd',
    '',
    '',
    over.handle ?? '5wd',
    over.stageReport ?? '',
    over.extension ?? '5wd',
    over.max ?? '1',
    over.by ?? 'centre',
    '',
    '',
  ];
  test.each([
    ['a class twice', limit({ code: 'N5' }), '重复'],
    ['no limit for the handling', limit({ handle: '' }), '缺少办理时限'],
    ['an extension nobody grants', limit({ by: 'none' }), '延期时长、次数、审批人三项不一致'],
    ['a sign-in after the end', limit({ signIn: '9wd' }), '签收、首次联系或阶段报告晚于办结'],
    ['a stage report after the end', limit({ stageReport: '9wd' }), '阶段报告晚于办结'],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('common/limits.tsv', row).join()).toContain(reason);
  });

  test.each([
    [
      'an unknown area',
      ['x', '', '0701', '', '', '659999', 'N5', '', '', ''],
      '区划 659999 不存在',
    ],
    ['half a code', ['x', '', '0701', '', '', '6505', 'N5', '', '', ''], 'area'],
    [
      'the whole city as its area',
      ['x', '', '0701', '', '', '650500000000', 'N5', '', '', ''],
      '区域是全市,请留空',
    ],
    ['an unknown class', ['x', '', '0701', '', '', '', 'N7', '', '', ''], '时限类别 N7 不存在'],
    ['an unknown matter', ['x', '', '9901', '', '', '', 'N5', '', '', ''], '事项 9901 不存在'],
    ['the same condition twice', ['x', 'U1', '', '', '', '', 'E2', '', '', ''], '重复'],
    ['a class without a clock', ['x', 'U3', '0701', '', '', '', 'N0', '', '', ''], 'N0 类没有时限'],
    [
      'a matter that has its own class',
      ['x', '', '070101', '', '', '', 'N5', '', '', ''],
      '只写事项 070101 的规则用不上',
    ],
    [
      'an end before its beginning',
      ['x', 'U3', '0701', '', '', '', 'N5', '', '2026-01-01', '2025-01-01'],
      '失效日期早于生效日期',
    ],
  ])('a rule with %s', (_, row, reason) => {
    expect(city.complaintsAbout('common/limit-rules.tsv', row).join()).toContain(reason);
  });

  test('a rule of a township stands beside the county’s; written in full it is the same township', () => {
    const rule = (id: string, area: string) =>
      [id, '', '0701', '', '', area, 'N5', '', '', ''].join('\t');
    const said = (...rows: string[]) =>
      city.complaintsAfter('common/limit-rules.tsv', (content) =>
        [content.replace(/\n$/, ''), ...rows, ''].join('\n'),
      );
    expect(said(rule('x', '650502'), rule('y', '650502001'))).toEqual([]);
    expect(said(rule('x', '650502001'), rule('y', '650502001000')).join()).toContain('重复');
  });

  test('a table from before there were areas holds as it is', () => {
    const said = city.complaintsAfter('common/limit-rules.tsv', (content) =>
      content
        .split('\n')
        .map((line) => (line.startsWith('#') ? line : line.split('\t').toSpliced(5, 1).join('\t')))
        .join('\n'),
    );
    expect(said).toEqual([]);
  });

  test('a statutory limit on an unknown matter', () => {
    const row = ['x', '9901', '', '某阶段', '5wd', '', '某法', 'unverified'];
    expect(city.complaintsAbout('common/statutory-limits.tsv', row)).toEqual(['事项 9901 不存在']);
  });

  test('a statutory limit lengthened in another measure', () => {
    const row = ['x', '0701', '', '某阶段', '5wd', '30min', '某法', 'unverified'];
    expect(city.complaintsAbout('common/statutory-limits.tsv', row)).toEqual([
      '延长期限与时限的单位不同',
    ]);
  });

  test('no rule left for an order that no other fits', () => {
    const said = city.complaintsAfter('common/limit-rules.tsv', (content) =>
      content.replace(/^general\t.*\n/m, ''),
    );
    expect(said).toEqual(['cities/common/limit-rules.tsv:3 缺少一条什么都不写、始终有效的规则']);
  });

  test('a step of the centre is missing', () => {
    const said = city.complaintsAfter('common/centre-limits.tsv', (content) =>
      content.replace(/^call-back\t.*\n/m, ''),
    );
    expect(said.join()).toContain('缺少中心时限 call-back');
  });
});

describe('calendar', () => {
  test.each([
    ['a day twice', ['2025-06-06', 'off', '某节', '某通知'], '重复'],
    ['a make-up day on a working day', ['2026-03-04', 'work', '补班', '某通知'], '本是工作日'],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('hami/calendar.tsv', row).join()).toContain(reason);
  });

  test('a year without its notice', () => {
    const said = city.complaintsAfter('common/calendar/national.tsv', (content) =>
      content.replace(/^2024-.*\n/gm, ''),
    );
    expect(said.join()).toContain('2024 年只有');
  });

  test('hours that run backwards, and a season nobody covers', () => {
    const backwards = city.complaintsAfter('hami/office-hours.json', (content) =>
      content.replace('"15:30"', '"13:30"'),
    );
    expect(backwards).toEqual(['cities/hami/office-hours.json:2 办公时间倒置或重叠']);
    const open = city.complaintsAfter('hami/office-hours.json', (content) =>
      content.replace('"05-01"', '"05-03"'),
    );
    expect(open).toEqual(['cities/hami/office-hours.json:2 05-01 没有办公时间']);
  });
});

describe('merged lines', () => {
  const line = (number: string, owner: string) => [
    number,
    '某热线',
    owner,
    'whole',
    '2021-01-27',
    'live',
    'invented',
  ];
  test.each([
    ['a number twice', line('12315', '650500.scjg'), '重复'],
    ['not a short code', line('0902123', '650500.scjg'), '不是公共短号'],
    ['an owner that does not exist', line('12999', '650500.gone'), '单位 650500.gone 不存在'],
    ['a village as owner', line('12999', '650522102'), '不能主管热线'],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('hami/lines.tsv', row).join()).toContain(reason);
  });
});
