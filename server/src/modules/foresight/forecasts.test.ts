import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { refusalOf } from '../../../test/refusal-of.ts';
import { linkOrder } from '../../../test/use-cases.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { dayAfter } from '../../platform/zone.ts';
import { change } from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';
import { cityTraits, dayHours, dayNo, exampleSeries, shapes } from '../warnings/index.ts';
import { askForecast } from './ask-forecast.ts';
import { compareForecast } from './compare-forecast.ts';
import { confirmForecast, dismissForecast } from './decide-forecast.ts';
import './index.ts';
import { openProactive } from './open-proactive.ts';
import { listCounted, listForecasts, readForecast } from './read-forecast.ts';
import { decideTelling, deliverTelling, writeTelling } from './tellings.ts';

// Two years are walked, twice.
vi.setConfig({ testTimeout: 60_000 });

const [county, controlCounty] = ['350602', '350603'];
const reason = '与值班情况相符,予以确认。';
const today = ({ ctx }: Kit) => cityHour(ctx.now, ctx.city.zone).on;
const wish = (kit: Kit, begin = 3) => ({
  name: '三月路灯',
  ...{ county, controlCounty, matters: ['010105'] },
  fromOn: dayAfter(today(kit), begin),
  untilOn: dayAfter(today(kit), begin + 6),
});

/** Two years of both counties, as the hours of the city are counted. */
async function history(kit: Kit): Promise<void> {
  const { ctx } = kit;
  const shape = shapes.find(({ name }) => name === 'county');
  if (!shape) throw new Error('There is no such shape.');
  const traits = await cityTraits(ctx);
  const from = dayAfter(today(kit), -730);
  for (const [seed, at] of [county, controlCounty].entries()) {
    const { rows } = exampleSeries({ shape, seed: seed + 3, from, days: 730, traits });
    const days = rows.filter(({ count }) => count > 0);
    await sql`
      insert into warnings.count (city_id, key, hour, count)
      select ${ctx.cityId}, ${`matter:010105@${at}`}, hour, count
      from unnest(${days.map(({ on }) => dayNo(on) * dayHours + 9)}::int[],
        ${days.map(({ count }) => count)}::int[]) as d (hour, count)`.execute(ctx.tx);
  }
}

/** 反复点位: three appeals about one thing. */
async function spot(kit: Parameters<Parameters<typeof inCity>[0]>[0]) {
  const at = { areaCode: '350602001000' };
  const first = await kit.anOrder.toDispatch(at);
  for (let more = 0; more < 2; more += 1) {
    const { id: orderId } = await kit.anOrder.toDispatch(at);
    const link = { issueId: first.issue_id, orderId, reason: '同一根灯杆。' };
    await kit.as('shift-lead').do(linkOrder, link);
  }
  await kit.travelTo(new Date(kit.ctx.now.getTime() + 60_000));
  return first;
}

async function confirmed(kit: Kit): Promise<string> {
  await history(kit);
  const analyst = kit.as('analyst');
  const { forecastId } = await analyst.do(askForecast, wish(kit));
  await kit.drain();
  await analyst.do(confirmForecast, { forecastId, reason });
  return forecastId;
}

test(
  'a forecast says its band, what it rests on and what it was tested on, and a person confirms it before it begins',
  inCity(async (kit) => {
    await history(kit);
    const told = await spot(kit);
    const analyst = kit.as('analyst');
    const { forecastId } = await analyst.do(askForecast, wish(kit));
    expect((await analyst.do(readForecast, { forecastId })).state).toBe('making');
    await kit.drain();
    const made = await analyst.do(readForecast, { forecastId });
    expect(made).toMatchObject({ state: 'draft', model: 'weeks-and-days-1+signals-1' });
    expect(made.content?.days).toHaveLength(7);
    expect(made.content?.control.days).toHaveLength(7);
    const { low = 0, high = 0, expected = 0 } = made.band ?? {};
    expect(low).toBeLessThanOrEqual(expected);
    expect(high).toBeGreaterThanOrEqual(expected);
    expect(made.content?.tested.days).toBeGreaterThan(200);
    expect(made.content?.lastYear?.seen).toBeGreaterThan(0);
    const { id: orderId, issue_id: issueId } = told;
    expect(made.content?.spots).toMatchObject([{ issueId, orders: 3, title: expect.any(String) }]);
    // What is kept holds nobody's words, and what was made secret since is called nothing.
    const { rows: kept } = await sql<{ spots: object[] }>`
      select content -> 'spots' as spots from foresight.forecast`.execute(kit.ctx.tx);
    expect(kept[0]?.spots[0]).not.toHaveProperty('title');
    await change(kit.ctx, made.content?.spots[0]?.orderId ?? orderId, { secrecy: 1 });
    expect((await analyst.do(readForecast, { forecastId })).content?.spots).toEqual([]);
    expect(await refusalOf(analyst, compareForecast, { forecastId })).toBe(
      'foresight.not-confirmed',
    );
    await analyst.do(confirmForecast, { forecastId, reason });
    expect(await refusalOf(analyst, dismissForecast, { forecastId, reason })).toBe(
      'foresight.not-decidable',
    );
    const { rows } = await analyst.do(listForecasts, {});
    expect(rows.map(({ state }) => state)).toEqual(['confirmed']);
  }),
);

test(
  'what has begun, a county against itself, a town, too long a period, and too little known are refused or said',
  inCity(async (kit) => {
    const analyst = kit.as('analyst');
    const asked = wish(kit);
    const refused = (more: Partial<typeof asked>) =>
      refusalOf(analyst, askForecast, { ...asked, ...more });
    expect(await refused({ fromOn: today(kit) })).toBe('foresight.window-begun');
    expect(await refused({ controlCounty: county })).toBe('foresight.same-county');
    expect(await refused({ county: '350600' })).toBe('foresight.not-a-county');
    expect(await refused({ untilOn: dayAfter(asked.fromOn, 14) })).toBe(
      'foresight.window-too-long',
    );
    expect(await refusalOf(analyst, readForecast, { forecastId: kit.ctx.newId() })).toBe(
      'foresight.no-such-forecast',
    );
    const { forecastId } = await analyst.do(askForecast, asked);
    await kit.drain();
    expect((await analyst.do(readForecast, { forecastId })).state).toBe('impossible');
  }),
);

test(
  'predicted is held against actual and against the control county; the run is kept and opens to its orders',
  inCity(async (kit) => {
    const forecastId = await confirmed(kit);
    const analyst = kit.as('analyst');
    expect(await refusalOf(analyst, compareForecast, { forecastId })).toBe(
      'foresight.window-not-over',
    );
    const proactive = {
      ...{ matterCode: '010105', areaCode: '350602001000', title: '', address: '' },
      ...{ urgency: 'U3' as const, content: '逐杆检查路灯。', basis: '预测高于平日。' },
    };
    expect(await refusalOf(analyst, openProactive, { ...proactive, trigger: 'forecast' })).toBe(
      'foresight.forecast-needed',
    );
    expect(await refusalOf(analyst, openProactive, { ...proactive, trigger: 'signal' })).toBe(
      'foresight.signal-needed',
    );
    await analyst.do(openProactive, { ...proactive, trigger: 'forecast', forecastId });
    await kit.travelTo(new Date(kit.ctx.now.getTime() + 4 * 86_400_000));
    await kit.anOrder.toDispatch({ areaCode: '350602001000' });
    await kit.anOrder.toDispatch({ areaCode: '350602001000' });
    await kit.anOrder.toDispatch({ areaCode: '350603001000' });
    // Neither another matter nor what nobody asked for is counted.
    await analyst.do(openProactive, { ...proactive, trigger: 'found' });
    await kit.anOrder.toDispatch({ areaCode: '350602001000', matterCode: '010103' });
    await kit.travelTo(new Date(kit.ctx.now.getTime() + 12 * 86_400_000));
    const first = await analyst.do(compareForecast, { forecastId });
    const again = await analyst.do(compareForecast, { forecastId });
    expect([first.no, again.no]).toEqual([1, 2]);
    const { comparisons, proactive: own } = await analyst.do(readForecast, { forecastId });
    expect(comparisons[1]).toMatchObject({
      actual: 2,
      controlActual: 1,
      proactive: 1,
      verdict: 'below',
    });
    expect({ ...comparisons[0], no: 1 }).toEqual(comparisons[1]);
    expect(own).toHaveLength(1);
    const behind = await analyst.do(listCounted, { forecastId, of: 'county' });
    expect(behind.rows).toHaveLength(2);
    expect((await analyst.do(listCounted, { forecastId, of: 'control' })).rows).toHaveLength(1);
  }),
);

test(
  'a notice is approved by somebody else, and only then is said whom it reached',
  inCity(async (kit) => {
    const forecastId = await confirmed(kit);
    const writer = kit.as('shift-lead');
    const { tellingId } = await writer.do(writeTelling, {
      ...{ forecastId, areaCode: '350602001000', audience: 'shops', channel: 'visit' },
      words: '台风将至,请加固店招和雨棚,有险情请拨打12345。',
    });
    const reached = { tellingId, receivers: 40, note: '网格员上门登记表' };
    expect(await refusalOf(writer, deliverTelling, reached)).toBe('foresight.notice-not-approved');
    const decide = { tellingId, isApproved: true, reason: '' };
    expect(await refusalOf(writer, decideTelling, decide)).toBe('foresight.own-notice');
    const director = kit.as('director');
    expect(await refusalOf(director, decideTelling, { ...decide, isApproved: false })).toBe(
      'foresight.reason-needed',
    );
    await director.do(decideTelling, decide);
    expect(await refusalOf(director, decideTelling, decide)).toBe('foresight.notice-decided');
    await writer.do(deliverTelling, reached);
    expect(await writer.do(deliverTelling, { ...reached, receivers: 25 })).toEqual({ reached: 65 });
    const { tellings } = await writer.do(readForecast, { forecastId });
    expect(tellings[0]).toMatchObject({ reached: 65, state: 'approved' });
    expect(tellings[0]?.deliveries.map(({ no }) => no)).toEqual([1, 2]);
    expect(
      await refusalOf(director, decideTelling, { ...decide, tellingId: kit.ctx.newId() }),
    ).toBe('foresight.no-such-notice');
  }),
);
