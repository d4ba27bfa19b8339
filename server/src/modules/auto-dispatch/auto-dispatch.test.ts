import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { claim, reassign, send, undoSend, withdrawFor } from '../../../test/use-cases.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf, verifyChain } from '../../platform/events.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { setBar, setMatter, setSwitch } from './change-settings.ts';
import { considerOrder } from './consider-order.ts';
import { isControl } from './control-share.ts';
import { manyJudged, oneJudged } from './example-history.ts';
import './index.ts';
import { judgeOrder } from './judge-order.ts';
import { readPage } from './read-page.ts';
import { sentToday } from './sent-today.ts';
import { trustOf } from './trust.repo.ts';

const lamps = '010105';
const bureau = '350600.zjj';
const reason = '试行自动派单';

type Kit = Parameters<Parameters<typeof inCity>[0]>[0];

const trusted = (kit: Kit, history: Partial<Parameters<typeof manyJudged>[1]> = {}) =>
  kit.system.do(
    (ctx) => manyJudged(ctx, { matterCode: lamps, judged: 500, right: 500, ...history }),
    null,
  );
const switchOn = (kit: Kit) => kit.as('director').do(setSwitch, { isOn: true, reason });

/** Not one of those left to a person for comparison. */
async function anOrdinary(kit: Kit, differences: Parameters<Kit['anOrder']['toDispatch']>[0] = {}) {
  for (;;) {
    const order = await kit.anOrder.toDispatch(differences);
    if (!isControl(order.id)) return order;
  }
}

async function proposalOf(ctx: Context, orderId: string) {
  const { rows } = await sql<{
    held: string[];
    lead: string | null;
    source: string | null;
    is_sure: boolean;
    sent_at: Date | null;
    verdict: string | null;
    is_right: boolean | null;
  }>`
    select held, lead, source, is_sure, sent_at, verdict, is_right
    from auto_dispatch.proposal
    where city_id = ${ctx.cityId} and order_id = ${orderId}`.execute(ctx.tx);
  return rows[0] ?? null;
}

const heldOf = async (kit: Kit, orderId: string) => (await proposalOf(kit.ctx, orderId))?.held;
const statusOf = async (kit: Kit, orderId: string) => (await orders.find(kit.ctx, orderId))?.status;

test(
  'a new city is off: what the machine would do is written down, and a person sends',
  inCity(async (kit) => {
    await trusted(kit);
    const order = await anOrdinary(kit);
    await kit.drain();
    expect(await statusOf(kit, order.id)).toBe('to-dispatch');
    expect(await proposalOf(kit.ctx, order.id)).toMatchObject({
      held: ['off'],
      lead: bureau,
      source: 'catalogue',
      is_sure: true,
      sent_at: null,
    });
  }),
);

test(
  'switched on, an ordinary order of a trusted matter goes by itself, and says why',
  inCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    const order = await anOrdinary(kit);
    await kit.drain();
    const sent = await orders.find(kit.ctx, order.id);
    expect(sent).toMatchObject({ status: 'in-progress', lead_unit: bureau, auto_sent: true });
    const history = await historyOf(kit.ctx, { kind: 'order', id: order.id });
    expect(history.find(({ type }) => type === 'auto-dispatch.sent')).toMatchObject({
      actorKind: 'system',
      data: { lead: bureau, source: 'catalogue', firstRight: 500, sureRight: 500, sure: 500 },
    });
    expect(verifyChain(history)).toEqual({ ok: true });
    const list = await kit.as('dispatcher').do(sentToday, {});
    expect(list.rows.map(({ id, isAutoSent }) => [id, isAutoSent])).toEqual([[order.id, true]]);
    // Nothing is learnt of what no person decided.
    const { rows } = await sql`
      select 1 from learning.decision where order_id = ${order.id} and kind = 'unit'`.execute(
      kit.ctx.tx,
    );
    expect(rows).toEqual([]);
  }),
);

test(
  'run twice it sends once, and once taken back by a person it never goes again',
  inCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    const order = await anOrdinary(kit);
    await kit.drain();
    await kit.system.do(considerOrder, order.id);
    const leads = async () =>
      (await ofOrder(kit.ctx, order.id)).filter(({ role }) => role === 'lead').length;
    expect(await leads()).toBe(1);
    await kit.as('dispatcher').do(undoSend, { orderId: order.id });
    await kit.drain();
    await kit.system.do(considerOrder, order.id);
    expect(await leads()).toBe(1);
    expect(await orders.find(kit.ctx, order.id)).toMatchObject({
      status: 'to-dispatch',
      auto_sent: false,
    });
    expect(await proposalOf(kit.ctx, order.id)).toMatchObject({
      verdict: 'wrong',
      is_right: false,
    });
  }),
);

test(
  'the switch turned off between acceptance and job holds',
  inCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    const order = await anOrdinary(kit);
    await kit.as('shift-lead').do(setSwitch, { isOn: false, reason: '系统异常' });
    await kit.drain();
    expect(await heldOf(kit, order.id)).toEqual(['off']);
    expect(await statusOf(kit, order.id)).toBe('to-dispatch');
  }),
);

test(
  '499 are too few, one wrong more than the bar allows is too many, and the next order already waits',
  inCity(async (kit) => {
    await switchOn(kit);
    await trusted(kit, { judged: 499, right: 484 });
    const early = await anOrdinary(kit);
    await kit.drain();
    expect(await heldOf(kit, early.id)).toEqual(['too-few']);
    await kit.system.do((ctx) => oneJudged(ctx, lamps, true), null);
    const atTheBar = await anOrdinary(kit);
    await kit.drain();
    expect(await heldOf(kit, atTheBar.id)).toEqual([]);
    expect(await trustOf(kit.ctx, lamps)).toMatchObject({ judged: 500, firstRight: 485 });
    // The oldest, which was right, leaves the window; a wrong one comes.
    await kit.system.do((ctx) => oneJudged(ctx, lamps, false), null);
    const after = await anOrdinary(kit);
    await kit.drain();
    expect(await heldOf(kit, after.id)).toEqual(['below-bar']);
  }),
);

test.each([
  ['report', { type: 'JB', secrecy: 0 }],
  ['secret', { secrecy: 1 }],
  ['secret', { secrecy: 2, anonymous: true }],
  ['secret', { secrecy: 3 }],
  ['minor', { requester: { kind: 'person', isSelf: true, tags: ['minor'] } }],
  ['minor', { content: '孩子上学的路上路灯坏了三天。' }],
  ['urgent', { urgency: 'U2' }],
  ['lowered', { data: { computedUrgency: 'U2', doubted: [] } }],
  ['lowered', { data: { computedUrgency: 'U3', doubted: ['wire-any'] } }],
] as const)('%s is left to a person: %j', (why, differences) =>
  inCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    const order = await anOrdinary(kit, differences as Parameters<typeof anOrdinary>[1]);
    await kit.drain();
    expect(await heldOf(kit, order.id)).toEqual([why]);
    expect(await statusOf(kit, order.id)).toBe('to-dispatch');
  })(),
);

test(
  'an order without a place, a repeat, and one somebody has taken are left to a person',
  inCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    const first = await anOrdinary(kit);
    const repeat = await anOrdinary(kit, { repeatOf: first.id });
    const nowhere = await anOrdinary(kit, { areaCode: '350600' });
    const taken = await anOrdinary(kit);
    await kit.as('dispatcher').do(claim, { orderId: taken.id });
    await kit.drain();
    expect(await heldOf(kit, repeat.id)).toEqual(['repeat']);
    expect(await heldOf(kit, nowhere.id)).toContain('no-place');
    expect(await heldOf(kit, taken.id)).toEqual(['claimed']);
  }),
);

test(
  'the grassroots guard is never passed with a reason of the machine’s',
  inCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    await sql`
      update dispatch.catalogue_row set assists = '{350602001}'
      where city_id = ${kit.ctx.cityId} and matter = ${lamps}`.execute(kit.ctx.tx);
    await sql`
      update organisation.city set version = version + 1
      where city_id = ${kit.ctx.cityId}`.execute(kit.ctx.tx);
    const order = await anOrdinary(kit);
    await kit.drain();
    expect(await heldOf(kit, order.id)).toEqual(['guard']);
  }),
);

test(
  'one of twenty is left to a person to compare',
  inCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    let order = await kit.anOrder.toDispatch();
    while (!isControl(order.id)) order = await kit.anOrder.toDispatch();
    await kit.drain();
    expect(await heldOf(kit, order.id)).toEqual(['control']);
  }),
);

test(
  'what a person sent and closed counts for the matter; the lead changed later puts it right in its place',
  inCity(async (kit) => {
    const order = await anOrdinary(kit);
    await kit.drain();
    const units = { lead: bureau, assists: [], linkage: [], copies: [], note: '' };
    await kit.as('dispatcher').do(send, { orderId: order.id, ...units });
    await kit.drain();
    expect((await proposalOf(kit.ctx, order.id))?.verdict).toBeNull();

    const month = new Date(kit.clock.now().getTime() + 31 * 86_400_000);
    await kit.travelTo(month);
    await kit.system.do((ctx) => judgeOrder(ctx, order.id, { isLast: true }), null);
    expect(await trustOf(kit.ctx, lamps)).toEqual({
      judged: 1,
      firstRight: 1,
      sure: 1,
      sureRight: 1,
    });

    const other = { orderId: order.id, lead: '350600.cgj', reason: '职责不符' };
    await kit.as('dispatcher').do(reassign, other);
    await kit.drain();
    expect(await trustOf(kit.ctx, lamps)).toEqual({
      judged: 1,
      firstRight: 0,
      sure: 1,
      sureRight: 0,
    });
    expect(await proposalOf(kit.ctx, order.id)).toMatchObject({
      verdict: 'wrong',
      is_right: false,
    });
    const page = await kit.as('director').do(readPage, null);
    expect(page.weeks).toHaveLength(1);
    expect(page.weeks[0]).toMatchObject({ sureEnded: { right: 0, of: 1 } });
  }),
);

test(
  'a withdrawn order counts for nothing',
  inCity(async (kit) => {
    const order = await anOrdinary(kit);
    await kit.drain();
    await kit.as('agent').do(withdrawFor, { orderId: order.id, reason: '已经解决' });
    await kit.drain();
    expect((await proposalOf(kit.ctx, order.id))?.verdict).toBe('none');
    expect((await trustOf(kit.ctx, lamps)).judged).toBe(0);
  }),
);

test(
  'the director alone lets more through; whoever runs the shift stops it; both with a reason on a chain',
  inCity(async (kit) => {
    const shift = kit.as('shift-lead');
    await expect(shift.do(setSwitch, { isOn: true, reason })).rejects.toMatchObject({
      code: 'auto-dispatch.start-not-yours',
    });
    await expect(kit.as('dispatcher').do(setSwitch, { isOn: true, reason })).rejects.toMatchObject({
      code: 'identity.not-permitted',
    });
    await switchOn(kit);
    await expect(switchOn(kit)).rejects.toMatchObject({ code: 'auto-dispatch.unchanged' });
    const raised = { barPermille: 990, surePermille: 960, reason: '先严后宽' };
    await shift.do(setBar, raised);
    await expect(shift.do(setBar, { ...raised, barPermille: 960 })).rejects.toMatchObject({
      code: 'auto-dispatch.start-not-yours',
    });
    await shift.do(setMatter, {
      matter: lamps,
      isOff: true,
      barPermille: null,
      reason: '正在改目录',
    });
    await expect(
      shift.do(setMatter, { matter: lamps, isOff: false, barPermille: null, reason }),
    ).rejects.toMatchObject({ code: 'auto-dispatch.start-not-yours' });
    await shift.do(setSwitch, { isOn: false, reason: '系统异常' });

    const page = await shift.do(readPage, null);
    expect(page).toMatchObject({
      isOn: false,
      barPermille: 990,
      can: { stop: true, start: false },
    });
    expect(page.changes.map(({ what, after }) => [what, after])).toEqual([
      ['switch', '关闭'],
      ['matter', '停用,门槛同全市'],
      ['bar', '门槛 99.0%,把握 96.0%'],
      ['switch', '开启'],
    ]);
    const { rows } = await sql<{ subject_id: string }>`
      select subject_id from auto_dispatch.setting where city_id = ${kit.ctx.cityId}`.execute(
      kit.ctx.tx,
    );
    const told = await historyOf(kit.ctx, { kind: 'auto-dispatch', id: rows[0]?.subject_id ?? '' });
    expect(told.map(({ type }) => type)).toEqual([
      'auto-dispatch.switched',
      'auto-dispatch.bar-changed',
      'auto-dispatch.matter-changed',
      'auto-dispatch.switched',
    ]);
    expect(verifyChain(told)).toEqual({ ok: true });
  }),
);

test(
  'a stopped matter waits while others go',
  inCity(async (kit) => {
    await trusted(kit);
    await switchOn(kit);
    const stop = { matter: lamps, isOff: true, barPermille: null, reason: '正在改目录' };
    await kit.as('shift-lead').do(setMatter, stop);
    const order = await anOrdinary(kit);
    await kit.drain();
    expect(await heldOf(kit, order.id)).toEqual(['matter-off']);
  }),
);
