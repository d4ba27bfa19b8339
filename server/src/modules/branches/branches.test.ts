import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { loadCity, readCity } from '../../city/index.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { ruleFor } from '../dispatch/index.ts';
import { searchUnits, unit } from '../organisation/index.ts';
import { addOwnRow, endOwnRow } from './own-rows.ts';
import { addOwnUnit, closeOwnUnit } from './own-units.ts';
import { listBranches, readBranch } from './read-branch.ts';

const county = '350626';
const area = '350626000000';
/** 道路坑洼破损: the county's housing bureau leads it. */
const potholes = '010101';
/** 物业服务质量 of a bureau of the city. */
const theirs = '020301';

const of = ({ as }: Pick<Kit, 'as'>) =>
  as('county-dispatcher', { unitCode: county, unitPath: `350600/${county}`, areaCode: area });
const team = {
  county,
  parent: county,
  kind: 'team',
  area,
  name: '东山县道路抢修专班',
  short: '道路专班',
} as const;
const refused = (asked: Promise<unknown>, code: string) =>
  expect(asked).rejects.toMatchObject({ code });

test(
  'a county adds a unit and lets it lead; loading the folder again leaves both alone; ended, the city’s rule holds',
  inCity(async (kit) => {
    const { ctx, system } = kit;
    const own = of(kit);
    const placed = { matter_code: potholes, area_code: area };
    const before = (await ruleFor(ctx, placed))?.lead;
    const { code } = await own.do(addOwnUnit, team);
    expect(code).toBe('350626.own-1');
    expect(await system.do(unit, code)).toMatchObject({ path: `350600/350626/${code}` });

    const basis = '东山县市政设施抢修方案';
    const { id } = await own.do(addOwnRow, { county, matter: potholes, area, lead: code, basis });
    expect((await system.do(ruleFor, placed))?.lead).toBe(code);
    const elsewhere = { matter_code: potholes, area_code: '350627000000' };
    expect((await system.do(ruleFor, elsewhere))?.lead).toBe('350627.zjj');

    const folder = join(import.meta.dirname, '../../../../cities/zhangzhou');
    const pack = readCity(folder);
    const changed = { ...pack, lines: pack.lines.slice(1) };
    const phoneOf = ({ unit: post }: { unit: string }) => inventedPhoneOf(post);
    await system.do((each) => loadCity(each, changed, { isDemo: true, phones: null, phoneOf }), {});
    expect((await system.do(ruleFor, placed))?.lead).toBe(code);

    const found = await own.do(readBranch, { county });
    expect(found.units).toMatchObject([
      { code, parentName: '东山县人民政府(12345分中心)', validTo: null },
    ]);
    expect(found.rows).toMatchObject([{ id, leadName: team.name, basis, why: null }]);

    await kit.as('director').do(endOwnRow, { county, row: id, why: '与市级目录重复' });
    expect((await system.do(ruleFor, placed))?.lead).toBe(before);
    await own.do(closeOwnUnit, { county, unit: code });
    const { rows } = await system.do(searchUnits, { q: team.name });
    expect(rows).toMatchObject([{ code, takesOrders: false, isOpen: false }]);
    // Its number is not given again: old orders name it.
    expect(await own.do(addOwnUnit, team)).toEqual({ code: '350626.own-2' });
  }),
);

test(
  'another county does not exist for it, and what lies outside is refused',
  inCity(async (kit) => {
    const own = of(kit);
    expect((await own.do(listBranches, {})).rows).toMatchObject([{ code: county }]);
    expect((await kit.as('director').do(listBranches, {})).rows.length).toBeGreaterThan(5);
    await refused(own.do(readBranch, { county: '350627' }), 'branches.not-a-county');
    await refused(own.do(addOwnUnit, { ...team, county: '350627' }), 'branches.not-a-county');
    await refused(own.do(addOwnUnit, { ...team, county: '350600.zjj' }), 'branches.not-a-county');
    await refused(own.do(addOwnUnit, { ...team, parent: '350627' }), 'branches.outside');
    await refused(own.do(addOwnUnit, { ...team, area: '350627000000' }), 'branches.outside');
    const row = { county, matter: potholes, area, lead: '350627.zjj', basis: '权限测试' };
    await refused(own.do(addOwnRow, row), 'branches.outside');
    const bureau = kit.as('liaison', {
      unitCode: '350626.zjj',
      unitPath: '350600/350626/350626.zjj',
    });
    await refused(bureau.do(addOwnUnit, team), 'branches.not-a-county');
  }),
);

test(
  'a duty of the city stays with the city, a county’s is not handed to a township, and nothing is ruled twice',
  inCity(async (kit) => {
    const own = of(kit);
    const row = { county, area, lead: '350626.zjj', basis: '县政府会议纪要' };
    await refused(own.do(addOwnRow, { ...row, matter: theirs }), 'branches.not-to-change');
    const township = { ...row, matter: potholes, lead: '350626100' };
    await refused(own.do(addOwnRow, township), 'dispatch.grassroots-guard');
    await own.do(addOwnRow, { ...row, matter: potholes });
    await refused(own.do(addOwnRow, { ...row, matter: potholes }), 'branches.row-there');
    await refused(
      own.do(endOwnRow, { county, row: 'ZZ-010101-01', why: '不是自己的' }),
      'branches.not-own',
    );
  }),
);

test(
  'a unit that is busy, or has others below it, is not closed; one of the city’s own is not the county’s to close',
  inCity(async (kit) => {
    const own = of(kit);
    const { code } = await own.do(addOwnUnit, team);
    await refused(own.do(addOwnUnit, team), 'branches.name-taken');
    const below = { ...team, parent: code, name: '东山县道路抢修一组', short: '抢修一组' };
    const { code: child } = await own.do(addOwnUnit, below);
    await refused(own.do(closeOwnUnit, { county, unit: code }), 'branches.has-below');
    await own.do(closeOwnUnit, { county, unit: child });
    await refused(
      own.do(addOwnUnit, { ...below, parent: child, name: '二组' }),
      'dispatch.unit-closed',
    );
    await refused(own.do(closeOwnUnit, { county, unit: child }), 'branches.not-own');
    await refused(own.do(closeOwnUnit, { county, unit: '350626.zjj' }), 'branches.not-own');
    await own.do(addOwnRow, {
      county,
      matter: potholes,
      area,
      lead: code,
      basis: '县政府会议纪要',
    });
    await kit.anOrder.inProgress({ matterCode: potholes, areaCode: area, lead: code });
    await refused(own.do(closeOwnUnit, { county, unit: code }), 'branches.busy');
  }),
);
