import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  approveReply,
  contact,
  dutyView,
  recall,
  rejectReply,
  sign,
  submit,
} from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { ofOrder, one } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { askExtension, askParking, askSuspension, withdrawDeferral } from './ask.ts';
import { decideDeferral } from './decide.ts';
import { ledgerSheet } from './export-ledger.ts';
import { listDeferrals, listLedger } from './list-deferrals.ts';
import { publicLedger } from './public-ledger.ts';
import { readDeferrals } from './read-deferrals.ts';
import { reviewLedger } from './review-ledger.ts';
import { resume } from './suspend.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const day = 24 * 3_600_000;
const plan = '分两步实施,先设计后施工。';
const parking = {
  reason: 'funding' as const,
  plan,
  publicWords: '该路段路灯改造已列入下一年度计划,资金落实后实施。',
  milestones: [
    { what: '完成设计', dueOn: '2026-09-30' },
    { what: '完成施工', dueOn: '2026-12-20' },
  ],
};
const reply = {
  isTrue: 'not-true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '改造完成,路灯全部亮起。',
  publicAnswer: '您好,路灯改造已经完成,感谢您的等待。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
};

test(
  'more time: asked before the limit, granted once, told; what it first was due stays',
  inCity(async ({ as, ctx, anOrder }) => {
    const key = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    const before = await one(ctx, key.orderId, key.assignmentId);
    const asking = { ...key, reason: 'construction' as const, amount: 2, plan };
    await expect(handler.do(askExtension, { ...asking, amount: 9 })).rejects.toMatchObject({
      code: 'deferrals.too-long',
      facts: { most: '2个工作日' },
    });
    expect(await handler.do(askExtension, asking)).toEqual({ state: 'asked' });
    await expect(handler.do(askExtension, asking)).rejects.toMatchObject({
      code: 'deferrals.open',
    });
    expect((await one(ctx, key.orderId, key.assignmentId)).due_at).toEqual(before.due_at);
    const { rows } = await as('shift-lead').do(listDeferrals, {});
    expect(rows).toMatchObject([{ order: { id: key.orderId }, request: { span: '2个工作日' } }]);
    const { dueAt } = await as('shift-lead').do(decideDeferral, {
      orderId: key.orderId,
      granted: true,
      words: '',
    });
    const after = await one(ctx, key.orderId, key.assignmentId);
    expect(after.due_at?.toISOString()).toBe(dueAt);
    expect(after.original_due_at).toEqual(before.due_at);
    expect((after.due_at?.getTime() ?? 0) > (before.due_at?.getTime() ?? 0)).toBe(true);
    await expect(handler.do(askExtension, asking)).rejects.toMatchObject({
      code: 'deferrals.extended-enough',
    });
  }),
);

test(
  'an extension of working days is the same limit, longer: three and two are five from the dispatch',
  inCity(async ({ as, ctx, anOrder }) => {
    const extended = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, extended);
    await handler.do(askExtension, { ...extended, reason: 'weather', amount: 2, plan });
    const { dueAt } = await as('shift-lead').do(decideDeferral, {
      orderId: extended.orderId,
      granted: true,
      words: '',
    });
    const limits = (await one(ctx, extended.orderId, extended.assignmentId)).limits;
    expect(limits).toMatchObject({ handle: { kind: 'working-days', days: 5 } });
    expect(dueAt).not.toBeNull();
  }),
);

test(
  'nothing is extended after its limit',
  inCity(async ({ as, anOrder, travelTo, clock }) => {
    const key = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    const offered = async () => (await handler.do(dutyView, key)).abilities;
    expect(await offered()).toContain('extend');
    await travelTo(new Date(clock.now().getTime() + 20 * day));
    expect(await offered()).not.toContain('extend');
    await expect(
      handler.do(askExtension, { ...key, reason: 'weather', amount: 1, plan }),
    ).rejects.toMatchObject({ code: 'deferrals.too-late' });
  }),
);

test(
  'a refused request says why, and the unit works on',
  inCity(async ({ as, ctx, anOrder }) => {
    const key = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await handler.do(askSuspension, { ...key, reason: 'await-test', plan });
    const decide = { orderId: key.orderId, granted: false, words: '' };
    await expect(as('reviewer').do(decideDeferral, decide)).rejects.toMatchObject({
      code: 'deferrals.words-needed',
    });
    await as('reviewer').do(decideDeferral, { ...decide, words: '检测不影响先行处置' });
    expect(await orders.find(ctx, key.orderId)).toMatchObject({ status: 'in-progress' });
    const { requests } = await handler.do(readDeferrals, key);
    expect(requests).toMatchObject([{ state: 'refused', words: '检测不影响先行处置' }]);
  }),
);

test(
  'suspended, the clocks stand still, and run on by themselves when the longest time is over',
  inCity(async ({ as, ctx, anOrder, travelTo, clock, drain }) => {
    const key = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    const first = await one(ctx, key.orderId, key.assignmentId);
    await handler.do(askSuspension, { ...key, reason: 'await-requester', plan });
    await as('shift-lead').do(decideDeferral, { orderId: key.orderId, granted: true, words: '' });
    expect(await orders.find(ctx, key.orderId)).toMatchObject({ status: 'suspended' });
    await travelTo(new Date(clock.now().getTime() + 40 * day));
    await drain();
    const order = await orders.find(ctx, key.orderId);
    expect(order).toMatchObject({ status: 'in-progress' });
    const after = await one(ctx, key.orderId, key.assignmentId);
    expect((after.due_at?.getTime() ?? 0) - (first.due_at?.getTime() ?? 0)).toBeGreaterThan(
      9 * day,
    );
    await handler.do(askSuspension, { ...key, reason: 'await-requester', plan });
    await as('shift-lead').do(decideDeferral, { orderId: key.orderId, granted: true, words: '' });
    await handler.do(resume, { orderId: key.orderId, words: '诉求人已回来' });
    await expect(
      handler.do(askSuspension, { ...key, reason: 'await-requester', plan }),
    ).rejects.toMatchObject({ code: 'deferrals.suspended-enough' });
  }),
);

test(
  'parked: by the leader, agreed by the director, reviewed every thirty days, cleared by an answer that is reviewed',
  inCity(async ({ as, ctx, anOrder, travelTo, clock, drain }) => {
    const key = await anOrder.inProgress({ linkage: ['350600.jj110'] });
    const { orderId } = key;
    const leader = as('unit-leader', bureau);
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await handler.do(contact, { ...key, reached: true, note: '' });
    await expect(handler.do(askParking, { ...key, ...parking })).rejects.toMatchObject({
      code: 'identity.not-permitted',
    });
    await leader.do(askParking, { ...key, ...parking });
    await expect(
      as('shift-lead').do(decideDeferral, { orderId, granted: true, words: '' }),
    ).rejects.toMatchObject({ code: 'deferrals.not-your-decision' });
    await as('director').do(decideDeferral, { orderId, granted: true, words: '' });
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'parked', due_at: null });
    expect((await ofOrder(ctx, orderId)).map(({ state }) => state)).toEqual(['parked', 'revoked']);
    expect((await handler.do(dutyView, key)).abilities).toContain('submit');

    await travelTo(new Date(clock.now().getTime() + 31 * day));
    await drain();
    const late = await as('director').do(listLedger, {});
    expect(late.rows).toMatchObject([{ order: { id: orderId }, ledger: { isReviewLate: true } }]);
    await expect(
      handler.do(reviewLedger, { orderId, progress: '设计已经完成。', milestonesDone: [3] }),
    ).rejects.toMatchObject({ code: 'deferrals.no-such-milestone', facts: { no: 3 } });
    await handler.do(reviewLedger, { orderId, progress: '设计已经完成。', milestonesDone: [1] });
    const { ledger } = await handler.do(readDeferrals, key);
    expect(ledger).toMatchObject({
      isReviewLate: false,
      reviews: [{ words: '设计已经完成。' }],
      milestones: [{ doneAt: expect.any(String) }, { doneAt: null }],
    });

    await handler.do(submit, { ...key, ...reply });
    await as('reviewer').do(rejectReply, {
      orderId,
      reason: 'evidence-missing',
      note: '请附完工照片',
    });
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'parked' });
    await handler.do(submit, { ...key, ...reply });
    await as('reviewer').do(approveReply, { orderId });
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'call-back', parked_at: null });
    const cleared = await as('director').do(listLedger, { state: 'cleared' });
    expect(cleared.rows).toMatchObject([{ ledger: { clearedAt: expect.any(String) } }]);
  }),
);

test(
  'the ledger names nobody, and its dates lie ahead',
  inCity(async ({ as, anOrder }) => {
    const key = await anOrder.inProgress();
    await as('handler', bureau).do(sign, key);
    const leader = as('unit-leader', bureau);
    const publicWords = '住在芗城区水仙花园3幢502室的住户门前路灯待改造。';
    await expect(leader.do(askParking, { ...key, ...parking, publicWords })).rejects.toMatchObject({
      code: 'deferrals.names-person',
    });
    const guessed = '已列入改造计划,期间加强巡查和临时处置。';
    await leader.do(askParking, { ...key, ...parking, publicWords: guessed });
    await leader.do(withdrawDeferral, key);
    const milestones = [{ what: '完成设计', dueOn: '2020-01-01' }];
    await expect(leader.do(askParking, { ...key, ...parking, milestones })).rejects.toMatchObject({
      code: 'deferrals.milestone-past',
    });
  }),
);

test(
  'everybody may read the ledger: what its approver let out, by township, and nothing of a secret order',
  inCity(async ({ as, anOrder }) => {
    const park = async (order: Parameters<typeof anOrder.inProgress>[0]) => {
      const key = await anOrder.inProgress(order);
      await as('handler', bureau).do(sign, key);
      await as('unit-leader', bureau).do(askParking, { ...key, ...parking });
      await as('director').do(decideDeferral, { orderId: key.orderId, granted: true, words: '' });
    };
    await park({ areaCode: '350602001001' });
    await park({ areaCode: '350602002000', secrecy: 1 });
    const sheet = await as('director').do(ledgerSheet, { state: 'open', purpose: '季度公布' });
    expect(sheet.rows.map((row) => row.slice(4, 7))).toEqual([
      ['挂账中', parking.publicWords, '0/2'],
    ]);
    const anybody = as({ ...as('agent').actor, kind: 'citizen', scope: 'none', unitPath: null });
    const { rows } = await anybody.do(publicLedger, {});
    expect(rows).toMatchObject([
      {
        words: parking.publicWords,
        reason: parking.reason,
        clearedOn: null,
        milestones: [{ isDone: false }, { isDone: false }],
      },
    ]);
    const [line] = rows;
    expect(line?.areaName).toMatch(/(街道|镇|乡)$/);
    expect(JSON.stringify(rows)).not.toMatch(/\d{6}-\d{8}-/);
    expect((await anybody.do(publicLedger, { state: 'cleared' })).rows).toEqual([]);
  }),
);

test(
  'what is urgent neither waits nor goes into the ledger',
  inCity(async ({ as, anOrder }) => {
    const key = await anOrder.inProgress({ urgency: 'U2' });
    await as('handler', bureau).do(sign, key);
    await expect(
      as('unit-leader', bureau).do(askParking, { ...key, ...parking }),
    ).rejects.toMatchObject({ code: 'deferrals.urgent' });
    await expect(
      as('handler', bureau).do(askSuspension, { ...key, reason: 'await-test', plan }),
    ).rejects.toMatchObject({ code: 'deferrals.urgent' });
  }),
);

test(
  'a request is taken back, or lapses with its order',
  inCity(async ({ as, anOrder, drain }) => {
    const key = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    const asking = { ...key, reason: 'construction' as const, amount: 1, plan };
    await handler.do(askExtension, asking);
    await handler.do(withdrawDeferral, key);
    await handler.do(askExtension, asking);
    await as('dispatcher').do(recall, { orderId: key.orderId, reason: '派错了' });
    await drain();
    const { requests } = await as('dispatcher').do(readDeferrals, key);
    expect(requests.map(({ state }) => state)).toEqual(['withdrawn', 'lapsed']);
  }),
);

test(
  'a class that has no extension has none',
  inCity(async ({ as, anOrder }) => {
    const key = await anOrder.inProgress({ matterCode: '010102', urgency: 'U1' });
    await as('handler', bureau).do(sign, key);
    await expect(
      as('handler', bureau).do(askExtension, { ...key, reason: 'weather', amount: 1, plan }),
    ).rejects.toMatchObject({ code: 'deferrals.no-extension' });
  }),
);

test(
  'a unit reads in its ledger no number of who asked for secrecy',
  inCity(async ({ as, anOrder }) => {
    const phone = inventedPhoneOf('a secret parked order');
    const key = await anOrder.inProgress({ secrecy: 1, title: `路灯不亮请打${phone}` });
    await as('handler', bureau).do(sign, key);
    await as('unit-leader', bureau).do(askParking, { ...key, ...parking });
    const agreed = { orderId: key.orderId, granted: true, words: '' };
    await as('director').do(decideDeferral, agreed);
    const { rows } = await as('handler', bureau).do(listLedger, {});
    expect(rows.map(({ order }) => order.id)).toEqual([key.orderId]);
    expect(rows[0]?.order.title).not.toContain(phone);
  }),
);
