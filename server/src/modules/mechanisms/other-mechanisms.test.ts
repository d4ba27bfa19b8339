import { mechanism } from '@minsheng/contract/mechanism-data.ts';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { suggestion } from '../../../test/use-cases.ts';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';
import { one } from '../dispatch/index.ts';
import { changeCityData } from '../organisation/index.ts';
import { fillForm } from './fill-form.ts';
import { fits } from './fits.ts';
import { mechanismGroups } from './groups.ts';
import { orderMechanism } from './order-mechanism.ts';
import { isInside } from './point-in-ring.ts';
import { raiseObjection, ruleOnObjection } from './raise-objection.ts';
import { readMechanism } from './read-mechanism.ts';

const quarter = {
  type: 'TS' as const,
  matterCode: '120107',
  urgency: 'U2' as const,
  content: '在古城一家店里买的东西和说的不一样,店家不肯退。',
  address: '漳州古城香港路',
  fields: {
    ...{ quarter_problem: 'shop', shop_no: '示例糕饼铺', wants_on_site: true },
    ...{ visitor: true, leaves_on: '2026-03-20' },
  },
};
const rapid = {
  unitCode: '350602.gcgw',
  unitPath: '350600/350602/350602.gcgw',
  areaCode: '350602000000',
};

test(
  'a tourist in the old town: the rapid unit leads, and a shop’s record counts what was found true until a ruling',
  inCity(async ({ as, anOrder, drain }) => {
    const { id } = await anOrder.toDispatch(quarter);
    const plan = await as('dispatcher').do(suggestion, { orderId: id });
    expect([plan.lead?.code, plan.limit.code]).toEqual(['350602.gcgw', 'E24S']);
    expect(plan.assists.map(({ code }) => code)).toEqual([
      '350602.scjg',
      '350602.cgj',
      '350602.gaj',
    ]);
    const { orderId } = await anOrder.inProgress({ ...quarter, lead: '350602.gcgw' });
    await drain();
    const unit = as('handler', rapid);
    const { held } = await unit.do(orderMechanism, { orderId });
    expect(held).toMatchObject({ code: 'old-town', settleByAt: '2026-03-20T02:00:00.000Z' });

    const raise = () => unit.do(raiseObjection, { orderId, reason: '店家说当时已经退款。' });
    await expect(raise()).rejects.toMatchObject({ code: 'mechanisms.no-dossier' });
    await unit.do(fillForm, { orderId, values: { finding: 'merchant' } });
    const record = async () =>
      (await as('analyst').do(mechanismGroups, { code: 'old-town', by: 'merchant' })).rows;
    expect(await record()).toMatchObject([{ name: '示例糕饼铺', orders: 2, counted: 1 }]);
    const { objectionId } = await raise();
    await expect(raise()).rejects.toMatchObject({ code: 'mechanisms.objection-open' });
    const ruling = { objectionId, upheld: true, ruling: '核对付款记录,情况属实。' };
    const own = as('director', { accountId: unit.actor.accountId });
    await expect(own.do(ruleOnObjection, ruling)).rejects.toMatchObject({
      code: 'mechanisms.own-objection',
    });
    await as('director').do(ruleOnObjection, ruling);
    await expect(as('director').do(ruleOnObjection, ruling)).rejects.toMatchObject({
      code: 'mechanisms.objection-ruled',
    });
    expect(await record()).toMatchObject([{ orders: 2, counted: 0 }]);
  }),
);

const lamps = mechanism.parse({
  ...{ code: 'lamps', name: '路灯夜修', aim: '天黑之前修好路灯。', basis: '测试' },
  ...{ validFrom: '2020-01-01', mark: 'invented' },
  trigger: { matters: ['0101'], words: ['很暗'] },
  route: { lead: '{county}.zjj', copies: ['zjj'], sendMinutes: 30 },
  limits: { limitClass: 'N3', urgencies: ['U3'] },
  form: [
    { code: 'lamp', label: '灯杆号', kind: 'text', stage: 'handling', sensitive: false },
    { code: 'lamps', label: '修好几盏', kind: 'count', stage: 'handling', sensitive: false },
  ],
  checks: [{ code: 'n', name: '填写修好几盏', before: 'reply', wants: { filled: 'lamps' } }],
  figures: [{ code: 'mended', name: '修好的路灯', kind: 'sum', field: 'lamps' }],
});

async function load(ctx: Context): Promise<void> {
  await tablesOf<'mechanisms'>(ctx.tx)
    .insertInto('mechanisms.definition')
    .values({ city_id: ctx.cityId, code: lamps.code, no: 99, definition: jsonb(lamps) })
    .execute();
  await changeCityData(ctx, { what: 'test' });
}

test(
  'a mechanism nobody has thought of yet needs no code',
  inCity(async ({ ctx, as, system, anOrder, drain }) => {
    await system.do(load, undefined);
    const { id } = await anOrder.toDispatch();
    const plan = await as('dispatcher').do(suggestion, { orderId: id });
    expect([plan.lead?.code, plan.limit.code]).toEqual(['350602.zjj', 'N3']);
    const key = await anOrder.inProgress({ lead: '350602.zjj' });
    await drain();
    expect((await one(ctx, key.orderId, key.assignmentId)).limits).toMatchObject({ code: 'N3' });
    const unit = as('handler', { unitCode: '350602.zjj', unitPath: '350600/350602/350602.zjj' });
    await unit.do(fillForm, { orderId: key.orderId, values: { lamps: 3 } });
    const page = await as('director').do(readMechanism, { code: 'lamps' });
    expect(page.orders).toBe(2);
    expect(page.figures).toMatchObject([{ code: 'mended', value: 3, orders: 1 }]);
  }),
);

test('a mechanism fits by zone or by name, and only where its matter and area are', () => {
  const ring = [
    [117.64, 24.5],
    [117.66, 24.5],
    [117.66, 24.52],
    [117.64, 24.52],
  ] as const;
  expect(isInside([117.65, 24.51], ring)).toBe(true);
  expect(isInside([117.67, 24.51], ring)).toBe(false);
  const { trigger } = mechanism.parse({
    ...lamps,
    trigger: {
      matters: ['1201'],
      areas: ['350602'],
      zones: [{ name: '古城', ring: ring.map((corner) => [...corner]) }],
      places: ['古城'],
    },
  });
  const told = {
    ...{ matterCode: '120107', areaCode: '350602001000', channel: 'phone', point: null },
    ...{ place: '香港路', said: '店家不退', fields: {} },
  };
  expect(fits({ trigger }, told)).toBeNull();
  expect(fits({ trigger }, { ...told, said: '古城的店家不退' })).toEqual(['matter', 'place']);
  expect(fits({ trigger }, { ...told, point: [117.65, 24.51] })).toEqual(['matter', 'zone:古城']);
  const village = { ...told, areaCode: '350604105203', place: '古城村' };
  expect(fits({ trigger }, village)).toBeNull();
});
