import { afterAll, describe, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

const duty = (over: Partial<Record<string, string>>) => [
  over.id ?? 'X-1',
  over.matter ?? '010101',
  over.area ?? '650522102',
  over.time ?? 'any',
  over.lead ?? '650500.zjj',
  over.assists ?? '',
  over.linkage ?? '',
  over.backstop ?? '',
  over.level ?? 'department',
  'practice',
  '某依据',
  over.direct ?? 'no',
  over.from ?? '2026-01-01',
  over.to ?? '',
  'invented',
  over.note ?? '',
];

describe('the dispatch catalogue', () => {
  test.each([
    ['an unknown matter', duty({ matter: '9901' }), '事项 9901 不存在'],
    ['an unknown area', duty({ area: '650599' }), '区划 650599 不存在'],
    ['a lead that does not exist', duty({ lead: '650500.gone' }), '单位 650500.gone 不存在'],
    [
      'a lead that takes no orders',
      duty({ lead: '650500', level: 'county' }),
      '单位 650500 不接单',
    ],
    ['a county office no county has', duty({ lead: '{county}.gjj' }), '单位 650522.gjj 不存在'],
    [
      'an assisting unit that does not exist',
      duty({ assists: '650500.gone' }),
      '单位 650500.gone 不存在',
    ],
    [
      'a linked unit that does not exist',
      duty({ linkage: '650500.gone' }),
      '单位 650500.gone 不存在',
    ],
    [
      'a backstop that does not exist',
      duty({ backstop: '650500.gone' }),
      '单位 650500.gone 不存在',
    ],
    ['a lead that also assists', duty({ assists: '650500.zjj' }), '在同一行出现两次'],
    ['a bureau matter for a township', duty({ lead: '{town}' }), '部门事项不得派给乡村:{town}'],
    [
      'a bureau matter for one named village',
      duty({ lead: '650502001002' }),
      '部门事项不得派给乡村',
    ],
    [
      'a county’s matter for a township',
      duty({ lead: '{town}', level: 'county' }),
      '层级写 county,主办却是 township',
    ],
    [
      'a level its lead has not',
      duty({ level: 'enterprise' }),
      '层级写 enterprise,主办却是 department',
    ],
    [
      'a bureau matter direct to a village',
      duty({ lead: '{village}', level: 'village', direct: 'yes' }),
      '不在基层履职清单上',
    ],
    ['an end before its beginning', duty({ to: '2025-01-01' }), '失效日期早于生效日期'],
    ['a telephone number in a note', duty({ note: '联系 0902-' + '2233445' }), '不应写入号码'],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('hami/catalogue.tsv', row).join()).toContain(reason);
  });

  test('the same id and the same scope twice', () => {
    const said = city.complaintsAfter('hami/catalogue.tsv', (content) => {
      const rows = [duty({}), duty({})].map((row) => row.join('\t'));
      return `${content.trimEnd()}\n${rows.join('\n')}\n`;
    });
    expect(said.filter((complaint) => complaint.includes('X-1 重复'))).toHaveLength(1);
    expect(said.filter((complaint) => complaint.includes('范围相同'))).toHaveLength(1);
  });

  test('a listed matter may go straight to the village', () => {
    const row = duty({ matter: '130302', lead: '{village}', level: 'village', direct: 'yes' });
    expect(city.complaintsAbout('hami/catalogue.tsv', row)).toEqual([]);
  });
});
