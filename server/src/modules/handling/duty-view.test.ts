import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { addUnit, attempt, delegate, orderPage, reassign, redo } from '../../../test/use-cases.ts';
import { dispatchOrder, ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { dutyView } from './duty-view.ts';

const county = { unitCode: '350602', unitPath: '350600/350602', areaCode: '350602000000' };
const below = { unitCode: '350602.zjj', unitPath: '350600/350602/350602.zjj' };
const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
const police = { unitCode: '350600.jj110', unitPath: '350600/350600.jj110' };
const toCounty = '请先围挡,再查权属';
const toBureau = '请你局今天修好';

test(
  'each duty comes with its own note, and nobody reads what was written for another',
  inCity(async ({ as, ctx, system, anOrder }) => {
    const { id: orderId } = await anOrder.toDispatch();
    const nobody = { assists: [], linkage: [], copies: [] };
    await system.do(async (inside) => {
      const order = await orders.lock(inside, orderId);
      await dispatchOrder(inside, order, { lead: '350602', ...nobody, note: toCounty });
    }, null);
    const dutyOf = async (unit: string) =>
      (await ofOrder(ctx, orderId)).find(
        ({ unit_code, state }) => unit_code === unit && state !== 'revoked',
      )?.id ?? '';
    const noteFor = async (seat: typeof below) =>
      (
        await as('unit-leader', seat).do(dutyView, {
          orderId,
          assignmentId: await dutyOf(seat.unitCode),
        })
      ).note;

    await as('county-dispatcher', county).do(delegate, {
      orderId,
      assignmentId: await dutyOf('350602'),
      unitCode: '350602.zjj',
      note: toBureau,
    });
    await as('dispatcher').do(addUnit, {
      orderId,
      unitCode: police.unitCode,
      role: 'linkage',
      reason: '请疏导车辆',
    });
    expect(await noteFor(county)).toBe(toCounty);
    expect(await noteFor(below)).toBe(toBureau);
    expect(await noteFor(police)).toBe('请疏导车辆');

    const notesOn = async (seat: typeof below) =>
      (await as('liaison', seat).do(orderPage, { orderId })).notes.map(({ content }) => content);
    expect(await notesOn(county)).toEqual([toCounty, toBureau]);
    expect(await notesOn(below)).toEqual([toBureau]);
    expect(await notesOn(police)).toEqual([]);

    await as('dispatcher').do(reassign, { orderId, lead: bureau.unitCode, reason: '不属该县' });
    expect(await noteFor(bureau)).toBe(toCounty);
  }),
);

test(
  'a redo comes with what is asked for',
  inCity(async ({ as, ctx, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    const caller = as('call-back-agent');
    const answers = {
      contacted: true,
      solved: 'not-solved' as const,
      processRating: 'satisfied' as const,
      resultRating: 'dissatisfied' as const,
      reason: '还是不亮',
      reasonClass: 'subjective' as const,
    };
    await caller.do(attempt, { orderId, reached: true, answers });
    await caller.do(redo, { orderId, reason: '换灯头后晚上再看一次' });
    const again = (await ofOrder(ctx, orderId)).find(({ round }) => round === 1);
    const view = await as('handler', bureau).do(dutyView, {
      orderId,
      assignmentId: again?.id ?? '',
    });
    expect(view.note).toBe('换灯头后晚上再看一次');
  }),
);
