import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { tablesOf } from '../../platform/db.ts';
import { cityFacts } from './city-facts.ts';
import {
  area,
  areaNames,
  changeCityData,
  childrenOf,
  cityHour,
  cityVersion,
  dutyAt,
  isServing,
  keptPerVersion,
  unit,
  unitNames,
  units,
  unitsIfKnown,
} from './index.ts';
import { listAreas } from './list-areas.ts';
import { listLines } from './list-lines.ts';
import { searchUnits } from './search-units.ts';

const zone = 'Asia/Shanghai';

describe('the wall clock of the city', () => {
  test.each([
    ['2026-03-01T15:59:59Z', '2026-03-01', '23:59', 7],
    ['2026-03-01T16:00:00Z', '2026-03-02', '00:00', 1],
    ['2026-02-28T16:30:00Z', '2026-03-01', '00:30', 7],
  ])('%s is %s %s, weekday %i', (instant, on, time, weekday) => {
    expect(cityHour(new Date(instant), zone)).toEqual({ on, time, weekday });
  });
});

describe('a shift', () => {
  const day = { weekdays: [1, 2, 3, 4, 5], from_time: '08:00', to_time: '18:00' };
  const night = { weekdays: [5], from_time: '18:00', to_time: '08:00' };
  const whole = { weekdays: [1, 2, 3, 4, 5, 6, 7], from_time: '00:00', to_time: '24:00' };

  test.each([
    [day, 1, '07:59', false],
    [day, 1, '08:00', true],
    [day, 1, '17:59', true],
    [day, 1, '18:00', false],
    [day, 6, '12:00', false],
    [night, 5, '17:59', false],
    [night, 5, '18:00', true],
    [night, 6, '07:59', true],
    [night, 6, '08:00', false],
    [night, 5, '03:00', false],
    [night, 6, '18:00', false],
    [whole, 7, '23:59', true],
    [whole, 1, '00:00', true],
  ])('%j on weekday %i at %s: %s', (shift, weekday, time, serves) => {
    expect(isServing(shift, weekday, time)).toBe(serves);
  });

  test('from Sunday night it reaches into Monday', () => {
    const sunday = { weekdays: [7], from_time: '18:00', to_time: '08:00' };
    expect(isServing(sunday, 1, '02:00')).toBe(true);
    expect(isServing(sunday, 7, '02:00')).toBe(false);
  });
});

test(
  'the duty roster answers in order of position, by day and by night; a unit without one leans on the one above',
  inCity(async ({ ctx }) => {
    const at = (time: string) => new Date(`2026-03-02T${time}:00+08:00`);
    const [day, night] = [
      await dutyAt(ctx, '350600.zjj', at('10:00')),
      await dutyAt(ctx, '350600.zjj', at('23:00')),
    ];
    expect(day.map(({ position }) => position)).toEqual([1, 2]);
    expect(night.length).toBeGreaterThanOrEqual(2);
    expect(night[0]?.title).not.toBe(day[0]?.title);

    await tablesOf<'organisation'>(ctx.tx)
      .deleteFrom('organisation.duty')
      .where('unit_code', '=', '350626100201')
      .execute();
    const village = await dutyAt(ctx, '350626100201', at('10:00'));
    expect(village).toEqual(await dutyAt(ctx, '350626100', at('10:00')));
    expect(village.length).toBeGreaterThan(0);
    expect(await dutyAt(ctx, 'nobody', at('10:00'))).toEqual([]);
  }),
);

test(
  'units are asked for by code; one that does not exist is refused, or left out where that is wanted',
  inCity(async ({ ctx }) => {
    expect(await unit(ctx, '350626.rsj')).toMatchObject({
      kind: 'county-department',
      parent: '350626',
      line_parent: '350600.rsj',
      path: '350600/350626/350626.rsj',
    });
    const refused = { code: 'city.no-such-unit' };
    await expect(unit(ctx, '350699')).rejects.toMatchObject(refused);
    await expect(units(ctx, ['350626', '350699'])).rejects.toMatchObject({
      ...refused,
      facts: { code: '350699' },
    });
    expect(await unitsIfKnown(ctx, ['350626', '350699'])).toHaveLength(1);
    expect(await unitsIfKnown(ctx, [])).toEqual([]);
    expect((await unitNames(ctx, ['350600.zjj'])).get('350600.zjj')).toBe('漳州市住房和城乡建设局');
    const below = await childrenOf(ctx, '350626');
    expect(below.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['county-department', 'township']),
    );
    expect(below.every(({ parent }) => parent === '350626')).toBe(true);
  }),
);

test(
  'areas answer to short and long codes and keep the code they were asked by',
  inCity(async ({ ctx }) => {
    const [short, long] = [await area(ctx, '350626100'), await area(ctx, '350626100000')];
    expect(short).toEqual(long);
    expect(short.full_name).toBe('东山县西埔镇');
    await expect(area(ctx, '350699')).rejects.toMatchObject({ code: 'city.no-such-area' });
    const names = await areaNames(ctx, ['350626', '350626100000', '350699']);
    expect([...names]).toEqual([
      ['350626', '东山县'],
      ['350626100000', '东山县西埔镇'],
    ]);
  }),
);

test(
  'pages choose an area step by step or by words, with codes whose length tells the level',
  inCity(async ({ ctx }) => {
    const length = { city: 6, county: 6, town: 9, village: 12 } as const;
    const lists = [
      await listAreas(ctx, {}),
      await listAreas(ctx, { parent: '350626' }),
      await listAreas(ctx, { parent: '350626100' }),
      await listAreas(ctx, { q: '西埔' }),
    ];
    for (const { rows } of lists) {
      expect(rows.length).toBeGreaterThan(0);
      for (const { code, level, parent } of rows) {
        expect(code).toHaveLength(length[level]);
        expect(code.startsWith(level === 'county' ? '3506' : (parent ?? 'x'))).toBe(true);
      }
    }
    expect(lists[0]?.rows.every(({ level }) => level === 'county')).toBe(true);
    expect(lists[3]?.rows[0]).toMatchObject({ code: '350626100', fullName: '东山县西埔镇' });
    expect((await listAreas(ctx, { q: '%' })).rows).toEqual([]);
    expect((await listAreas(ctx, { parent: '350626100201' })).rows).toEqual([]);
  }),
);

test(
  'units are found by name, short words, slug and code, the one meant first',
  inCity(async ({ ctx }) => {
    const first = async (q: string) => (await searchUnits(ctx, { q })).rows[0]?.code;
    expect(await first('住建局')).toBe('350600.zjj');
    expect(await first('zjj')).toBe('350600.zjj');
    expect(await first('350626.rsj')).toBe('350626.rsj');
    expect(await first('东山人力资源')).toBe('350626.rsj');
    expect((await searchUnits(ctx, { q: 'no such unit' })).rows).toEqual([]);
    const towns = await searchUnits(ctx, { kind: 'township', parent: '350626' });
    expect(towns.rows.length).toBeGreaterThan(3);
    for (const row of towns.rows) {
      expect(row).toMatchObject({ kind: 'township', isOpen: true, takesOrders: true });
      expect(row.parentName).toMatch(/^东山县/);
    }
    expect((await searchUnits(ctx, {})).rows).toHaveLength(50);
  }),
);

test(
  'a unit that has ended is shown as closed, from the day after its last',
  inCity(async ({ ctx, as, travelTo }) => {
    await tablesOf<'organisation'>(ctx.tx)
      .updateTable('organisation.unit')
      .set({ valid_to: '2026-03-02' })
      .where('code', '=', '350600.rq')
      .execute();
    const isOpen = async () =>
      (await as('agent').do(searchUnits, { q: '350600.rq' })).rows[0]?.isOpen;
    expect(await isOpen()).toBe(true);
    await travelTo(new Date('2026-03-02T16:00:00Z'));
    expect(await isOpen()).toBe(false);
  }),
);

test(
  'pages learn of the city and of the lines it took over; what is invented is marked',
  inCity(async ({ ctx }) => {
    expect(await cityFacts(ctx)).toMatchObject({ code: '350600', tiles: null, demo: true });
    const { rows } = await listLines(ctx);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.find(({ number }) => number === '12319')).toMatchObject({
      owner: '漳州市城市管理局',
      invented: true,
    });
  }),
);

test(
  'what is kept of the data lives until the data changes, and only in its own transaction when that is undone',
  inCity(async ({ system }) => {
    let made = 0;
    const counted = keptPerVersion(async () => {
      made += 1;
      return made;
    });
    const read = () => system.do(counted, null);
    expect([await read(), await read()]).toEqual([1, 1]);
    const undone = system.do(async (ctx) => {
      const before = await cityVersion(ctx);
      await changeCityData(ctx, { what: 'test' });
      expect(await cityVersion(ctx)).toBe(before + 1);
      expect(await counted(ctx)).toBe(2);
      throw new Error('undone');
    }, null);
    await expect(undone).rejects.toThrow('undone');
    // What came before the undone change still holds; the next change has its number, and is not it.
    expect(await read()).toBe(1);
    await system.do(changeCityData, { what: 'test' });
    expect(await read()).toBe(3);
  }),
);
