import { afterAll, describe, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

const matter = (over: Partial<Record<string, string>>) => [
  over.code ?? '010199',
  over.l1 ?? '城乡建设与市政设施',
  over.l2 ?? '市政道路',
  over.leaf ?? '某事项',
  'QZ',
  over.urgency ?? 'U3',
  over.limit ?? 'N5',
  over.lead ?? 'zjj',
  over.assists ?? '',
  '',
  'no',
  over.from ?? '',
  over.to ?? '',
  over.successor ?? '',
];

describe('matters', () => {
  test.each([
    ['a code twice', matter({ code: '130207' }), '重复'],
    ['another name for its field', matter({ l1: '城乡建设' }), '01 前面叫「城乡建设与市政设施」'],
    ['another name for its group', matter({ l2: '道路' }), '0101 前面叫「市政道路」'],
    ['the name of its neighbour', matter({ leaf: '井盖缺失破损' }), '重复'],
    ['an unknown class', matter({ limit: 'N7' }), '时限类别 N7 不存在'],
    ['a slow class for danger', matter({ urgency: 'U1' }), '特急事项不能用 N5 类时限'],
    ['an unknown lead', matter({ lead: 'nobody' }), '单位 650500.nobody 不存在'],
    ['a lead that also assists', matter({ assists: 'cgj;zjj' }), 'zjj 在同一行出现两次'],
    [
      'an assisting county office that exists nowhere',
      matter({ assists: '{county}.gjj' }),
      '单位 650502.gjj 不存在',
    ],
    [
      'a township that leads without being listed',
      matter({ lead: '{town}' }),
      '不在基层履职清单上',
    ],
    [
      'an end before its beginning',
      matter({ from: '2026-01-01', to: '2025-01-01' }),
      '失效日期早于生效日期',
    ],
    ['an unknown successor', matter({ successor: '990101' }), '事项 990101 不存在'],
    ['itself as successor', matter({ successor: '010199' }), '事项 010199 不存在'],
    ['an ended successor', matter({ successor: '130205' }), '事项 130205 不存在'],
    [
      'no row of the catalogue',
      matter({ code: '210101', l1: '新类', l2: '新组' }),
      '在目录中没有全市主办',
    ],
    ['no fields', matter({ code: '210101', l1: '新类', l2: '新组' }), '210101 没有要素'],
    ['no question of its own', matter({}), '没有自己的受理提问'],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('hami/matters.tsv', row).join()).toContain(reason);
  });
});
