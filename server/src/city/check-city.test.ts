import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { checkCity } from './check-city.ts';
import { plantedCity } from './planted-city.ts';
import { readCity } from './read-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

describe('the city itself', () => {
  const changed = (file: string, from: string, to: string) =>
    city.complaintsAfter(file, (content) => content.replace(from, to));

  test.each([
    ['a code that is not its root unit’s', '"code": "650500"', '"code": "650400"', '应一致'],
    ['a code of no division', '"code": "650500"', '"code": "650599"', '区划 650599 不存在'],
    [
      'an examination that ends before it begins',
      '2024-06-10',
      '2024-06-01',
      '失效日期早于生效日期',
    ],
  ])('%s', (_, from, to, reason) => {
    const said = changed('hami/city.json', from, to);
    expect(said.join()).toContain(reason);
    expect(said.every((complaint) => complaint.startsWith('cities/hami/city.json:1 '))).toBe(true);
  });

  test.each([
    ['nowhere', '650502.zjj', '650502.gone', '单位 650502.gone 不存在'],
    ['on another level', '650502001002', '650502002', '演示单位 650502002 不是该县之内的 village'],
    ['in another county', '650502.zjj', '650522.zjj', '演示单位 650522.zjj 不是该县之内的'],
  ])('a demo person who sits %s', (_, from, to, reason) => {
    const said = changed('hami/demo.json', from, to);
    expect(said.join()).toContain(`cities/hami/demo.json:1 ${reason}`);
  });
});

const area = (over: Partial<Record<'code' | 'parent' | 'level' | 'lng' | 'lat', string>>) => [
  over.code ?? '650522102999',
  over.parent ?? '650522102000',
  '某村委会',
  over.level ?? 'village',
  over.lng ?? '',
  over.lat ?? '',
];

describe('divisions', () => {
  test.each([
    [
      'the same code twice',
      area({ code: '650522100000', parent: '650522000000', level: 'town' }),
      '重复',
    ],
    ['a code of another city', area({ code: '350626100001' }), '不属于本市'],
    [
      'a code that is not of its level',
      area({ level: 'town', parent: '650522000000' }),
      '不是 town 级的代码',
    ],
    ['an unknown parent', area({ parent: '650522999000' }), '区划 650522999000 不存在'],
    ['a parent two levels up', area({ parent: '650522000000' }), '不是高一级的区划'],
    ['a parent elsewhere', area({ parent: '650522100000' }), '不在 650522100000 之下'],
    ['half a coordinate', area({ lng: '93.5' }), '经纬度只有一半'],
    ['a coordinate abroad', area({ lng: '12.5', lat: '41.9' }), '坐标不在中国境内'],
    ['a place without unit', area({}), '区划 650522102999 没有承办单位'],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('hami/areas.tsv', row).join()).toContain(reason);
  });

  test.each([
    ['an alias twice', ['铁路8街', '650502000000', 'place', '', '', 'seed'], '重复'],
    [
      'an alias nowhere',
      ['某街', '650599000000', 'place', '', '', 'invented'],
      '区划 650599000000 不存在',
    ],
    [
      'an alias of no unit',
      ['某街', '650502000000', 'place', '650500.nobody', '', 'invented'],
      '单位 650500.nobody 不存在',
    ],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('hami/aliases.tsv', row).join()).toContain(reason);
  });
});

const unit = (
  over: Partial<Record<'code' | 'kind' | 'parent' | 'line' | 'area' | 'takes', string>>,
) => [
  over.code ?? '650500.new',
  '某单位',
  '某单位',
  over.kind ?? 'department',
  over.parent ?? '650500',
  over.line ?? '',
  over.area ?? '650500000000',
  over.takes ?? 'no',
  '',
  'invented',
];

describe('units', () => {
  test.each([
    ['the same code twice', unit({ code: '650500.zjj' }), '重复'],
    ['a second root', unit({ parent: '' }), '缺少上级单位'],
    ['an unknown parent', unit({ parent: '650599' }), '单位 650599 不存在'],
    [
      'a department under a village',
      unit({ parent: '650522102' }),
      'department 的上级不应是 township',
    ],
    ['an unknown line', unit({ line: '650500.gone' }), '单位 650500.gone 不存在'],
    [
      'a county department on no line',
      unit({ code: '650599.zjj', kind: 'county-department', parent: '650522' }),
      '缺少条上的上级 650500.zjj',
    ],
    [
      'a county department on another line',
      unit({ code: '650599.zjj', kind: 'county-department', parent: '650522', line: '650500.rsj' }),
      '应为 650500.zjj',
    ],
    ['an unknown area', unit({ area: '650599000000' }), '区划 650599000000 不存在'],
    [
      'a township of another area',
      unit({ code: '650522199', kind: 'township', parent: '650522', area: '650522100000' }),
      '与区划 650522100000 不符',
    ],
    ['orders but nobody on duty', unit({ takes: 'yes' }), '第 1 顺位有无人值班的时段'],
    [
      'itself as parent',
      unit({ code: '650500.new', kind: 'team', parent: '650500.new' }),
      'parent 成环',
    ],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('hami/units.tsv', row).join()).toContain(reason);
  });

  test('a hotline centre is missing', () => {
    const said = city.complaintsAfter('hami/city.json', (content) =>
      content.replace('650500.zx', '650500.zjj'),
    );
    expect(said).toContain('cities/hami/city.json:1 根单位或热线中心不在单位表中');
  });

  test('too few departments and enterprises', () => {
    const said = city.complaintsAfter('hami/units.tsv', (content) =>
      content.replaceAll('\tdepartment\t', '\tteam\t'),
    );
    expect(said.join()).toContain('应不少于 45 个');
  });

  test('a circle of lines', () => {
    const said = city.complaintsAfter('hami/units.tsv', (content) =>
      content.replace(/^(650500\.gaj\t.*?\t650500)\t\t/m, '$1\t650500.jj110\t'),
    );
    expect(said.join()).toContain('line_parent 成环');
  });
});

describe('rosters', () => {
  const duty = (unitCode: string, position: string, title = '值班员') => [
    unitCode,
    '1-7',
    '10:00',
    '20:00',
    position,
    title,
  ];
  test.each([
    ['a unit that does not exist', duty('650500.gone', '1'), '单位 650500.gone 不存在'],
    ['a unit that takes no orders', duty('650500', '1'), '单位 650500 不接单'],
    ['the same position twice', duty('650500.zjj', '1'), '重复'],
    ['a number in a title', duty('650500.zjj', '3', '值班员 2233445'), '不应写入号码'],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('hami/duty.tsv', row).join()).toContain(reason);
  });

  test('nobody behind the first in a village', () => {
    const said = city.complaintsAfter('hami/duty.tsv', (content) =>
      content.replace(/^650502001002\t.*\t2\t.*\n/m, ''),
    );
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/units\.tsv:\d+ 第 2 顺位有无人值班的时段$/);
  });

  test('nobody behind the first at night', () => {
    const said = city.complaintsAfter('hami/duty.tsv', (content) =>
      content.replace(/^650500\.zjj\t1-7\t20:00\t10:00\t2\t.*\n/m, ''),
    );
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/units\.tsv:\d+ 第 2 顺位有无人值班的时段$/);
  });
});

describe('the real cities', () => {
  test.each(['zhangzhou', 'hami'])('%s breaks no rule', (name) => {
    const folder = new URL(`../../../cities/${name}`, import.meta.url).pathname;
    const broken = checkCity(readCity(folder)).flatMap(({ problems }) => problems);
    expect(broken).toEqual([]);
  });
});

describe('the command', () => {
  const command = new URL('../../../scripts/city-check.ts', import.meta.url).pathname;
  const run = (...names: string[]) =>
    spawnSync(process.execPath, [command, ...names], { encoding: 'utf8' });

  test('names file, line and reason, counts its rules and fails', () => {
    const outcome = city.whileChanged(
      'hami/calendar.tsv',
      (content) => `${content}2026-03-04\twork\t补班\t某通知\n`,
      () => run(city.folder),
    );
    const lines = outcome.stdout.trim().split('\n');
    expect(lines[0]).toMatch(/^cities\/hami\/calendar\.tsv:\d+ 2026-03-04 本是工作日/);
    expect(lines.at(-1)).toMatch(/^\d+ passed, 1 failed$/);
    expect(outcome.status).toBe(1);
  });

  test('counts what a city holds', () => {
    const counted = run('--counts', 'hami').stdout;
    for (const line of ['县(市、区)\t3', '村居\t307', '归并热线\t34', '知识条目\t151'])
      expect(counted).toContain(`hami\t${line}\n`);
  });

  test('is content with a sound city', () => {
    const outcome = run('hami');
    expect(outcome.stdout.trim().split('\n').at(-1)).toMatch(/^\d+ passed, 0 failed$/);
    expect(outcome.status).toBe(0);
  });
});
