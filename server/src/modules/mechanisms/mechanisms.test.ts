import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  approveReply,
  attempt,
  close,
  contact,
  sign,
  submit,
  suggestion,
} from '../../../test/use-cases.ts';
import { historyOf } from '../../platform/events.ts';
import type { Doer } from '../../platform/testing/in-city.ts';
import { keepFile } from '../files/index.ts';
import '../supervision/index.ts';
import { fillForm } from './fill-form.ts';
import { mechanismGroups } from './groups.ts';
import { jointList } from './joint-list.ts';
import { mechanismOrders } from './mechanism-orders.ts';
import { orderMechanism } from './order-mechanism.ts';
import { readMechanism } from './read-mechanism.ts';

const bureau = {
  unitCode: '350602.rsj',
  unitPath: '350600/350602/350602.rsj',
  areaCode: '350602000000',
};
const wages = {
  type: 'QZ' as const,
  matterCode: '070101',
  urgency: 'U3' as const,
  content: '在工地干了两个月,工钱一直没有给。',
  address: '开发区工地',
  fields: {
    employer: '示例劳务',
    project: '示例园区3号厂房',
    contractor: '示例建设',
    labour_company: '示例劳务',
    industry: 'building',
    amount_claimed: 1_300_000,
    workers_count: 1,
    agree_identity: true,
  },
};
const well = {
  contacted: true,
  solved: 'solved' as const,
  processRating: 'satisfied' as const,
  resultRating: 'satisfied' as const,
  reason: '',
  reasonClass: null,
};

/** A file each: the same bytes twice would be one picture. */
async function proofs(handler: Doer, codes: readonly string[]) {
  return Promise.all(
    codes.map(async (code) => {
      const bytes = Buffer.from(`%PDF-1.4\n%${code}\n%%EOF\n`);
      const { file } = await handler.do(keepFile, {
        ...{ name: `${code}.pdf`, declaredType: 'application/pdf', bytes },
        ...{ purpose: 'evidence' as const, takenAt: null, point: null },
      });
      return { code, fileId: file.id };
    }),
  );
}

const answerOf = (evidence: { code: string; fileId: string }[]) => ({
  isTrue: 'true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '到项目部核查,企业当场转账支付。',
  publicAnswer: '您好,拖欠的工资已经支付,请查收。',
  basis: '',
  measures: [{ kind: 'people' as const, what: '约谈项目部负责人' }],
  assetChanges: [],
  evidence,
});

const valuesOf = async (reader: Doer, orderId: string) =>
  Object.fromEntries(
    ((await reader.do(orderMechanism, { orderId })).held?.form ?? []).map(({ code, value }) => [
      code,
      value,
    ]),
  );

test(
  'unpaid wages: to the county bureau with copies, paid with proof, confirmed by the worker, and the sums reconcile',
  inCity(async ({ as, anOrder, drain }) => {
    const waiting = await anOrder.toDispatch(wages);
    const plan = await as('dispatcher').do(suggestion, { orderId: waiting.id });
    expect(plan.lead?.code).toBe('350602.rsj');
    expect(plan.mechanism?.code).toBe('unpaid-wages');
    expect(plan.limit.code).toBe('N5W');
    // Of the industries only the one that was said.
    expect(plan.copies.map(({ code }) => code)).toEqual(['350600.rsj', '350602.zjj', '350602']);

    const key = await anOrder.inProgress({ ...wages, lead: '350602.rsj' });
    await drain();
    const handler = as('handler', bureau);
    const fill = (who: Doer, values: Record<string, number>) =>
      who.do(fillForm, { orderId: key.orderId, values });
    expect(await valuesOf(handler, key.orderId)).toMatchObject({
      project: '示例园区3号厂房',
      amount_claimed: 1_300_000,
      labour_company: '示例劳务',
      amount_paid: null,
    });
    await handler.do(sign, key);
    await handler.do(contact, { ...key, reached: true, note: '' });
    const answer = { ...key, ...answerOf(await proofs(handler, ['inquiry_record', 'pay_proof'])) };
    const incomplete = { code: 'mechanisms.incomplete' };
    await expect(handler.do(submit, answer)).rejects.toMatchObject(incomplete);
    await fill(handler, { amount_verified: 1_300_000, amount_paid: 1_300_000 });
    await expect(fill(handler, { amount_confirmed: 1 })).rejects.toMatchObject({
      code: 'mechanisms.not-your-field',
    });
    await expect(fill(handler, { amount_paid: -1 })).rejects.toMatchObject({
      code: 'mechanisms.bad-value',
    });
    await expect(fill(handler, { wages: 1 })).rejects.toMatchObject({
      code: 'mechanisms.no-such-field',
    });
    await handler.do(submit, answer);
    await as('reviewer').do(approveReply, { orderId: key.orderId });
    const caller = as('call-back-agent');
    await caller.do(attempt, { orderId: key.orderId, reached: true, answers: well });
    const closing = { orderId: key.orderId, as: 'solved' as const, note: '' };
    await expect(caller.do(close, closing)).rejects.toMatchObject(incomplete);
    await fill(caller, { amount_confirmed: 1_250_000 });
    await caller.do(close, closing);
    await expect(fill(caller, { amount_confirmed: 1 })).rejects.toMatchObject({
      code: 'mechanisms.form-closed',
    });
    await drain();

    const director = as('director');
    const ask = { code: 'unpaid-wages' };
    const page = await director.do(readMechanism, ask);
    const figures = Object.fromEntries(page.figures.map(({ code, value }) => [code, value]));
    expect(figures).toMatchObject({ paid: 1_300_000, confirmed: 1_250_000, unconfirmed: 50_000 });
    const behind = await director.do(mechanismOrders, {
      ...ask,
      part: 'in',
      figure: 'unconfirmed',
    });
    expect(behind.rows.map(({ order }) => order.id)).toEqual([key.orderId]);
    // What is sensitive is on no list.
    expect(behind.rows[0]?.values.map(({ code }) => code)).not.toContain('labour_company');
    await expect(
      director.do(mechanismOrders, { ...ask, part: 'in', figure: 'nothing' }),
    ).rejects.toMatchObject({ code: 'mechanisms.no-such-figure' });
    await expect(director.do(readMechanism, { code: 'nothing' })).rejects.toMatchObject({
      code: 'mechanisms.no-such-mechanism',
    });
  }),
);

test(
  'the second complaint about a project is supervised by itself, once, and stands on the joint list',
  inCity(async ({ ctx, as, anOrder, drain }) => {
    const first = await anOrder.inProgress({ ...wages, lead: '350602.rsj' });
    await drain();
    const raisedOn = async (id: string) =>
      (await historyOf(ctx, { kind: 'order', id }))
        .filter(({ type }) => type === 'supervision.opened')
        .map(({ data }) => data);
    expect(await raisedOn(first.orderId)).toEqual([]);
    const fields = { ...wages.fields, project: '示例园区 3号厂房', contractor: '另一家示例建设' };
    const second = await anOrder.inProgress({ ...wages, fields, lead: '350602.rsj' });
    await drain();
    expect(await raisedOn(second.orderId)).toMatchObject([
      { level: 'S3', trigger: 'same-object', unit: '350602.rsj', instrument: 'work-reminder' },
    ]);
    await as('agent').do(fillForm, {
      orderId: second.orderId,
      values: { contractor: '示例建设' },
    });
    await drain();
    expect(await raisedOn(second.orderId)).toHaveLength(1);
    const told = (await historyOf(ctx, { kind: 'order', id: second.orderId })).filter(
      ({ type }) => type === 'mechanisms.repeated',
    );
    expect(told.map(({ data }) => data)).toMatchObject([{ earlier: [first.orderId] }]);

    const list = await as('handler', { ...bureau, unitCode: '350602.gaj' }).do(jointList, {
      code: 'unpaid-wages',
    });
    expect(list.rows.map(({ orderId, supervised }) => [orderId, supervised])).toEqual([
      [second.orderId, 'S3'],
      [first.orderId, null],
    ]);
    // Of another county nothing, of a unit that is not named not even that.
    const elsewhere = { unitCode: '350626.gaj', unitPath: '350600/350626/350626.gaj' };
    const other = await as('handler', elsewhere).do(jointList, { code: 'unpaid-wages' });
    expect(other.rows).toEqual([]);
    const stranger = { unitCode: '350600.slj', unitPath: '350600/350600.slj' };
    await expect(
      as('handler', stranger).do(jointList, { code: 'unpaid-wages' }),
    ).rejects.toMatchObject({ code: 'mechanisms.no-joint-list' });

    // Named only when the second is under way: it is the later one that repeats.
    const unnamed = { ...wages.fields, project: '', contractor: '' };
    const late = await anOrder.inProgress({ ...wages, fields: unnamed, lead: '350602.rsj' });
    const named = { ...unnamed, project: '示例学校宿舍楼' };
    const later = await anOrder.inProgress({ ...wages, fields: named, lead: '350602.rsj' });
    await drain();
    expect(await raisedOn(later.orderId)).toEqual([]);
    const filled = { project: '示例学校宿舍楼' };
    await as('handler', bureau).do(fillForm, { orderId: late.orderId, values: filled });
    await drain();
    expect(await raisedOn(late.orderId)).toEqual([]);
    expect(await raisedOn(later.orderId)).toHaveLength(1);

    const groups = await as('analyst').do(mechanismGroups, { code: 'unpaid-wages', by: 'project' });
    expect(groups.rows).toMatchObject([{ orders: 2, open: 2, counted: null }, { orders: 2 }]);
    await expect(
      as('analyst').do(mechanismGroups, { code: 'unpaid-wages', by: 'labour_company' }),
    ).rejects.toMatchObject({ code: 'mechanisms.no-such-field' });
  }),
);
