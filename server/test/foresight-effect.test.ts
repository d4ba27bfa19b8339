import { foresight, intake } from '@minsheng/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedPhoneOf } from '../src/demo/invented.ts';
import { openSession } from '../src/modules/identity/sessions.repo.ts';
import { cityHour } from '../src/modules/organisation/index.ts';
import {
  cityTraits,
  dayHours,
  dayNo,
  exampleSeries,
  shapes,
} from '../src/modules/warnings/index.ts';
import { systemActor } from '../src/platform/actor.ts';
import type { TestServer } from '../src/platform/testing/test-server.ts';
import { transact } from '../src/platform/transact.ts';
import { dayAfter } from '../src/platform/zone.ts';
import { testServer } from './kit.ts';
import { makePeople, type TestPerson } from './permissions/people.ts';

let server: TestServer;
let people: ReadonlyMap<string, TestPerson>;
beforeAll(async () => {
  server = await testServer();
  people = await makePeople(server.runtime);
}, 120_000);
afterAll(() => server?.stop());

/** Signed in anew each time: days pass between two steps. */
async function as(name: string): Promise<{ token: string }> {
  const accountId = people.get(name)?.accountId ?? null;
  const expiresAt = new Date(server.clock.now().getTime() + 3_600_000);
  const none = { orderId: null, assignmentId: null, unitCode: null, factorAt: null };
  const token = await transact(server.runtime, systemActor, (ctx) =>
    openSession(ctx, { kind: 'staff', accountId, ...none, expiresAt }),
  );
  return { token };
}
const [county, controlCounty] = ['350602', '350603'];
/** 路灯、人行道: two rows of the city's list, forecast together. */
const both = ['010105', '010103'];
const today = () => cityHour(server.clock.now(), server.runtime.city.zone).on;

/** Two years of both matters at both counties, invented from a seed, as the hours of the city are counted. */
async function history(): Promise<void> {
  const shape = shapes.find(({ name }) => name === 'village');
  if (!shape) throw new Error('There is no such shape.');
  const from = dayAfter(today(), -730);
  await transact(server.runtime, systemActor, async (ctx) => {
    const traits = await cityTraits(ctx);
    for (const [no, key] of both
      .flatMap((matter) => [county, controlCounty].map((at) => `matter:${matter}@${at}`))
      .entries()) {
      const { rows } = exampleSeries({ shape, seed: no + 3, from, days: 730, traits });
      const days = rows.filter(({ count }) => count > 0);
      await sql`
        insert into warnings.count (city_id, key, hour, count)
        select ${ctx.cityId}, ${key}, hour, count
        from unnest(${days.map(({ on }) => dayNo(on) * dayHours + 9)}::int[],
          ${days.map(({ count }) => count)}::int[]) as d (hour, count)`.execute(ctx.tx);
    }
  });
}

const tells = async (matterCode: string, areaCode: string, seed: number) =>
  server.call(
    intake.createOrder,
    {
      ...{ content: `路口第${seed}处要修。`, type: 'QZ', matterCode, areaCode },
      ...{ address: '胜利路', requester: { phone: inventedPhoneOf(`effect ${seed}`) } },
      ...{ result: 'dispatch', fields: fieldsOf[matterCode] ?? {} },
    },
    await as('agent'),
  );
const fieldsOf: Record<string, Record<string, string>> = {
  '010105': { road_name: '胜利路', lamp_problem: 'pole_leaning' },
  '010103': { road_name: '胜利路', sidewalk_problem: 'broken' },
};

test('below its band: what was done about a forecast of several matters stands beside what came, and beside the control county (M7-4)', {
  timeout: 240_000,
}, async () => {
  await history();
  const analyst = await as('analyst');
  const fromOn = dayAfter(today(), 2);
  const { forecastId } = await server.call(
    foresight.askForecast,
    {
      ...{ name: '路灯和人行道', county, controlCounty, matters: both },
      ...{ fromOn, untilOn: dayAfter(fromOn, 6) },
    },
    analyst,
  );
  await server.advance(5);
  const read = async () => server.call(foresight.readForecast, { forecastId }, await as('analyst'));
  const made = await read();
  expect(made.state).toBe('draft');
  expect(made.matters.map(({ code }) => code)).toEqual([...both].toSorted());
  const { low = 0 } = made.band ?? {};
  // Two matters bring more than either: a band with room below it.
  expect(low).toBeGreaterThan(3);
  const reason = '与值班情况相符,予以确认。';
  await server.call(foresight.confirmForecast, { forecastId, reason }, analyst);
  await server.call(
    foresight.openProactive,
    {
      ...{ forecastId, trigger: 'forecast', matterCode: '010105', areaCode: '350602001000' },
      ...{ title: '逐杆检查', address: '胜利路', urgency: 'U3' },
      ...{ content: '节前逐杆检查路灯,损坏的当天修。', basis: '预测高于平日。' },
    },
    analyst,
  );
  const { tellingId } = await server.call(
    foresight.writeTelling,
    {
      ...{ forecastId, areaCode: '350602001000', audience: 'residents', channel: 'poster' },
      words: '本周检修路灯和人行道,有险情请拨打12345。',
    },
    analyst,
  );
  const decided = { tellingId, isApproved: true, reason: '' };
  await server.call(foresight.decideTelling, decided, await as('director'));
  const reached = { tellingId, receivers: 120, note: '张贴十二处' };
  await server.call(foresight.deliverTelling, reached, analyst);

  await server.advance(3 * 24 * 60);
  const own = [await tells('010105', '350602001000', 1), await tells('010103', '350602001000', 2)];
  const elsewhere = [];
  for (let no = 3; no < 3 + low; no += 1)
    elsewhere.push(await tells(no % 2 ? '010105' : '010103', '350603001000', no));
  await server.advance(7 * 24 * 60);
  const later = await as('analyst');
  await server.call(foresight.compareForecast, { forecastId }, later);
  const { comparisons, proactive, tellings } = await read();
  expect(comparisons[0]).toMatchObject({
    ...{ verdict: 'below', actual: own.length, controlActual: elsewhere.length },
    ...{ proactive: 1, reached: 120 },
  });
  expect(proactive.map(({ title }) => title)).toEqual(['逐杆检查']);
  expect(tellings.map(({ reached }) => reached)).toEqual([120]);
  const counted = await server.call(foresight.listCounted, { forecastId, of: 'county' }, later);
  expect(counted.rows.map(({ orderId }) => orderId).toSorted()).toEqual(
    own.map(({ orderId }) => orderId).toSorted(),
  );
});
