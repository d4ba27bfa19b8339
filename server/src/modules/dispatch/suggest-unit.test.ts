import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLevels } from '../organisation/index.ts';
import { type CatalogueRow, type OrderToPlace, suggestUnit } from './suggest-unit.ts';

function row(id: string, rest: Partial<CatalogueRow>): CatalogueRow {
  return {
    id,
    matter: '01',
    area: '3506',
    time: 'any',
    lead: '350600.zjj',
    assists: [],
    linkage: [],
    backstop: null,
    level: 'department',
    basisKind: 'practice',
    basis: '示例',
    direct: false,
    validFrom: '2025-01-01',
    validTo: null,
    ...rest,
  };
}

function order(
  matterCode: string,
  areaCode: string,
  rest: Partial<OrderToPlace> = {},
): OrderToPlace {
  return { matterCode, areaCode, on: '2026-06-01', isNight: false, isExamDay: false, ...rest };
}

function leadOf(wanted: OrderToPlace, rows: CatalogueRow[]): string | undefined {
  return suggestUnit(wanted, rows).ranked[0]?.lead;
}

describe('the routings the cities told us', () => {
  const rows = [
    row('field', { matter: '01', lead: '350600.cgj' }),
    row('manhole-day', { matter: '010102', lead: '350600.zjj', time: 'day' }),
    row('manhole-night', {
      matter: '010102',
      lead: '350600.zjj',
      time: 'night',
      linkage: ['350600.jj110'],
    }),
    row('tourism', { matter: '1201', lead: '{county}.wlj' }),
    row('carts', {
      matter: '120102',
      area: '350626',
      lead: '350626',
      assists: ['350626.wlj', '350626.jtj'],
      level: 'county',
      basisKind: 'seed',
    }),
    row('wages', {
      matter: '070101',
      lead: '{county}.rsj',
      assists: ['350600.rsj'],
      direct: true,
      level: 'county',
    }),
  ];

  test('a manhole at night links the police, by day it does not', () => {
    const night = suggestUnit(order('010102', '350602001001', { isNight: true }), rows).ranked[0];
    expect(night).toMatchObject({
      lead: '350600.zjj',
      linkage: ['350600.jj110'],
      rowId: 'manhole-night',
    });
    const day = suggestUnit(order('010102', '350602001001'), rows).ranked[0];
    expect(day).toMatchObject({ lead: '350600.zjj', linkage: [], rowId: 'manhole-day' });
  });

  test('carts on the island go to its county, elsewhere to the county bureau', () => {
    const island = suggestUnit(order('120102', '350626101203'), rows).ranked[0];
    expect(island).toMatchObject({
      lead: '350626',
      assists: ['350626.wlj', '350626.jtj'],
      because: {
        matter: '120102',
        area: '350626',
        areaLevel: 'county',
        time: 'any',
        basisKind: 'seed',
      },
      beats: [{ rowId: 'tourism', lead: '350626.wlj', by: 'matter' }],
    });
    expect(leadOf(order('120102', '350623100000'), rows)).toBe('350623.wlj');
  });

  test('unpaid wages go straight to the county bureau', () => {
    expect(suggestUnit(order('070101', '350626'), rows).ranked[0]).toMatchObject({
      lead: '350626.rsj',
      assists: ['350600.rsj'],
      direct: true,
    });
  });

  test('a place told too loosely says what is missing, and the bureau above stands in', () => {
    const loose = suggestUnit(order('120101', '350600'), rows);
    expect(loose.ranked[0]).toMatchObject({ rowId: 'tourism', lead: '350600.wlj', standsIn: true });
    expect(loose.needCloserPlace).toEqual([{ rowId: 'tourism', level: 'county' }]);
    expect(suggestUnit(order('120101', '350626'), rows)).toMatchObject({
      ranked: [{ lead: '350626.wlj', standsIn: false }],
      needCloserPlace: [],
    });
  });

  test('nobody stands in for a county, a town or a village', () => {
    for (const lead of ['{county}', '{town}', '{village}']) {
      const { ranked, needCloserPlace } = suggestUnit(order('010102', '350600'), [
        row('base', { lead }),
      ]);
      expect(ranked).toEqual([]);
      expect(needCloserPlace).toHaveLength(1);
    }
  });

  test('nothing fits, nothing is suggested', () => {
    expect(suggestUnit(order('190101', '350626'), rows)).toEqual({
      ranked: [],
      needCloserPlace: [],
    });
    expect(suggestUnit(order('010102', '650502'), rows).ranked).toEqual([]);
  });
});

describe('precedence', () => {
  const place = '350626101203';

  test.each<[string, Partial<CatalogueRow>, Partial<CatalogueRow>]>([
    ['matter', { matter: '010102' }, { matter: '0101', area: place }],
    ['area', { area: '350626101' }, { area: '350626', time: 'night' }],
    ['area', { area: '350626' }, { area: '350600', time: 'night' }],
    ['time', { time: 'night', validFrom: '2020-01-01' }, { time: 'any' }],
    ['time', { time: 'exam', validFrom: '2020-01-01' }, { time: 'night' }],
    ['newer', { validFrom: '2026-01-01' }, { validFrom: '2025-06-01' }],
    ['newer', { validFrom: '2026-01-01' }, { validFrom: null }],
    ['id', {}, {}],
  ])('%s decides', (by, winner, loser) => {
    const rows = [
      row('b', { ...loser, lead: '350600.cgj' }),
      row('a', { ...winner, lead: '350600.zjj' }),
    ];
    const when = { isNight: true, isExamDay: true };
    const [first, second] = suggestUnit(order('010102', place, when), rows).ranked;
    expect(first).toMatchObject({ rowId: 'a', beats: [{ rowId: 'b', by }] });
    expect(second).toMatchObject({ rowId: 'b', beats: [] });
  });

  test('a row is in force from its first to its last day', () => {
    const rows = [
      row('new', { validFrom: '2026-03-01', validTo: '2026-03-31', lead: '350600.cgj' }),
      row('old', { validFrom: '2020-01-01' }),
    ];
    const leadOn = (on: string) => leadOf(order('010102', place, { on }), rows);
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(leadOn)).toEqual([
      '350600.zjj',
      '350600.cgj',
      '350600.cgj',
      '350600.zjj',
    ]);
  });

  test('the order of the file does not matter', () => {
    const rows = [
      row('1', { matter: '0101', lead: 'x' }),
      row('2', { matter: '01', area: '350626', lead: '{town}' }),
      row('3', { matter: '010102', time: 'day', lead: '{county}.zjj' }),
      row('4', { matter: '010102', validFrom: '2026-01-01', lead: '{village}' }),
      row('5', { matter: '010102', validFrom: '2024-01-01', lead: '350600.cgj' }),
    ];
    const wanted = order('010102', place);
    const expected = suggestUnit(wanted, rows);
    expect(expected.ranked.map(({ rowId }) => rowId)).toEqual(['3', '4', '5', '1', '2']);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(suggestUnit(wanted, shuffled)).toEqual(expected);
      }),
    );
  });
});

describe('resolving', () => {
  test('place-holders become the units of the place; a unit stands once', () => {
    const rows = [
      row('r', {
        lead: '{county}.zjj',
        assists: ['{town}', '{village}', '350626.zjj'],
        linkage: ['{town}', '350600.jj110'],
        backstop: '{county}',
      }),
    ];
    expect(suggestUnit(order('010102', '350626101203'), rows).ranked[0]).toMatchObject({
      lead: '350626.zjj',
      assists: ['350626101', '350626101203'],
      linkage: ['350600.jj110'],
      backstop: '350626',
    });
    expect(suggestUnit(order('010102', '350626101'), rows).ranked[0]).toMatchObject({
      assists: ['350626101'],
    });
  });

  test('one suggestion a lead: the weaker row of the same lead only stands among the beaten', () => {
    const rows = [
      row('strong', { matter: '010102' }),
      row('weak', {}),
      row('other', { lead: '350600.cgj' }),
    ];
    const { ranked } = suggestUnit(order('010102', '350626'), rows);
    expect(ranked.map(({ rowId }) => rowId)).toEqual(['strong', 'other']);
    expect(ranked[0]?.beats.map(({ rowId }) => rowId)).toEqual(['other', 'weak']);
  });

  test.each([
    ['350600', { city: '350600', county: null, town: null, village: null }],
    ['3506', { city: '350600', county: null, town: null, village: null }],
    ['350626000000', { city: '350600', county: '350626', town: null, village: null }],
    ['350626101000', { city: '350600', county: '350626', town: '350626101', village: null }],
    [
      '350626101203',
      { city: '350600', county: '350626', town: '350626101', village: '350626101203' },
    ],
  ])('%s lies in its levels', (code, levels) => {
    expect(placeLevels(code)).toEqual(levels);
  });
});
