import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { tablesOf } from '../../platform/db.ts';
import { changeCityData } from '../organisation/index.ts';
import { dayFacts, deadline, workingCalendar } from './index.ts';

const at = (local: string) => new Date(`${local}+08:00`);
const fiveDays = { kind: 'working-days', days: 5 } as const;

test(
  'the city’s own days off and hours decide when a limit ends',
  inCity(async ({ ctx }) => {
    const calendar = await workingCalendar(ctx);
    const dueOf = (from: Date) => deadline({ from, limit: fiveDays, calendar }).dueAt;
    expect(dueOf(at('2026-03-02T09:00:00'))).toEqual(at('2026-03-09T17:30:00'));
    // National Day 2026: off from 1 to 7 October, made up for on 20 September and 10 October.
    expect(dueOf(at('2026-09-30T09:00:00'))).toEqual(at('2026-10-13T17:30:00'));
    // Summer hours in Fujian end half an hour later.
    expect(dueOf(at('2026-07-06T09:00:00'))).toEqual(at('2026-07-13T18:00:00'));
  }),
);

test(
  'a day declared off counts at once, without a restart',
  inCity(async ({ system, ctx }) => {
    const due = () =>
      system.do(async (inner) => {
        const calendar = await workingCalendar(inner);
        return deadline({ from: at('2026-03-02T09:00:00'), limit: fiveDays, calendar }).dueAt;
      }, null);
    expect(await due()).toEqual(at('2026-03-09T17:30:00'));
    await tablesOf<'calendar'>(ctx.tx)
      .insertInto('calendar.day')
      .values({
        city_id: ctx.cityId,
        on_day: '2026-03-04',
        kind: 'off',
        name: '台风停工',
        source: '示例',
      })
      .execute();
    await system.do(changeCityData, { what: 'test' });
    expect(await due()).toEqual(at('2026-03-10T17:30:00'));
  }),
);

test(
  'a year is provisional until its notice names New Year’s Day, whatever the city closes by itself',
  inCity(async ({ system, ctx }) => {
    const reaching = () =>
      system.do(async (inner) => {
        const calendar = await workingCalendar(inner);
        const { dueAt, isProvisional } = deadline({
          from: at('2026-12-29T09:00:00'),
          limit: fiveDays,
          calendar,
        });
        return { dueAt, isProvisional };
      }, null);
    const off = async (on_day: string) => {
      await tablesOf<'calendar'>(ctx.tx)
        .insertInto('calendar.day')
        .values({ city_id: ctx.cityId, on_day, kind: 'off', name: '放假', source: '示例' })
        .execute();
      await system.do(changeCityData, { what: 'test' });
    };
    expect(await reaching()).toEqual({ dueAt: at('2027-01-05T17:30:00'), isProvisional: true });
    await off('2027-01-05');
    expect(await reaching()).toEqual({ dueAt: at('2027-01-06T17:30:00'), isProvisional: true });
    await off('2027-01-01');
    expect(await reaching()).toEqual({ dueAt: at('2027-01-07T17:30:00'), isProvisional: false });
  }),
);

test.each([
  ['2026-03-02T07:59:59', true, false],
  ['2026-03-02T08:00:00', false, false],
  ['2026-03-02T17:59:59', false, false],
  ['2026-03-02T18:00:00', true, false],
  ['2026-06-06T23:59:59', true, false],
  ['2026-06-07T10:00:00', false, true],
  ['2026-06-10T23:59:59', true, true],
  ['2026-06-11T00:00:00', true, false],
])('%s: night %s, exam %s', (local, isNight, isExamDay) =>
  inCity(async ({ ctx }) => {
    expect(await dayFacts(ctx, at(local))).toEqual({
      on: local.slice(0, 10),
      isNight,
      isExamDay,
    });
  })(),
);
