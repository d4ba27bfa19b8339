import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../../test/kit.ts';
import { attempt, decideDay, proposeDay } from '../../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../../demo/invented.ts';
import type { Context } from '../../../platform/context.ts';
import { historyOf } from '../../../platform/events.ts';
import { handledJobs } from '../../../platform/jobs.ts';
import { workingCalendar } from '../../calendar/index.ts';
import '../index.ts';
import { checkReport } from './check-report.ts';
import { freezeReport } from './freeze-report.ts';
import { listReports, readReport } from './read-reports.ts';
import { definitionsVersion, digestOf } from './report-content.ts';
import { findReport, shownReports } from './reports.repo.ts';
import { rulesOf, rulesToStore } from './stored-rules.ts';

const month = '2026-03';
const from = (seed: string) => ({
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf(seed) },
});

/** The job, run before the news of the orders has reached the facts. */
const makeNow = async (ctx: Context, payload: { reportId: string }): Promise<void> =>
  handledJobs().get('indicators:freeze')?.(ctx, payload);

type Kit = Parameters<Parameters<typeof inCity>[0]>[0];

/** Asked for, made again by the job, and what the report then says. */
async function checked({ as, drain }: Pick<Kit, 'as' | 'drain'>, reportId: string) {
  const director = as('director');
  await director.do(checkReport, { reportId });
  expect((await director.do(readReport, { reportId })).check?.isSame).toBeNull();
  await drain();
  return (await director.do(readReport, { reportId })).check;
}

type Subject = Parameters<typeof historyOf>[1];
type Read = Awaited<ReturnType<typeof readReport>>;
const changedIn = ({ rows }: Read) => rows.filter(({ now }) => now !== null).map(({ key }) => key);
const figureIn = ({ rows }: Read, key: FigureKey) => rows.find((row) => row.key === key)?.adjusted;

test(
  'a frozen report stays the same, byte for byte, whatever happens afterwards; a new one says it',
  inCity(async ({ as, ctx, anOrder, drain, travelTo, clock }) => {
    const settle = async () => {
      await travelTo(new Date(clock.now().getTime() + 5000));
      await drain();
    };
    await anOrder.closed(from('rated'));
    const unrated = await anOrder.forCallBack(from('unrated'));
    await drain();
    await travelTo(new Date(clock.now().getTime() + 60_000));
    const director = as('director');
    const { id } = await director.do(freezeReport, { month });
    await expect(director.do(readReport, { reportId: id })).rejects.toMatchObject({
      code: 'scorecard.report-making',
    });
    await settle();

    const before = await director.do(readReport, { reportId: id });
    expect(figureIn(before, 'K42-strict')).toEqual({ numerator: 1, denominator: 1 });
    expect(figureIn(before, 'K42-all')).toEqual({ numerator: 1, denominator: 2 });
    // Both orders are of issues of their own, spoken of in the last days; one was solved.
    expect(figureIn(before, 'K44')).toEqual({ numerator: 0, denominator: 2 });
    expect(figureIn(before, 'K45')).toEqual({ numerator: 0, denominator: 1 });
    expect(changedIn(before)).toEqual([]);
    const kept = await findReport(ctx, id);
    expect(kept.digest).toBe(digestOf(kept.content ?? ''));
    const told = await director.do((now: Context, subject: Subject) => historyOf(now, subject), {
      kind: 'report',
      id,
    });
    expect(told.at(-1)?.data).toEqual({ digest: kept.digest });

    await travelTo(new Date(clock.now().getTime() + 3_600_000));
    await as('call-back-agent').do(attempt, {
      orderId: unrated,
      reached: true,
      answers: {
        contacted: true,
        solved: 'not-solved',
        processRating: 'satisfied',
        resultRating: 'dissatisfied',
        reason: '灯还是不亮',
        reasonClass: 'subjective',
      },
    });
    await anOrder.toDispatch(from('new'));
    await drain();

    const after = await director.do(readReport, { reportId: id });
    expect(figureIn(after, 'K42-strict')).toEqual({ numerator: 1, denominator: 1 });
    expect(changedIn(after)).toEqual(expect.arrayContaining(['K42-strict', 'K42-rated', 'K41a']));
    expect(after.check).toBeNull();
    expect((await checked({ as, drain }, id))?.isSame).toBe(true);
    expect((await findReport(ctx, id)).content).toBe(kept.content);

    await travelTo(new Date(clock.now().getTime() + 60_000));
    const again = await director.do(freezeReport, { month });
    await settle();
    const second = await director.do(readReport, { reportId: again.id });
    expect(second.no).toBe(2);
    expect(figureIn(second, 'K42-strict')).toEqual({ numerator: 1, denominator: 2 });
    expect(changedIn(second)).toEqual([]);
    expect((await director.do(listReports, undefined)).rows.map(({ no }) => no)).toEqual([2, 1]);
  }),
);

test(
  'a report of other definitions is not held against today’s: both are named',
  inCity(async ({ as, ctx, drain, travelTo, clock }) => {
    const director = as('director');
    const { id } = await director.do(freezeReport, { month });
    await travelTo(new Date(clock.now().getTime() + 5000));
    await drain();
    await sql`update indicators.report set definitions = 'older' where id = ${id}::uuid`.execute(
      ctx.tx,
    );
    expect(await director.do(checkReport, { reportId: id })).toEqual({
      isAsked: false,
      definitions: { ofReport: 'older', today: definitionsVersion },
    });
    expect((await director.do(readReport, { reportId: id })).check).toBeNull();
  }),
);

test(
  'what was told before the cutoff is in it, also when the facts have not heard of it yet',
  inCity(async ({ as, anOrder, drain, travelTo, clock }) => {
    await anOrder.closed(from('rated'));
    await travelTo(new Date(clock.now().getTime() + 60_000));
    const director = as('director');
    const { id } = await director.do(freezeReport, { month });
    await travelTo(new Date(clock.now().getTime() + 5000));
    await director.do(makeNow, { reportId: id });
    await expect(director.do(readReport, { reportId: id })).rejects.toMatchObject({
      code: 'scorecard.report-making',
    });
    await drain();
    await travelTo(new Date(clock.now().getTime() + 5000));
    await drain();
    expect(figureIn(await director.do(readReport, { reportId: id }), 'K42-strict')).toEqual({
      numerator: 1,
      denominator: 1,
    });
    expect((await checked({ as, drain }, id))?.isSame).toBe(true);
  }),
);

test(
  'a calendar corrected afterwards is not the one a report was made by',
  inCity(async ({ as }) => {
    const director = as('director');
    const on = '2026-03-03';
    const kindNow = async (ctx: Context) => (await workingCalendar(ctx)).day(on).kind;
    const stored = await director.do(rulesToStore, undefined);
    const closed = { on, kind: 'off', dayName: '停工', notice: '市里的停工通知' } as const;
    const { correctionId } = await as('admin').do(proposeDay, closed);
    await director.do(decideDay, { correctionId, confirmed: true });
    expect(await director.do(kindNow, undefined)).toBe('holiday');
    expect(rulesOf(JSON.parse(JSON.stringify(stored))).calendar.day(on).kind).toBe('working');
  }),
);

test(
  'a month that has not begun is refused',
  inCity(async ({ as }) => {
    await expect(as('director').do(freezeReport, { month: '2031-01' })).rejects.toMatchObject({
      code: 'scorecard.month-ahead',
    });
  }),
);

test(
  'a county finds its report however many of others came after it',
  inCity(async ({ as }) => {
    const director = as('director');
    const { id } = await director.do(freezeReport, { month, county: '350602' });
    for (let no = 0; no < shownReports; no += 1) await director.do(freezeReport, { month });
    const county = as('county-dispatcher', { unitCode: '350602', unitPath: '350600/350602' });
    expect((await county.do(listReports, undefined)).rows.map((row) => row.id)).toEqual([id]);
    const unit = as('liaison', { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' });
    expect((await unit.do(listReports, undefined)).rows).toEqual([]);
  }),
);
