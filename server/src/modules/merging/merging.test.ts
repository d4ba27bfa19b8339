import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  approveReply,
  attempt,
  close,
  contact,
  orderPage,
  recall,
  sentMessages,
  sign,
  submit,
  withdrawFor,
} from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { historyOf } from '../../platform/events.ts';
import { reportFalse } from '../call-back/index.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { openAfter } from './members.repo.ts';
import { mergeOrders } from './merge-orders.ts';
import { readMerging } from './read-merging.ts';
import { unmergeOrder } from './unmerge-order.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const day = 24 * 3_600_000;
const reason = '同一路口的同一盏灯';
const reply = {
  isTrue: 'not-true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '到现场更换灯泡,已亮灯。',
  publicAnswer: '您好,路口的路灯已经修好,感谢您的反映。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
};
const someone = (seed: string) => ({
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf(seed) },
});

test(
  'several people, one answer: everybody keeps number, message, call-back and rating, and all are counted',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const key = await anOrder.inProgress();
    const one = await anOrder.toDispatch(someone('one'));
    const secret = await anOrder.toDispatch({ ...someone('two'), secrecy: 2, type: 'JB' });
    await as('dispatcher').do(mergeOrders, {
      orderId: key.orderId,
      orderIds: [one.id, secret.id],
      reason,
    });
    const seen = await as('dispatcher').do(readMerging, { orderId: key.orderId });
    expect(seen).toMatchObject({ members: 2, people: 3, mayMerge: true });
    const first = await openAfter(ctx, key.orderId, { after: null, most: 1 });
    const next = await openAfter(ctx, key.orderId, { after: first[0] ?? null, most: 9 });
    expect([...first, ...next]).toEqual([one.id, secret.id].toSorted());
    expect((await as('dispatcher').do(readMerging, { orderId: one.id })).master).toMatchObject({
      orderId: key.orderId,
    });
    // The unit that answers learns how many wait, and of nobody who.
    const atUnit = await as('handler', bureau).do(readMerging, { orderId: key.orderId });
    expect(atUnit).toMatchObject({ members: 2, people: 3, rows: [] });
    const told = JSON.stringify(await historyOf(ctx, { kind: 'order', id: key.orderId }));
    for (const { id, order_no } of [one, secret])
      for (const word of [id, order_no]) expect(told).not.toContain(word);

    await as('handler', bureau).do(sign, key);
    await as('handler', bureau).do(contact, { ...key, reached: true, note: '' });
    await as('handler', bureau).do(submit, { ...key, ...reply });
    await as('reviewer').do(approveReply, { orderId: key.orderId });
    await drain();
    for (const { id } of [one, secret]) {
      const page = await as('shift-lead').do(orderPage, { orderId: id });
      expect(page).toMatchObject({ status: 'call-back', answer: reply.publicAnswer });
      const { rows } = await as('shift-lead').do(sentMessages, { order: id });
      expect(rows.filter(({ text }) => text.includes(reply.publicAnswer))).toHaveLength(1);
    }
    // What is found about the answer is found about the order that was answered.
    const found = { foundHow: 'site-check' as const, found: reason, fileIds: [key.orderId] };
    await expect(
      as('reviewer').do(reportFalse, { orderId: one.id, ...found }),
    ).rejects.toMatchObject({ code: 'merging.report-master' });
    const answers = {
      contacted: false,
      solved: 'solved' as const,
      processRating: 'satisfied' as const,
      resultRating: 'very-satisfied' as const,
      reason: '',
      reasonClass: null,
    };
    await as('call-back-agent').do(attempt, { orderId: one.id, reached: true, answers });
    await as('call-back-agent').do(close, { orderId: one.id, as: 'solved', note: '' });
    expect((await orders.find(ctx, one.id))?.status).toBe('closed');
    expect((await orders.find(ctx, key.orderId))?.status).toBe('call-back');
  }),
);

test(
  'an answer that names somebody does not go to the others',
  inCity(async ({ as, anOrder, ctx, drain }) => {
    const key = await anOrder.inProgress();
    const one = await anOrder.toDispatch(someone('one'));
    await as('dispatcher').do(mergeOrders, { orderId: key.orderId, orderIds: [one.id], reason });
    await as('handler', bureau).do(sign, key);
    await as('handler', bureau).do(contact, { ...key, reached: true, note: '' });
    const named = `您好,已与您的电话${inventedPhoneOf('an order')}联系,路灯修好了。`;
    await as('handler', bureau).do(submit, { ...key, ...reply, publicAnswer: named });
    const approving = { orderId: key.orderId };
    await expect(as('reviewer').do(approveReply, approving)).rejects.toMatchObject({
      code: 'merging.names-person',
      facts: { members: 1 },
    });
    const publicAnswer = reply.publicAnswer;
    await as('reviewer').do(approveReply, { ...approving, publicAnswer });
    await drain();
    expect((await orders.find(ctx, one.id))?.status).toBe('call-back');
  }),
);

test(
  'what needs hurry, other readers, another place or another round is handled by itself',
  inCity(async ({ as, anOrder }) => {
    const { orderId } = await anOrder.inProgress();
    const merge = (orderIds: string[], into: string) =>
      as('shift-lead').do(mergeOrders, { orderId: into, orderIds, reason });
    const refusal = async (differences: Parameters<typeof anOrder.toDispatch>[0]) => {
      const { id } = await anOrder.toDispatch(differences);
      return merge([id], orderId).catch(({ code }) => code);
    };
    expect(await refusal({ urgency: 'U2' })).toBe('merging.urgent');
    expect(await refusal({ secrecy: 3 })).toBe('merging.named-readers');
    expect(await refusal({ areaCode: '350626100000' })).toBe('merging.other-county');
    expect(await merge([orderId], orderId).catch(({ code }) => code)).toBe('merging.itself');

    const plain = await anOrder.toDispatch();
    const secret = await anOrder.toDispatch({ secrecy: 1 });
    const answered = await anOrder.forCallBack();
    expect(await merge([plain.id], secret.id).catch(({ code }) => code)).toBe(
      'merging.master-secret',
    );
    expect(await merge([plain.id], answered).catch(({ code }) => code)).toBe('merging.master-over');
    const leading = await anOrder.toDispatch();
    await merge([plain.id], leading.id);
    expect(await merge([leading.id], orderId).catch(({ code }) => code)).toBe(
      'merging.has-members',
    );
    // All or none.
    const [good, bad] = [await anOrder.toDispatch(), await anOrder.toDispatch({ urgency: 'U1' })];
    await expect(merge([good.id, bad.id], orderId)).rejects.toMatchObject({
      code: 'merging.urgent',
    });
    expect(await as('dispatcher').do(readMerging, { orderId: good.id })).toMatchObject({
      master: null,
    });
    await expect(as('agent').do(unmergeOrder, { orderId: plain.id, reason })).rejects.toMatchObject(
      { code: 'identity.not-permitted' },
    );
  }),
);

test(
  'taken out, it goes back to its unit with the time that was left, and from the desk to the desk',
  inCity(async ({ as, ctx, anOrder, travelTo, clock }) => {
    const master = await anOrder.toDispatch();
    const sent = await anOrder.inProgress();
    const waiting = await anOrder.toDispatch(someone('one'));
    await as('handler', bureau).do(sign, sent);
    const before = await orders.find(ctx, sent.orderId);
    await travelTo(new Date(clock.now().getTime() + day));
    const merging = { orderId: master.id, orderIds: [sent.orderId, waiting.id], reason };
    await as('dispatcher').do(mergeOrders, merging);
    const merged = await ofOrder(ctx, sent.orderId);
    expect(merged.map(({ state }) => state)).toEqual(['revoked']);
    await expect(
      as('handler', bureau).do(orderPage, { orderId: sent.orderId }),
    ).rejects.toMatchObject({ code: 'orders.no-such-order' });

    await travelTo(new Date(clock.now().getTime() + 2 * day));
    for (const orderId of [sent.orderId, waiting.id])
      await as('dispatcher').do(unmergeOrder, { orderId, reason: '不是同一盏灯' });
    const back = await orders.find(ctx, sent.orderId);
    expect(back).toMatchObject({ status: 'in-progress', lead_unit: '350600.zjj' });
    // Two working days it was somewhere else: Thursday, and then a weekend lies between.
    expect(before?.due_at).toEqual(new Date('2026-03-05T09:30:00Z'));
    expect(back?.due_at).toEqual(new Date('2026-03-09T09:30:00Z'));
    expect(await orders.find(ctx, waiting.id)).toMatchObject({
      status: 'to-dispatch',
      merged_into: null,
    });
    await expect(
      as('dispatcher').do(unmergeOrder, { orderId: waiting.id, reason }),
    ).rejects.toMatchObject({ code: 'orders.stale' });
  }),
);

test(
  'the master recalled keeps its members; withdrawn, everybody else goes on alone; whoever withdraws only leaves',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const { orderId } = await anOrder.inProgress();
    const [one, two] = [
      await anOrder.toDispatch(someone('one')),
      await anOrder.toDispatch(someone('two')),
    ];
    await as('dispatcher').do(mergeOrders, { orderId, orderIds: [one.id, two.id], reason });
    await as('dispatcher').do(recall, { orderId, reason: '派错单位' });
    await as('agent').do(withdrawFor, { orderId: one.id, reason: '' });
    await drain();
    expect((await orders.find(ctx, two.id))?.status).toBe('merged');
    expect(await as('dispatcher').do(readMerging, { orderId })).toMatchObject({ members: 1 });
    await as('agent').do(withdrawFor, { orderId, reason: '' });
    await drain();
    expect((await orders.find(ctx, two.id))?.status).toBe('to-dispatch');
    expect((await orders.find(ctx, one.id))?.status).toBe('withdrawn');
  }),
);
