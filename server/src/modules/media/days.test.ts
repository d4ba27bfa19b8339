import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { acceptTask, claimDone, judgeClaim } from '../../../test/use-cases.ts';
import { withdrawTask } from '../tasks/index.ts';
import { addCall, endDay, planDay } from './answering-days.ts';
import { listPromises } from './promise-rows.ts';
import { addPromise, closePromise } from './promises.ts';
import { publicPieces } from './public-pieces.ts';
import { listDays, readDay } from './read-days.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const words = '三天内修好并现场核对。';
const refused = (asked: Promise<unknown>, code: string) =>
  expect(asked).rejects.toMatchObject({ code });

test(
  'what a leader promises on the answering day becomes a task, and each promise has a closing record',
  inCity(async ({ as, anOrder, travelTo, clock }) => {
    const account = (no: number) => ({ accountId: `00000000-0000-7000-8000-00000000000${no}` });
    const lead = as('shift-lead', account(1));
    const day = { leaderPost: '分管副市长', unit: bureau.unitCode, theme: '市政照明' };
    const at = (hour: number) => `2026-03-05T0${hour}:00:00.000Z`;
    const plan = (startsAt: string, endsAt: string) =>
      lead.do(planDay, { ...day, startsAt, endsAt });
    await refused(plan(at(3), at(1)), 'media.bad-hours');
    const { dayId } = await plan(at(1), at(3));
    const { rows: shown, days } = await as('agent').do(publicPieces, {});
    expect([shown, days]).toMatchObject([[], [{ leader: '分管副市长', startsAt: at(1) }]]);
    await refused(lead.do(endDay, { dayId, held: true, words }), 'media.day-not-begun');

    await travelTo(new Date('2026-03-05T01:30:00Z'));
    const { id: orderId, order_no: orderNo } = await anOrder.toDispatch();
    const other = await anOrder.toDispatch();
    await lead.do(addCall, { dayId, orderNo, note: '来电人等了一周' });
    await refused(lead.do(addCall, { dayId, orderNo, note: '' }), 'media.called-twice');
    await refused(
      lead.do(addCall, { dayId, orderNo: '350600-20260305-000009', note: '' }),
      'orders.no-such-order',
    );
    const confined = await anOrder.toDispatch({ secrecy: 3 });
    const director = as('director', account(3));
    await refused(
      director.do(addCall, { dayId, orderNo: confined.order_no, note: '' }),
      'media.confined-order',
    );
    const promise = { dayId, orderId, words, unit: bureau.unitCode, promisedOn: '2026-03-10' };
    await refused(lead.do(addPromise, { ...promise, orderId: other.id }), 'media.not-called');
    const { no, taskId } = await lead.do(addPromise, promise);
    const second = await lead.do(addPromise, promise);
    await lead.do(endDay, { dayId, held: true, words: '接听二件。' });
    await refused(lead.do(addCall, { dayId, orderNo, note: '' }), 'media.day-over');

    const close = (which: number, result: 'kept' | 'not-kept') =>
      lead.do(closePromise, { dayId, no: which, result, words: '灯已亮,来电人确认。' });
    await refused(close(no, 'kept'), 'media.task-runs');
    const unit = as('liaison', { ...bureau, ...account(2) });
    await unit.do(acceptTask, { taskId });
    await unit.do(claimDone, { taskId, words: '线路已换,灯亮。', fileIds: [] });
    await lead.do(judgeClaim, { taskId, confirmed: true, reason: '' });
    await close(no, 'kept');
    await refused(close(no, 'kept'), 'media.promise-closed');
    await refused(close(9, 'kept'), 'media.no-such-promise');

    await travelTo(new Date('2026-03-11T02:00:00Z'));
    const { counts } = await lead.do(listDays, {});
    expect(counts).toEqual({ all: 2, closed: 1, open: 1, late: 1 });
    expect((await lead.do(listPromises, { box: 'late' })).rows).toMatchObject([
      { no: second.no, orderNo, isLate: true, closing: null },
    ]);
    await lead.do(withdrawTask, { taskId: second.taskId, reason: '道路改造,另行安排。' });
    await refused(close(second.no, 'kept'), 'media.task-runs');
    await close(second.no, 'not-kept');
    const { promised, called } = await lead.do(readDay, { dayId });
    expect(promised.map(({ closing }) => closing?.result)).toEqual(['kept', 'not-kept']);
    expect(called).toMatchObject([{ orderNo, note: '来电人等了一周', mayOpen: true }]);
    await refused(lead.do(readDay, { dayId: taskId }), 'media.no-such-day');
    expect(clock.now().toISOString()).toBe('2026-03-11T02:00:00.000Z');
  }),
);
