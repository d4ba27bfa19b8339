import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { askInfo, giveInfo, markFixed, sign } from '../../../test/use-cases.ts';
import { cityHour } from '../organisation/index.ts';
import { clocks } from './clocks.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const minutes = (at: Date, count: number) => new Date(at.getTime() + count * 60_000);
const days = (at: Date, count: number) => minutes(at, count * 24 * 60);

type Row = Awaited<ReturnType<typeof clocks>>['rows'][number];
const named = (rows: readonly Row[], name: Row['name']) => rows.find((row) => row.name === name);
const counted = (row: Row | undefined) =>
  row?.lines.reduce((sum, line) => sum + line.minutes, 0) ?? Number.NaN;

test(
  'every clock of a life explains itself line by line',
  inCity(async ({ as, anOrder, clock, travelTo }) => {
    const start = clock.now();
    const key = await anOrder.inProgress();
    const read = async () => (await as('agent').do(clocks, { orderId: key.orderId })).rows;
    const first = await read();
    expect(first.map(({ name }) => name).toSorted()).toEqual(
      ['contact', 'dispatch', 'handle', 'promise', 'sign'].toSorted(),
    );
    expect(named(first, 'dispatch')).toMatchObject({ state: 'stopped', isMet: true });
    await travelTo(minutes(start, 90));
    await as('handler', bureau).do(sign, key);
    await travelTo(days(start, 7));
    const later = await read();
    expect(named(later, 'sign')).toMatchObject({ state: 'stopped', isMet: true });
    const handle = named(later, 'handle');
    expect(handle?.lines.map(({ kind }) => kind)).toContain('weekend');
    for (const row of later) expect(Math.abs(counted(row) - row.elapsedMinutes)).toBeLessThan(1);
    expect(handle?.limitLabel).toMatch(/工作日/);
    await travelTo(days(start, 60));
    expect(named(await read(), 'handle')).toMatchObject({ state: 'running', isMet: false });
  }),
);

test(
  'where the law gives the department time of its own, both limits stand side by side',
  inCity(async ({ as, anOrder }) => {
    const ours = await anOrder.inProgress();
    const read = (orderId: string) => as('agent').do(clocks, { orderId });
    expect((await read(ours.orderId)).statutory).toEqual([]);

    const wages = await anOrder.inProgress({ matterCode: '070101', type: 'TS' });
    const { rows, statutory } = await read(wages.orderId);
    expect(
      statutory.map(({ stage, limitLabel, extensionLabel }) => [stage, limitLabel, extensionLabel]),
    ).toEqual([
      ['劳动监察:受理', '5 个工作日', null],
      ['劳动监察:调查完成', '60 个工作日', '30 个工作日'],
    ]);
    expect(new Set(statutory.map(({ isUnverified }) => isUnverified))).toEqual(new Set([true]));
    const [accept, finish] = statutory;
    expect(Date.parse(finish?.dueAt ?? '')).toBeGreaterThan(Date.parse(accept?.dueAt ?? ''));
    expect(Date.parse(finish?.extendedDueAt ?? '')).toBeGreaterThan(
      Date.parse(finish?.dueAt ?? ''),
    );
    expect(named(rows, 'handle')?.limitLabel).toMatch(/工作日/);
  }),
);

test(
  'an order nobody has been sent yet has no statutory limit running',
  inCity(async ({ as, anOrder }) => {
    const { id: orderId } = await anOrder.toDispatch({ matterCode: '070101', type: 'TS' });
    expect((await as('agent').do(clocks, { orderId })).statutory).toEqual([]);
  }),
);

test(
  'while information is awaited the unit’s clock stands still and says why',
  inCity(async ({ as, anOrder, clock, travelTo }) => {
    const start = clock.now();
    const key = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await travelTo(days(start, 1));
    await handler.do(askInfo, { ...key, question: '灯杆编号是多少?' });
    await travelTo(days(start, 2));
    const { rows } = await as('agent').do(clocks, { orderId: key.orderId });
    const handle = named(rows, 'handle');
    expect(handle?.state).toBe('paused');
    expect(handle?.lines.at(-1)).toMatchObject({ kind: 'paused', label: '等待补充信息' });
  }),
);

test(
  'what left in the evening counts as sent the next morning, and a pause says how far it moved the day',
  inCity(async ({ as, anOrder, travelTo, ctx }) => {
    await travelTo(new Date('2026-03-06T12:30:00Z'));
    const key = await anOrder.inProgress();
    const read = async () =>
      named((await as('agent').do(clocks, { orderId: key.orderId })).rows, 'handle');
    await travelTo(new Date('2026-03-09T08:00:00Z'));
    await as('handler', bureau).do(sign, key);
    const [off, weekend, sentOn] = (await read())?.lines ?? [];
    expect([off?.kind, weekend?.kind]).toEqual(['off-hours', 'weekend']);
    // Noon is no news on a day that does not count.
    expect(sentOn).toMatchObject({ kind: 'dispatch-day', to: '2026-03-09T08:00:00.000Z' });
    expect(sentOn?.label).toMatch(/^下班后或休息日开始/);
    const due = (await read())?.dueAt;
    expect((await read())?.dueNote).toBe('');

    await travelTo(new Date('2026-03-10T02:00:00Z'));
    await as('handler', bureau).do(askInfo, { ...key, question: '灯杆编号是多少?' });
    await travelTo(new Date('2026-03-11T02:00:00Z'));
    await as('agent').do(giveInfo, { orderId: key.orderId, content: '12号。', fileIds: [] });
    await travelTo(new Date('2026-03-12T02:00:00Z'));
    const moved = await read();
    expect(new Date(moved?.dueAt ?? 0) > new Date(due ?? 0)).toBe(true);
    const { on, time } = cityHour(new Date(due ?? 0), ctx.city.zone);
    expect(moved?.dueNote).toBe(`原定 ${on} ${time},因暂停顺延`);
    expect(moved?.countsOfficeHours).toBe(true);
    expect(counted(moved)).toBe(moved?.elapsedMinutes);
    const { lines, limitMinutes } = moved ?? { lines: [], limitMinutes: null };
    expect(limitMinutes).toBeGreaterThan(0);
    for (const line of lines)
      if (!['off-hours', 'counted', 'weekend'].includes(line.kind)) expect(line.label).not.toBe('');
  }),
);

test(
  'acceptance to repair stands beside the clocks of the class: met in time, missed after',
  inCity(async ({ as, anOrder, clock, travelTo }) => {
    const start = clock.now();
    const emergency = { urgency: 'U1' as const, matterCode: '010102' };
    const inTime = await anOrder.inProgress(emergency);
    const tooLate = await anOrder.inProgress(emergency);
    const repair = async (orderId: string) =>
      named((await as('agent').do(clocks, { orderId })).rows, 'repair');
    const handler = as('handler', bureau);
    await travelTo(minutes(start, 24));
    for (const key of [inTime, tooLate]) await handler.do(sign, key);
    await handler.do(markFixed, { ...inTime, fileIds: [] });
    expect(await repair(inTime.orderId)).toMatchObject({
      state: 'stopped',
      isMet: true,
      elapsedMinutes: 24,
      limitLabel: '30 分钟',
    });
    expect(await repair(tooLate.orderId)).toMatchObject({ state: 'running', isMet: null });
    await travelTo(minutes(start, 45));
    expect(await repair(tooLate.orderId)).toMatchObject({ state: 'running', isMet: false });
    await handler.do(markFixed, { ...tooLate, fileIds: [] });
    expect(await repair(tooLate.orderId)).toMatchObject({ state: 'stopped', isMet: false });
    const sign45 = (await as('agent').do(clocks, { orderId: tooLate.orderId })).rows;
    expect(named(sign45, 'sign')).toMatchObject({ isMet: false, state: 'stopped' });
  }),
);

test(
  'an appeal from the web waits for an agent against two hours',
  inCity(async ({ as, anOrder, clock, travelTo }) => {
    const start = clock.now();
    const { id: orderId } = await anOrder.waiting();
    await travelTo(minutes(start, 121));
    const { rows } = await as('agent').do(clocks, { orderId });
    expect(rows).toMatchObject([{ name: 'accept', state: 'running', isMet: false }]);
  }),
);
