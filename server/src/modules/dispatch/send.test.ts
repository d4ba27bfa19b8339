import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { historyOf, verifyChain } from '../../platform/events.ts';
import * as orders from '../orders/index.ts';
import { ofOrder } from './assignments.repo.ts';
import { delegate } from './delegate.ts';
import { reassign } from './reassign.ts';
import { recall } from './recall.ts';
import { send } from './send.ts';
import { undoSend } from './undo-send.ts';

const nobodyElse = { assists: [], linkage: [], copies: [], note: '' };

test(
  'a dispatch gives one lead and starts its clocks',
  inCity(async ({ as, ctx, anOrder }) => {
    const order = await anOrder.toDispatch();
    const { dueAt } = await as('dispatcher').do(send, {
      orderId: order.id,
      lead: '350600.zjj',
      ...nobodyElse,
    });
    const sent = await orders.find(ctx, order.id);
    expect(sent).toMatchObject({ status: 'in-progress', lead_unit: '350600.zjj' });
    expect(sent?.due_at?.toISOString()).toBe(dueAt);
    expect(sent?.promise_at?.toISOString()).toBe(dueAt);
    const history = await historyOf(ctx, { kind: 'order', id: order.id });
    expect(history.map(({ type }) => type)).toEqual([
      'intake.accepted',
      'dispatch.assigned',
      'dispatch.sent',
    ]);
    expect(verifyChain(history)).toEqual({ ok: true });
  }),
);

test(
  '110 and the bureau are sent in the same instant',
  inCity(async ({ as, ctx, anOrder }) => {
    const order = await anOrder.toDispatch({ matterCode: '010102', urgency: 'U1' });
    const units = {
      lead: '350600.zjj',
      assists: [],
      linkage: ['350600.jj110'],
      copies: [],
      note: '',
    };
    await as('dispatcher').do(send, { orderId: order.id, ...units });
    const duties = await ofOrder(ctx, order.id);
    expect(duties.map(({ unit_code, role }) => [unit_code, role])).toEqual([
      ['350600.zjj', 'lead'],
      ['350600.jj110', 'linkage'],
    ]);
    expect(new Set(duties.map(({ sent_at }) => sent_at.getTime())).size).toBe(1);
  }),
);

test(
  'a village is not given a bureau’s matter; that it was tried stays, once for the same unit, on a whole chain',
  inCity(async ({ as, ctx, anOrder }) => {
    const order = await anOrder.toDispatch({ matterCode: '040101', areaCode: '350602001000' });
    const village = { orderId: order.id, lead: '350602001', ...nobodyElse };
    const refused = { code: 'dispatch.grassroots-guard' };
    await expect(as('dispatcher').do(send, village)).rejects.toMatchObject(refused);
    await expect(as('dispatcher').do(send, village)).rejects.toMatchObject(refused);
    const helped = { ...village, lead: '350600.cgj', assists: ['350602001'] };
    await expect(as('dispatcher').do(send, helped)).rejects.toMatchObject({
      code: 'dispatch.guard-reason',
    });
    const history = await historyOf(ctx, { kind: 'order', id: order.id });
    const held = history.filter(({ type }) => type === 'dispatch.guard-held');
    expect(held.map(({ data }) => data)).toEqual([
      { unit: '350602001', role: 'lead' },
      { unit: '350602001', role: 'assist' },
    ]);
    expect(verifyChain(history).ok).toBe(true);
    expect(await ofOrder(ctx, order.id)).toEqual([]);
  }),
);

test(
  'nor a county’s: neither sent to a township nor passed on to it',
  inCity(async ({ as, anOrder }) => {
    const county = { unitCode: '350626', unitPath: '350600/350626', areaCode: '350626000000' };
    const place = { matterCode: '020403', areaCode: '350626100001' };
    const order = await anOrder.toDispatch(place);
    await expect(
      as('dispatcher').do(send, { orderId: order.id, lead: '350626100', ...nobodyElse }),
    ).rejects.toMatchObject({
      code: 'dispatch.grassroots-guard',
      facts: { level: '县(市、区)', matter: '征收拆迁安置补偿' },
    });
    const { orderId, assignmentId } = await anOrder.inProgress({ ...place, lead: '350626' });
    await expect(
      as('county-dispatcher', county).do(delegate, {
        orderId,
        assignmentId,
        unitCode: '350626100',
        note: '请就近办理',
      }),
    ).rejects.toMatchObject({ code: 'dispatch.grassroots-guard' });
  }),
);

test(
  'a bureau’s matter on the township’s list is sent to the county, which passes it on and stays responsible',
  inCity(async ({ as, ctx, anOrder }) => {
    const county = { unitCode: '350626', unitPath: '350600/350626', areaCode: '350626000000' };
    const place = { matterCode: '150101', areaCode: '350626100001' };
    const order = await anOrder.toDispatch(place);
    await expect(
      as('dispatcher').do(send, { orderId: order.id, lead: '350626100', ...nobodyElse }),
    ).rejects.toMatchObject({ code: 'dispatch.grassroots-guard' });
    const { orderId, assignmentId } = await anOrder.inProgress({ ...place, lead: '350626' });
    await as('county-dispatcher', county).do(delegate, {
      orderId,
      assignmentId,
      unitCode: '350626100',
      note: '请先入户核实',
    });
    const duties = await ofOrder(ctx, orderId);
    expect(duties.map(({ unit_code, role, state }) => [unit_code, role, state])).toEqual([
      ['350626', 'lead', 'delegated'],
      ['350626100', 'delegate', 'sent'],
    ]);
  }),
);

test(
  'an unknown unit and a unit named twice are refused',
  inCity(async ({ as, anOrder }) => {
    const order = await anOrder.toDispatch();
    await expect(
      as('dispatcher').do(send, { orderId: order.id, lead: '350600.nothere', ...nobodyElse }),
    ).rejects.toMatchObject({ code: 'city.no-such-unit' });
    await expect(
      as('dispatcher').do(send, {
        orderId: order.id,
        ...nobodyElse,
        lead: '350600.zjj',
        assists: ['350600.zjj'],
      }),
    ).rejects.toMatchObject({ code: 'dispatch.same-unit-twice' });
  }),
);

test(
  'whoever acts second is told what the order has become',
  inCity(async ({ as, anOrder }) => {
    const order = await anOrder.toDispatch();
    await as('dispatcher').do(send, { orderId: order.id, lead: '350600.zjj', ...nobodyElse });
    await expect(
      as('dispatcher').do(send, { orderId: order.id, lead: '350600.cgj', ...nobodyElse }),
    ).rejects.toMatchObject({ code: 'orders.stale', facts: { status: '办理中' } });
  }),
);

test(
  'a dispatch is undone for a minute, not longer',
  inCity(async ({ as, ctx, anOrder, clock, travelTo }) => {
    const order = await anOrder.toDispatch();
    const dispatcher = as('dispatcher');
    await dispatcher.do(send, { orderId: order.id, lead: '350600.zjj', ...nobodyElse });
    await dispatcher.do(undoSend, { orderId: order.id });
    expect(await orders.find(ctx, order.id)).toMatchObject({
      status: 'to-dispatch',
      lead_unit: null,
      due_at: null,
    });
    await dispatcher.do(send, { orderId: order.id, lead: '350600.zjj', ...nobodyElse });
    await travelTo(new Date(clock.now().getTime() + 61_000));
    await expect(as('dispatcher').do(undoSend, { orderId: order.id })).rejects.toMatchObject({
      code: 'dispatch.undo-late',
    });
  }),
);

test(
  'a new lead leaves exactly one, with a full limit and the old promise',
  inCity(async ({ as, ctx, anOrder, clock, travelTo }) => {
    const { orderId } = await anOrder.inProgress();
    const before = await orders.find(ctx, orderId);
    await travelTo(new Date(clock.now().getTime() + 26 * 3_600_000));
    await as('dispatcher').do(reassign, { orderId, lead: '350600.cgj', reason: '职责不符' });
    const after = await orders.find(ctx, orderId);
    const leads = (await ofOrder(ctx, orderId)).filter(
      ({ role, state }) => role === 'lead' && state !== 'revoked',
    );
    expect(leads.map(({ unit_code }) => unit_code)).toEqual(['350600.cgj']);
    expect(after?.promise_at).toEqual(before?.promise_at);
    expect(after?.due_at?.getTime()).toBeGreaterThan(before?.due_at?.getTime() ?? 0);
  }),
);

test(
  'a unit that assisted may become the lead; what another assisting unit passed down goes on',
  inCity(async ({ as, ctx, anOrder }) => {
    const order = await anOrder.toDispatch({ matterCode: '130302', areaCode: '350626100001' });
    const orderId = order.id;
    const dispatcher = as('dispatcher');
    await dispatcher.do(send, {
      orderId,
      lead: '350600.zjj',
      ...nobodyElse,
      assists: ['350600.cgj', '350626'],
    });
    const county = as('county-dispatcher', {
      unitCode: '350626',
      unitPath: '350600/350626',
      areaCode: '350626000000',
    });
    const assist = (await ofOrder(ctx, orderId)).find(({ unit_code }) => unit_code === '350626');
    const key = { orderId, assignmentId: assist?.id ?? '' };
    await county.do(delegate, { ...key, unitCode: '350626100', note: '' });
    await dispatcher.do(reassign, { orderId, lead: '350600.cgj', reason: '权属在城管' });
    const open = (await ofOrder(ctx, orderId)).filter(({ state }) => state !== 'revoked');
    expect(open.map(({ unit_code, role }) => `${unit_code} ${role}`).sort()).toEqual([
      '350600.cgj lead',
      '350626 assist',
      '350626100 delegate',
    ]);
  }),
);

test(
  'a county delegates below itself only, and the child fits in its rest',
  inCity(async ({ as, ctx, anOrder }) => {
    const { orderId, assignmentId } = await anOrder.inProgress({
      matterCode: '130302',
      areaCode: '350626100001',
      lead: '350626',
    });
    const county = as('county-dispatcher', {
      unitCode: '350626',
      unitPath: '350600/350626',
      areaCode: '350626000000',
    });
    await expect(
      county.do(delegate, { orderId, assignmentId, unitCode: '350602001', note: '' }),
    ).rejects.toMatchObject({ code: 'dispatch.not-below' });
    await county.do(delegate, {
      orderId,
      assignmentId,
      unitCode: '350626100',
      note: '请到现场看看',
    });
    const [parent, child] = await ofOrder(ctx, orderId);
    expect(parent?.state).toBe('delegated');
    expect(child).toMatchObject({
      unit_code: '350626100',
      role: 'delegate',
      parent_id: parent?.id,
      state: 'sent',
    });
    expect(child?.due_at?.getTime()).toBeLessThanOrEqual(parent?.due_at?.getTime() ?? 0);
  }),
);

test(
  'a duty passed on after its limit rings nobody in the past',
  inCity(async ({ as, ctx, anOrder, clock, travelTo }) => {
    const { orderId, assignmentId } = await anOrder.inProgress({
      matterCode: '130302',
      areaCode: '350626100001',
      lead: '350626',
    });
    await travelTo(new Date(clock.now().getTime() + 30 * 24 * 3_600_000));
    const county = { unitCode: '350626', unitPath: '350600/350626', areaCode: '350626000000' };
    const key = { orderId, assignmentId, unitCode: '350626100', note: '' };
    const { dueAt } = await as('county-dispatcher', county).do(delegate, key);
    expect(dueAt).toBe(clock.now().toISOString());
    const [parent, child] = await ofOrder(ctx, orderId);
    expect(parent?.due_at?.getTime()).toBeLessThan(clock.now().getTime());
    expect(child?.sign_due_at?.getTime()).toBeGreaterThan(clock.now().getTime());
    expect(child?.contact_due_at?.getTime()).toBeGreaterThan(clock.now().getTime());
    const { rows } = await sql<{ at: Date }>`
      select at from platform.alarm where key = ${`sign:${child?.id}`}`.execute(ctx.tx);
    expect(rows).toEqual([{ at: child?.sign_due_at }]);
  }),
);

test(
  'the centre takes an order back and no duty stays open',
  inCity(async ({ as, ctx, anOrder }) => {
    const { orderId } = await anOrder.inProgress({ linkage: ['350600.jj110'] });
    await as('dispatcher').do(recall, { orderId, reason: '派错了' });
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'to-dispatch' });
    expect((await ofOrder(ctx, orderId)).every(({ state }) => state === 'revoked')).toBe(true);
  }),
);

test(
  'text put right for the units is told, and the citizen’s own words stay beneath it',
  inCity(async ({ as, ctx, anOrder }) => {
    const order = await anOrder.toDispatch();
    const wish = { orderId: order.id, lead: '350600.zjj', ...nobodyElse, title: '路灯不亮' };
    await as('dispatcher').do(send, wish);
    const texts = await orders.textsOf(ctx, order.id);
    expect(orders.textForUnits(texts)?.title).toBe('路灯不亮');
    expect(orders.appealText(texts)?.title).not.toBe('路灯不亮');
    const told = await historyOf(ctx, { kind: 'order', id: order.id });
    expect(told.map(({ type }) => type)).toContain('dispatch.text-corrected');
  }),
);
