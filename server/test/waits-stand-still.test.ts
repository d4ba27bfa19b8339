import { expect, test } from 'vitest';
import { askParking } from '../src/modules/deferrals/ask.ts';
import { one } from '../src/modules/dispatch/index.ts';
import { supervise } from '../src/modules/supervision/supervise.ts';
import { historyOf } from '../src/platform/events.ts';
import { inCity } from './kit.ts';
import {
  approveReply,
  askInfo,
  contact,
  decideDeferral,
  giveInfo,
  sign,
  submit,
} from './use-cases.ts';
import { far, justBefore, movesOf, signed, waitOf } from './waiting-kit.ts';
import { bureau, reply, words } from './waiting-scenes.ts';

test(
  'while the order waits for its requester nothing is due of the unit; afterwards it is due later by that',
  inCity(async (kit) => {
    const { as, travelTo, drain } = kit;
    const { orderId, assignmentId, handler } = await signed(kit);
    await as('shift-lead').do(supervise, {
      orderId,
      level: 'S2',
      instrument: 'notice',
      reason: words,
      demands: words,
    });
    const due = (await waitOf(kit, orderId, 'supervision-answer'))?.due ?? far;
    await handler.do(askInfo, { orderId, assignmentId, question: '请补充灯杆编号。' });
    await travelTo(new Date(due.getTime() + 60_000));
    const rung = async () =>
      (await historyOf(kit.ctx, { kind: 'order', id: orderId }, far))
        .filter(({ type }) => type === 'supervision.late' || type === 'supervision.warned')
        .map(({ type }) => type);
    await drain();
    expect(await rung()).toEqual([]);

    await as('agent').do(giveInfo, { orderId, content: '在东门小区。', fileIds: [] });
    await drain();
    const moved = (await waitOf(kit, orderId, 'supervision-answer'))?.due ?? far;
    expect(moved > due).toBe(true);
    expect(await movesOf(kit, orderId)).toMatchObject([
      { wait: 'supervision-answer', dueAt: moved.toISOString() },
      { wait: 'supervision-unmoved' },
    ]);
    await travelTo(justBefore(moved));
    await drain();
    expect(await rung()).not.toContain('supervision.late');
    await travelTo(moved);
    await drain();
    expect((await rung()).filter((type) => type === 'supervision.late')).toHaveLength(1);
  }),
);

test(
  'while the order stands still nobody is rung to sign; afterwards the time to sign is later by that',
  inCity(async (kit) => {
    const { as, ctx, anOrder, travelTo, drain } = kit;
    const key = await anOrder.inProgress({ linkage: ['350600.jj110'] });
    const { orderId } = key;
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await handler.do(contact, { ...key, reached: true, note: '' });
    const linked = key.duties.find(({ role }) => role === 'linkage')?.id ?? '';
    const before = (await one(ctx, orderId, linked)).sign_due_at ?? far;
    await handler.do(askInfo, { ...key, question: '请补充灯杆编号。' });
    await travelTo(new Date(before.getTime() + 60_000));
    await drain();
    expect((await one(ctx, orderId, linked)).state).toBe('sent');
    await as('agent').do(giveInfo, { orderId, content: '在东门小区。', fileIds: [] });
    const after = (await one(ctx, orderId, linked)).sign_due_at ?? far;
    expect(after > before).toBe(true);
    await travelTo(justBefore(after));
    await drain();
    expect((await one(ctx, orderId, linked)).state).toBe('sent');
    await travelTo(after);
    await drain();
    expect(await one(ctx, orderId, linked)).toMatchObject({ state: 'signed', signed_late: true });
  }),
);

test(
  'ringing that was under way when the order stood still goes on afterwards',
  inCity(async (kit) => {
    const { as, ctx, anOrder, travelTo, drain, clock } = kit;
    const key = await anOrder.inProgress({ urgency: 'U2', linkage: ['350600.jj110'] });
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await handler.do(contact, { ...key, reached: true, note: '' });
    const linked = key.duties.find(({ role }) => role === 'linkage')?.id ?? '';
    const duty = () => one(ctx, key.orderId, linked);
    await travelTo((await duty()).sign_due_at ?? far);
    await drain();
    expect(await duty()).toMatchObject({ state: 'sent', rings: 1 });
    await handler.do(askInfo, { ...key, question: '请补充灯杆编号。' });
    await travelTo(new Date(clock.now().getTime() + 3_600_000));
    await drain();
    expect(await duty()).toMatchObject({ state: 'sent', rings: 1 });
    await as('agent').do(giveInfo, { orderId: key.orderId, content: '在东门小区。', fileIds: [] });
    // To the end of the roster.
    for (let turn = 1; turn <= 4; turn += 1) {
      await travelTo(new Date(clock.now().getTime() + 3_600_000));
      await drain();
    }
    expect((await duty()).state).toBe('signed');
  }),
);

test(
  'in the ledger nothing is due of the unit; cleared, its answer to the supervision is due later by that',
  inCity(async (kit) => {
    const { as, ctx, travelTo, drain, clock } = kit;
    const { orderId, assignmentId, handler } = await signed(kit);
    await as('shift-lead').do(supervise, {
      orderId,
      level: 'S2',
      instrument: 'notice',
      reason: words,
      demands: words,
    });
    const due = (await waitOf(kit, orderId, 'supervision-answer'))?.due ?? far;
    await as('unit-leader', bureau).do(askParking, {
      orderId,
      assignmentId,
      reason: 'funding',
      plan: '分两步实施,先设计后施工。',
      publicWords: '该路段路灯改造已列入年度计划,资金落实后实施。',
      milestones: [{ what: '完成施工', dueOn: '2026-12-20' }],
    });
    await as('director').do(decideDeferral, { orderId, granted: true, words: '' });
    await travelTo(new Date(due.getTime() + 86_400_000));
    await drain();
    const lates = async () =>
      (await historyOf(ctx, { kind: 'order', id: orderId }, far)).filter(
        ({ type }) => type === 'supervision.late',
      );
    await handler.do(submit, { orderId, assignmentId, ...reply });
    await drain();
    await as('reviewer').do(approveReply, { orderId });
    await drain();
    expect(await lates()).toEqual([]);
    const moved = (await waitOf(kit, orderId, 'supervision-answer'))?.due ?? far;
    expect(moved > clock.now()).toBe(true);
    await travelTo(moved);
    await drain();
    expect(await lates()).toHaveLength(1);
  }),
);
