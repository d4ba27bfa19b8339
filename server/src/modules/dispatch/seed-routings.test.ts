import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCity } from '../../city/index.ts';
import { mayGoTo } from './grassroots-guard.ts';
import { type OrderToPlace, suggestUnit } from './suggest-unit.ts';

const catalogueOf = (city: string) =>
  readCity(fileURLToPath(new URL(`../../../../cities/${city}`, import.meta.url))).catalogue;
const catalogues = { zhangzhou: catalogueOf('zhangzhou'), hami: catalogueOf('hami') };

function best(
  city: keyof typeof catalogues,
  matterCode: string,
  areaCode: string,
  rest: Partial<OrderToPlace> = {},
) {
  const order = {
    matterCode,
    areaCode,
    on: '2026-06-01',
    isNight: false,
    isExamDay: false,
    ...rest,
  };
  return suggestUnit(order, catalogues[city]).ranked[0];
}

describe('each routing the two cities told stands in their catalogue, with the telling as its basis', () => {
  test('these rows and no others', () => {
    const told = [...catalogues.zhangzhou, ...catalogues.hami].filter(
      ({ basisKind, mark }) => basisKind === 'seed' || mark === 'seed',
    );
    expect(told.every(({ basisKind, mark }) => basisKind === 'seed' && mark === 'seed')).toBe(true);
    expect(told.map(({ matter, area, time }) => `${matter} ${area} ${time}`)).toEqual([
      '010102 3506 day',
      '010102 3506 night',
      '040102 3506 any',
      '120102 350626 any',
      '010402 6505 any',
      '030303 650502 any',
      '070101 650522 any',
    ]);
  });

  test('a manhole goes to the housing bureau, with the police linked at night', () => {
    const night = best('zhangzhou', '010102', '350602001001', { isNight: true });
    expect(night).toMatchObject({
      lead: '350600.zjj',
      linkage: ['350600.jj110'],
      because: { basisKind: 'seed' },
    });
    const day = best('zhangzhou', '010102', '350602001001');
    expect(day).toMatchObject({ lead: '350600.zjj', linkage: [], because: { basisKind: 'seed' } });
  });

  test('farm sewage goes to six bureaus led by ecology', () => {
    expect(best('zhangzhou', '040102', '350623115212')).toMatchObject({
      lead: '350600.sthj',
      assists: ['350600.zjj', '350600.slj', '350600.nyj', '350600.scjg', '350600.cgj'],
      because: { basisKind: 'seed' },
    });
  });

  test('before the task force was formed the county bureau answered for farm sewage', () => {
    const order = best('zhangzhou', '040102', '350623115212', { on: '2024-06-01' });
    expect(order?.lead).toBe('350623.sthj');
  });

  test('sightseeing carts on Dongshan go to the county, elsewhere to the county bureau of tourism', () => {
    expect(best('zhangzhou', '120102', '350626106000')).toMatchObject({
      lead: '350626',
      assists: ['350626.wlj', '350626.jtj'],
      because: { basisKind: 'seed' },
    });
    expect(best('zhangzhou', '120102', '350627107000')?.lead).toBe('350627.wlj');
  });

  test('rooftop sheds in Hami go to the city housing bureau, with the community beside it', () => {
    expect(best('hami', '010402', '650502005001')).toMatchObject({
      lead: '650500.zjj',
      assists: ['650502005', '650502005001'],
      because: { basisKind: 'seed' },
    });
  });

  test('e-bikes in a park of Yizhou go to its own housing bureau', () => {
    expect(best('hami', '030303', '650502005000')).toMatchObject({
      lead: '650502.zjj',
      because: { area: '650502', basisKind: 'seed' },
    });
  });

  test('unpaid wages in Yiwu go straight to its human resources bureau, the city bureau is told', () => {
    expect(best('hami', '070101', '650522102000')).toMatchObject({
      lead: '650522.rsj',
      assists: ['650500.rsj'],
      direct: true,
      because: { basisKind: 'seed' },
    });
    expect(best('hami', '070101', '650521100000')).toMatchObject({
      lead: '650521.rsj',
      direct: false,
    });
  });
});

test('what the county’s bureau must do goes to no township or village, neither in Yiwu nor on Dongshan', () => {
  const rows = [
    best('hami', '070101', '650522102000'),
    best('zhangzhou', '120102', '350626106000'),
  ];
  for (const row of rows) {
    const duty = { level: row?.level ?? 'village', isListed: false, matterName: '', levelName: '' };
    for (const kind of ['township', 'village'] as const) {
      const decision = mayGoTo(duty, { kind, name: '' }, 'lead', '就近办理');
      expect(decision).toMatchObject({ code: 'dispatch.grassroots-guard' });
    }
  }
});

describe('every leaf in force finds a unit in every county', () => {
  test.each(['zhangzhou', 'hami'] as const)('%s', (city) => {
    const pack = readCity(fileURLToPath(new URL(`../../../../cities/${city}`, import.meta.url)));
    const leaves = pack.matters.filter(({ validTo }) => validTo === null);
    const villages = pack.areas.filter(({ level }) => level === 'village');
    const oneInEachCounty = new Map(villages.map(({ code }) => [code.slice(0, 6), code]));
    const lost = leaves.flatMap(({ code }) =>
      [...oneInEachCounty.values()]
        .filter((area) => best(city, code, area) === undefined)
        .map((area) => `${code} ${area}`),
    );
    expect(lost).toEqual([]);
  });

  test('an exam day joins the education bureau and the police in a noise order', () => {
    const calm = best('hami', '040303', '650502005001');
    const exam = best('hami', '040303', '650502005001', { isExamDay: true });
    expect(calm?.linkage).toEqual([]);
    expect(exam?.linkage).toEqual(['650500.jj110']);
    expect(exam?.assists).toContain('650502.jyj');
  });
});
