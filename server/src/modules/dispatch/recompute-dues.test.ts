import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  askExtension,
  askInfo,
  contact,
  decideDay,
  decideDeferral,
  proposeDay,
  sign,
} from '../../../test/use-cases.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import type { Doer } from '../../platform/testing/in-city.ts';
import * as orders from '../orders/index.ts';
import { ofOrder, one } from './assignments.repo.ts';
import { delegate } from './delegate.ts';

const at = (local: string) => new Date(`${local}+08:00`);
const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const notice = '市防汛抗旱指挥部停工停业通告(示例)';

interface Centre {
  as(who: 'admin' | 'director'): Doer;
  drain(): Promise<number>;
}

async function declare({ as, drain }: Centre, on: string, kind: 'off' | 'work' | 'plain') {
  const said = { on, kind, dayName: '台风停工', notice };
  const { correctionId } = await as('admin').do(proposeDay, said);
  await as('director').do(decideDay, { correctionId, confirmed: true });
  await drain();
}

const movedOf = async (ctx: Context, id: string) =>
  (await historyOf(ctx, { kind: 'order', id })).filter(({ type }) => type === 'dispatch.due-moved');

test(
  'a day closed by the typhoon moves what crosses it, once, and says why; taken back, it moves back',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const key = await anOrder.inProgress();
    const urgent = await anOrder.inProgress({ urgency: 'U1' });
    const [before] = await ofOrder(ctx, urgent.orderId);
    await drain();
    const due = async () => {
      const { due_at, original_due_at, contact_due_at } = await one(
        ctx,
        key.orderId,
        key.assignmentId,
      );
      const order = await orders.find(ctx, key.orderId);
      expect([order?.due_at, order?.promise_at, original_due_at]).toEqual([due_at, due_at, due_at]);
      return [due_at, contact_due_at];
    };
    const planned = [at('2026-03-05T17:30:00'), at('2026-03-03T17:30:00')];
    expect(await due()).toEqual(planned);

    await declare({ as, drain }, '2026-03-04', 'off');
    expect(await due()).toEqual([at('2026-03-06T17:30:00'), planned[1]]);
    const [moved] = await movedOf(ctx, key.orderId);
    expect(moved?.data).toMatchObject({
      dueBefore: planned[0]?.toISOString(),
      dueAt: at('2026-03-06T17:30:00').toISOString(),
      days: [{ on: '2026-03-04', before: null, after: 'off' }],
    });
    // Natural hours run through a typhoon.
    expect((await ofOrder(ctx, urgent.orderId))[0]?.due_at).toEqual(before?.due_at);
    expect(await movedOf(ctx, urgent.orderId)).toEqual([]);

    // A day behind the deadline moves nothing, and what followed already follows no further.
    await declare({ as, drain }, '2026-03-12', 'off');
    expect(await movedOf(ctx, key.orderId)).toHaveLength(1);
    await declare({ as, drain }, '2026-03-04', 'plain');
    expect(await due()).toEqual(planned);
    expect(await movedOf(ctx, key.orderId)).toHaveLength(2);
  }),
);

test(
  'the alarm rings when the moved limit to sign has passed, the requester hears of a later day only',
  inCity(async ({ as, ctx, anOrder, drain, travelTo }) => {
    const { orderId, assignmentId } = await anOrder.inProgress({ matterCode: '010101' });
    const before = await one(ctx, orderId, assignmentId);
    await drain();
    const told = async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::integer as count from notices.message
        where order_id = ${orderId} and template = 'promise-changed'`.execute(ctx.tx);
      return rows[0]?.count;
    };
    await declare({ as, drain }, '2026-03-02', 'off');
    expect(await told()).toBe(1);
    const after = await one(ctx, orderId, assignmentId);
    expect((after.sign_due_at ?? 0) > (before.sign_due_at ?? 0)).toBe(true);
    await travelTo(before.sign_due_at ?? ctx.now);
    await drain();
    expect((await one(ctx, orderId, assignmentId)).state).toBe('sent');
    await travelTo(after.sign_due_at ?? ctx.now);
    await drain();
    expect((await one(ctx, orderId, assignmentId)).signed_late).toBe(true);
    await declare({ as, drain }, '2026-03-02', 'plain');
    expect(await told()).toBe(1);
  }),
);

test(
  'what stands still is moved when it goes on, and only then',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const paused = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, paused);
    await handler.do(contact, { ...paused, reached: true, note: '' });
    await handler.do(askInfo, { ...paused, question: '请补充灯杆编号。' });
    await declare({ as, drain }, '2026-03-03', 'off');
    expect(await movedOf(ctx, paused.orderId)).toHaveLength(1);
    const again = await one(ctx, paused.orderId, paused.assignmentId);
    expect(again.due_at).toEqual(at('2026-03-06T17:30:00'));
  }),
);

test(
  'more time that was granted stays granted, and the first date follows the calendar as well',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const key = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    const plan = '分两步实施,先设计后施工。';
    await handler.do(askExtension, { ...key, reason: 'weather', amount: 2, plan });
    const granting = { orderId: key.orderId, granted: true, words: '' };
    await as('shift-lead').do(decideDeferral, granting);
    const dates = async () => {
      const { due_at, original_due_at } = await one(ctx, key.orderId, key.assignmentId);
      return [original_due_at, due_at];
    };
    expect(await dates()).toEqual([at('2026-03-05T17:30:00'), at('2026-03-09T17:30:00')]);
    await declare({ as, drain }, '2026-03-04', 'off');
    expect(await dates()).toEqual([at('2026-03-06T17:30:00'), at('2026-03-10T17:30:00')]);
    await declare({ as, drain }, '2026-03-09', 'off');
    expect(await dates()).toEqual([at('2026-03-06T17:30:00'), at('2026-03-11T17:30:00')]);
  }),
);

test(
  'what was passed down moves with the unit above, but for a time somebody named',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const county = { unitCode: '350626', unitPath: '350600/350626', areaCode: '350626000000' };
    const place = { matterCode: '150101', areaCode: '350626100001', lead: '350626' };
    const passDown = async (dueAt?: string) => {
      const { orderId, assignmentId } = await anOrder.inProgress(place);
      await as('county-dispatcher', county).do(delegate, {
        orderId,
        assignmentId,
        unitCode: '350626100',
        note: '请先入户核实',
        ...(dueAt && { dueAt }),
      });
      return orderId;
    };
    const free = await passDown();
    const [above] = await ofOrder(ctx, free);
    const wish = at('2026-03-05T12:00:00').toISOString();
    const named = await passDown(wish);
    await declare({ as, drain }, '2026-03-04', 'off');
    const [parent, child] = await ofOrder(ctx, free);
    expect((parent?.due_at ?? 0) > (above?.due_at ?? 0)).toBe(true);
    expect(child?.due_at).toEqual(parent?.due_at);
    expect((await ofOrder(ctx, named))[1]?.due_at?.toISOString()).toBe(wish);
  }),
);

test(
  'one person does not put the calendar right alone',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const key = await anOrder.inProgress();
    const before = await one(ctx, key.orderId, key.assignmentId);
    const said = { on: '2026-03-04', kind: 'off' as const, dayName: '台风停工', notice };
    const { correctionId } = await as('admin').do(proposeDay, said);
    await expect(as('admin').do(proposeDay, said)).rejects.toMatchObject({
      code: 'calendar.day-waits',
    });
    const admin = as('admin', { has: () => true });
    const both = await admin.do(proposeDay, { ...said, on: '2026-03-05' });
    await expect(admin.do(decideDay, { ...both, confirmed: true })).rejects.toMatchObject({
      code: 'calendar.second-person',
    });
    const director = as('director');
    await director.do(decideDay, { correctionId, confirmed: false });
    await drain();
    expect(await one(ctx, key.orderId, key.assignmentId)).toEqual(before);
    await expect(director.do(decideDay, { correctionId, confirmed: true })).rejects.toMatchObject({
      code: 'calendar.decided-already',
    });
    await expect(
      director.do(decideDay, { correctionId: key.orderId, confirmed: true }),
    ).rejects.toMatchObject({ code: 'calendar.no-such-correction' });
    await expect(
      as('admin').do(proposeDay, { ...said, on: '2026-03-03', kind: 'plain' }),
    ).rejects.toMatchObject({ code: 'calendar.nothing-new' });
  }),
);
