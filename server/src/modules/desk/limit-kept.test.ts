import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { tablesOf } from '../../platform/db.ts';
import { ofOrder } from '../dispatch/index.ts';
import { limitVersionOf } from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { changeCityData, cityHour } from '../organisation/index.ts';
import { clocks } from './clocks.ts';

test(
  'an order keeps the rule it was sent by; the next one of the same place gets the new rule',
  inCity(async ({ as, anOrder, clock, ctx, system }) => {
    const before = await anOrder.inProgress();
    const kept = async ({ orderId }: { orderId: string }) => {
      const order = await orders.find(ctx, orderId);
      if (!order) throw new Error('The order is gone.');
      return order;
    };
    const sent = await kept(before);
    const [duty] = await ofOrder(ctx, before.orderId);

    // A sample row: no city promises this.
    await system.do(async (inner) => {
      await tablesOf<'matters'>(inner.tx)
        .insertInto('matters.rule')
        .values({
          city_id: inner.cityId,
          kind: 'limit-rule',
          key: 'sample-county',
          no: 999,
          definition: JSON.stringify({
            ...{ id: 'sample-county', urgency: null, matter: null, type: null, channel: null },
            ...{ area: sent.area_code.slice(0, 6), limitClass: 'N15' },
            ...{ validFrom: null, validTo: null },
          }),
        })
        .execute();
      await changeCityData(inner, { what: 'limit-rule' });
    }, null);
    const next = await anOrder.inProgress();

    expect(await kept(before)).toEqual(sent);
    expect((await ofOrder(ctx, before.orderId))[0]).toEqual(duty);
    expect(limitVersionOf(sent.limit_version ?? '')).toMatchObject({ row: 'matter' });
    const now = limitVersionOf((await kept(next)).limit_version ?? '');
    expect(now).toMatchObject({ limitClass: 'N15', row: 'sample-county' });
    expect(now?.version).toBeGreaterThan(limitVersionOf(sent.limit_version ?? '')?.version ?? 0);

    const ruleOf = async (orderId: string) =>
      (await as('agent').do(clocks, { orderId })).rows.find(({ name }) => name === 'handle')?.rule;
    const { on } = cityHour(clock.now(), ctx.city.zone);
    expect(await ruleOf(before.orderId)).toMatchObject({
      limitClass: sent.limit_class,
      row: null,
      on,
    });
    expect(await ruleOf(next.orderId)).toMatchObject({ ...now, on });
  }),
);

test('what was kept in another form names no rule', () => {
  expect(limitVersionOf('N5')).toBeNull();
  expect(limitVersionOf('N5/general@7')).toEqual({ limitClass: 'N5', row: 'general', version: 7 });
});
