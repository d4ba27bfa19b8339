import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  attempt,
  close,
  finishFollowUp,
  listFollowUps,
  recall,
  sign,
} from '../../../test/use-cases.ts';
import { actorAs } from '../../platform/testing/actors.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { ofOrder } from '../dispatch/index.ts';
import { counters } from './counters.ts';
import { deltasOf } from './deltas.ts';
import { deskAssignments } from './desk-assignments.ts';
import { deskOrders, readDesk, shownTo } from './desk-orders.ts';
import './index.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };

type Counted = Record<string, number>;

async function countsOf(kit: Kit, role: Parameters<Kit['as']>[0], where = {}): Promise<Counted> {
  const { rows } = await kit.as(role, where).do(counters, undefined);
  return Object.fromEntries(rows.map(({ desk, count }) => [desk, count]));
}

describe('工作台计数', () => {
  test(
    'an order counts on its desk from the moment it is there, and on the next one when it moves',
    inCity(async ({ anOrder, ...kit }) => {
      expect(await countsOf(kit, 'dispatcher')).toMatchObject({ 'to-dispatch': 0 });
      const { orderId } = await anOrder.inProgress();
      await anOrder.toDispatch();
      expect(await countsOf(kit, 'dispatcher')).toMatchObject({
        'to-dispatch': 1,
        'in-progress': 1,
      });
      await kit.as('dispatcher').do(recall, { orderId, reason: '派错单位' });
      expect(await countsOf(kit, 'dispatcher')).toMatchObject({
        'to-dispatch': 2,
        'in-progress': 0,
      });
    }),
  );

  test(
    'a duty counts for its unit and for every unit above it, and for no other',
    inCity(async ({ anOrder, ...kit }) => {
      const key = await anOrder.inProgress();
      const other = { unitCode: '350600.cgj', unitPath: '350600/350600.cgj' };
      expect(await countsOf(kit, 'handler', bureau)).toMatchObject({ 'unit-sent': 1 });
      expect(await countsOf(kit, 'handler', other)).toMatchObject({ 'unit-sent': 0 });
      await kit.as('handler', bureau).do(sign, key);
      expect(await countsOf(kit, 'handler', bureau)).toMatchObject({
        'unit-sent': 0,
        'unit-working': 1,
      });
    }),
  );

  test(
    'whoever may not see an order of secrecy 3 does not count it either',
    inCity(async ({ anOrder, ...kit }) => {
      await anOrder.toDispatch({ secrecy: 3 });
      expect(await countsOf(kit, 'dispatcher')).toMatchObject({ 'to-dispatch': 0 });
      expect(await countsOf(kit, 'shift-lead')).toMatchObject({ 'to-dispatch': 1 });
      const { rows } = await kit.as('dispatcher').do(deskOrders, { desk: 'to-dispatch' });
      expect(rows).toEqual([]);
    }),
  );

  test(
    'a check that falls due counts until somebody made it',
    inCity(async ({ anOrder, ...kit }) => {
      const orderId = await anOrder.forCallBack();
      const caller = kit.as('call-back-agent');
      await caller.do(attempt, {
        orderId,
        reached: true,
        answers: {
          contacted: true,
          solved: 'solved',
          processRating: 'satisfied',
          resultRating: 'satisfied',
          reason: '',
          reasonClass: null,
        },
      });
      await caller.do(close, { orderId, as: 'solved', note: '', followUpOn: '2026-04-15' });
      expect(await countsOf(kit, 'call-back-agent')).toEqual({ 'call-back': 0, 'follow-up': 0 });
      await kit.travelTo(new Date('2026-04-15T02:00:00Z'));
      await kit.drain();
      expect(await countsOf(kit, 'call-back-agent')).toEqual({ 'call-back': 0, 'follow-up': 1 });
      const { rows } = await caller.do(deskOrders, { desk: 'follow-up' });
      expect(rows.map(({ id }) => id)).toEqual([orderId]);
      const due = await caller.do(listFollowUps, {});
      await caller.do(finishFollowUp, {
        followUpId: due.rows[0]?.followUpId ?? '',
        stillSolved: true,
        note: '',
      });
      expect(await countsOf(kit, 'call-back-agent')).toEqual({ 'call-back': 0, 'follow-up': 0 });
    }),
  );

  test('a move that makes an order secret takes it from one count to the other', () => {
    const data = { from: 'to-accept', to: 'to-dispatch', secrecyFrom: 0, secrecy: 3 };
    expect(deltasOf({ type: 'intake.accepted', data })).toEqual([
      { key: 'order:to-accept', by: -1 },
      { key: 'order:to-dispatch:secret', by: 1 },
    ]);
  });
});

describe('工作台列表', () => {
  test(
    'the most urgent first, among them the oldest; a desk of another post is refused',
    inCity(async ({ anOrder, ...kit }) => {
      const calm = await anOrder.toDispatch({ urgency: 'U4' });
      const first = await anOrder.toDispatch();
      const second = await anOrder.toDispatch();
      const urgent = await anOrder.toDispatch({ urgency: 'U2' });
      const { rows, next } = await kit.as('dispatcher').do(deskOrders, { desk: 'to-dispatch' });
      expect(rows.map(({ id }) => id)).toEqual([urgent.id, first.id, second.id, calm.id]);
      expect(next).toBeNull();
      await expect(kit.as('agent').do(deskOrders, { desk: 'to-dispatch' })).rejects.toMatchObject({
        code: 'desk.not-yours',
      });
    }),
  );

  test(
    'one reading serves everybody of the post; whom an order is taken by is told to all but that person',
    inCity(async ({ anOrder, ctx, ...kit }) => {
      const { id } = await anOrder.toDispatch();
      const by = ctx.newId();
      await sql`
        insert into identity.account (city_id, id, login, name, password_hash, password_from, roles)
        values (${ctx.cityId}, ${by}, ${by}, '某调度', '', 'nobody', '{dispatcher}')`.execute(
        ctx.tx,
      );
      await sql`
        update orders.order set claimed_by = ${by}, claimed_until = ${ctx.now}::timestamptz + interval '1 minute'
        where id = ${id}`.execute(ctx.tx);
      const read = await kit.as('dispatcher').do(readDesk, { desk: 'to-dispatch' });
      const shown = (accountId: string) =>
        shownTo(actorAs('dispatcher', ctx.now, { accountId }), read).rows[0]?.claimedBy;
      expect([shown(ctx.newId()), shown(by)]).toEqual(['某调度', null]);
      await kit.travelTo(new Date(ctx.now.getTime() + 60_000));
      const { rows } = await kit.as('dispatcher').do(deskOrders, { desk: 'to-dispatch' });
      expect(rows[0]?.claimedBy).toBeNull();
    }),
  );

  test(
    'pages follow each other without a gap or a repeat',
    inCity(async ({ anOrder, ...kit }) => {
      const made = [];
      for (let at = 0; at < 53; at += 1) made.push((await anOrder.toDispatch()).id);
      const dispatcher = kit.as('dispatcher');
      const one = await dispatcher.do(deskOrders, { desk: 'to-dispatch' });
      const two = await dispatcher.do(deskOrders, {
        desk: 'to-dispatch',
        ...(one.next ? { cursor: one.next } : {}),
      });
      expect([...one.rows, ...two.rows].map(({ id }) => id)).toEqual(made);
      expect(two.next).toBeNull();
    }),
  );

  test(
    'a unit reads its duties, without numbers that name a person in a secret one',
    inCity(async ({ anOrder, ...kit }) => {
      const { orderId } = await anOrder.inProgress({ secrecy: 1, linkage: ['350600.cgj'] });
      const { rows } = await kit.as('handler', bureau).do(deskAssignments, { desk: 'unit-sent' });
      expect(rows).toMatchObject([
        { orderId, role: 'lead', isLate: false, unit: { code: '350600.zjj' }, address: '胜利路口' },
      ]);
      const [duty] = await ofOrder(kit.ctx, orderId);
      await kit.travelTo(new Date((duty?.due_at?.getTime() ?? 0) + 1));
      const later = await kit.as('handler', bureau).do(deskAssignments, { desk: 'unit-sent' });
      expect(later.rows).toMatchObject([{ isLate: true }]);
    }),
  );
});
