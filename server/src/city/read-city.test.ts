import { afterAll, describe, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';
import { readCity } from './read-city.ts';

const cityFolder = (name: string) => new URL(`../../../cities/${name}`, import.meta.url).pathname;
const zhangzhou = readCity(cityFolder('zhangzhou'));
const hami = readCity(cityFolder('hami'));

describe('what the two cities hold', () => {
  test('divisions down to the village', () => {
    const villages = (pack: typeof hami) => pack.areas.filter((area) => area.level === 'village');
    expect(villages(zhangzhou)).toHaveLength(2135);
    expect(villages(hami)).toHaveLength(307);
    expect(hami.areas.filter((area) => area.level === 'county').map((area) => area.name)).toEqual([
      '伊州区',
      '巴里坤哈萨克自治县',
      '伊吾县',
    ]);
  });

  test('the 218 matters both share, and leaves of their own', () => {
    const codes = (pack: typeof hami) => pack.matters.map((row) => row.code);
    const shared = codes(hami).filter((code) => codes(zhangzhou).includes(code));
    expect(new Set(shared).size).toBe(218);
    expect(shared).toHaveLength(218);
    expect(
      codes(hami)
        .filter((code) => !shared.includes(code))
        .sort(),
    ).toEqual(['060403', '130207', '130208', '170305', '190106']);
  });

  test('the places of the told cases', () => {
    const unitOf = (pack: typeof hami, alias: string) =>
      pack.aliases.find((row) => row.alias === alias)?.unit ?? null;
    expect(unitOf(zhangzhou, '苏峰山景区')).toBe('350626.sfs');
    expect(unitOf(zhangzhou, '漳州古城')).toBe('350602.gcgw');
    expect(unitOf(hami, '盐池工业园区')).toBe('650522.yccyq');
    expect(hami.aliases.find((row) => row.alias === '铁路8街')?.area).toBe('650502000000');
  });

  test('the days off and make-up days of 2026', () => {
    const days = (kind: string) =>
      zhangzhou.calendar
        .filter((row) => row.kind === kind && row.date.startsWith('2026'))
        .map((row) => row.date.slice(5));
    const run = (month: string, from: number, to: number) =>
      Array.from(
        { length: to - from + 1 },
        (_, at) => `${month}-${String(from + at).padStart(2, '0')}`,
      );
    expect(days('work')).toEqual(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']);
    expect(days('off')).toEqual([
      ...run('01', 1, 3),
      ...run('02', 15, 23),
      ...run('04', 4, 6),
      ...run('05', 1, 5),
      ...run('06', 19, 21),
      ...run('09', 25, 27),
      ...run('10', 1, 7),
    ]);
  });

  test('Hami keeps 肉孜节 and 古尔邦节, Zhangzhou does not', () => {
    const on = (pack: typeof hami, date: string) =>
      pack.calendar.find((row) => row.date === date)?.name ?? null;
    expect([on(hami, '2025-03-31'), on(hami, '2025-06-06')]).toEqual(['肉孜节', '古尔邦节']);
    expect([on(zhangzhou, '2025-03-31'), on(zhangzhou, '2025-06-06')]).toEqual([null, null]);
  });

  test('Hami has merged 34 lines', () => {
    expect(hami.lines).toHaveLength(34);
  });

  test.each([zhangzhou, hami])(
    '151 knowledge entries, some expired, one for staff alone: $name',
    (pack) => {
      expect(pack.knowledge).toHaveLength(151);
      const expired = pack.knowledge.filter((entry) => entry.validUntil < '2026-11-01');
      expect(expired.length).toBeGreaterThan(0);
      expect(pack.knowledge.filter(({ audience }) => audience === 'staff')).toHaveLength(1);
    },
  );

  test('a city row replaces the common row and remembers its own file', () => {
    const leaf = hami.matters.find((row) => row.code === '060401');
    expect(leaf?.urgency).toBe('U1');
    expect(leaf?.at.file).toBe('cities/hami/matters.tsv');
    const untouched = hami.matters.find((row) => row.code === '010102');
    expect(untouched?.at).toEqual({ file: 'cities/common/matters.tsv', line: 3 });
  });

  test('spans say their own unit', () => {
    const limit = hami.limits.find((row) => row.code === 'E24');
    expect(limit?.handle).toEqual({ kind: 'natural-minutes', minutes: 1440 });
    expect(hami.limits.find((row) => row.code === 'N5')?.handle).toEqual({
      kind: 'working-days',
      days: 5,
    });
  });
});

describe('a row that cannot be read', () => {
  const city = plantedCity('hami');
  afterAll(() => city.remove());

  test('is left out, and named with file, line and column', () => {
    const said = city.complaintsAbout('hami/calendar.tsv', ['2026-13-45', 'off', '某节', '某通知']);
    expect(said).toEqual(['date:应为 YYYY-MM-DD 日期']);
  });

  test('with a wrong number of cells', () => {
    expect(city.complaintsAbout('hami/calendar.tsv', ['2026-12-31', 'off'])).toEqual([
      '有 2 格,应为 4 格',
    ]);
  });

  test('with a word that is not among the closed ones', () => {
    const said = city.complaintsAbout('hami/lines.tsv', [
      '12999',
      '某热线',
      '650500.zjj',
      'half',
      '2021-01-27',
      'live',
      'invented',
    ]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('mode:');
  });

  test('a missing column stops the table', () => {
    const said = city.complaintsAfter('hami/calendar.tsv', (content) =>
      content.replace('source', 'origin'),
    );
    expect(said).toContain('cities/hami/calendar.tsv:1 缺少列 source');
    expect(said).toContain('cities/hami/calendar.tsv:1 多余的列 origin');
  });

  test('broken JSON names the line', () => {
    const said = city.complaintsAfter('hami/office-hours.json', (content) =>
      content.replace('"season"', 'season'),
    );
    expect(said[0]).toMatch(/^cities\/hami\/office-hours\.json:4 不是有效的 JSON/);
  });

  test('an entry of a JSON list names the line it starts on', () => {
    const said = city.complaintsAfter('hami/office-hours.json', (content) =>
      content.replace(/"valid_from": "2017-01-01"(?![\s\S]*"valid_from")/, '"valid_from": "soon"'),
    );
    const line = said.find((complaint) => complaint.includes('valid_from'));
    expect(line).toMatch(/^cities\/hami\/office-hours\.json:(?!2 )\d+ valid_from:/);
  });

  test('byte order mark, CRLF and comment lines are read over', () => {
    const said = city.complaintsAfter(
      'hami/lines.tsv',
      (content) => `\uFEFF${content.replace(/\n/g, '\r\n')}# 说明\r\n`,
    );
    expect(said).toEqual([]);
  });
});
