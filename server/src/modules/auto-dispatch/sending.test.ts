import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  aloneInCity,
  anOrdinary,
  bureau,
  heldOf,
  lamps,
  proposalOf,
  statusOf,
  switchOn,
  trusted,
} from '../../../test/auto-dispatch-kit.ts';
import { undoSend } from '../../../test/use-cases.ts';
import { historyOf, verifyChain } from '../../platform/events.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { setSwitch } from './change-settings.ts';
import { considerOrder } from './consider-order.ts';
import { oneJudged } from './example-history.ts';
import { sentToday } from './sent-today.ts';
import { trustOf } from './trust.repo.ts';

test(
  'a new city is off: what the machine would do is written down, and a person sends',
  aloneInCity(async (kit) => {
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
  aloneInCity(async (kit) => {
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
  aloneInCity(async (kit) => {
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
  aloneInCity(async (kit) => {
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
  aloneInCity(async (kit) => {
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
