import { type Desk, desks, deskWords } from '@minsheng/contract/words/desks.ts';
import { type Role, roleWords } from '@minsheng/contract/words/roles.ts';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { makers } from '../../../test/makers/index.ts';
import { attempt, close, likelyRepeats, listFollowUps } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Doer, Kit } from '../../platform/testing/in-city.ts';
import { changeAssignment, ofOrder } from '../dispatch/index.ts';
import { today } from '../insight/index.ts';
import * as orders from '../orders/index.ts';
import { clocks } from './clocks.ts';
import { deskAssignments } from './desk-assignments.ts';
import { deskOrders } from './desk-orders.ts';
import { exportSheet } from './export-orders.ts';
import { issuePage } from './issue-page.ts';
import { orderPage } from './order-page.ts';
import { searchOrders } from './search-orders.ts';
import { timeline } from './timeline.ts';
import { allowTopics } from './topics.ts';

// 专人专办 (domain 2.11): orders of secrecy 3 are for named readers only, on every way to an order.

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const neighbour = { unitCode: '350600.sthj', unitPath: '350600/350600.sthj' };
const county = { unitCode: '350602', unitPath: '350600/350602', areaCode: '350602000000' };
/** 指定办理人 of whatever the bureau holds. */
const named = { ...bureau, accountId: '019cabcd-0000-7000-8000-0000000000aa' };
const phone = inventedPhoneOf('of all five');
const requester = { kind: 'person' as const, isSelf: true, tags: [], phone };
const words = { content: '石狮子倒了', title: '石狮子', requester };

/** One at every stage a list can show, a look back due among them. */
async function fiveSecrets({
  as,
  ctx,
  anOrder,
  travelTo,
  drain,
}: Kit & ReturnType<typeof makers>): Promise<string[]> {
  const closed = await anOrder.forCallBack();
  const caller = as('call-back-agent');
  const answers = {
    contacted: true,
    solved: 'solved',
    processRating: 'satisfied',
    resultRating: 'satisfied',
    reason: '',
    reasonClass: null,
  } as const;
  await caller.do(attempt, { orderId: closed, reached: true, answers });
  await caller.do(close, { orderId: closed, as: 'solved', note: '', followUpOn: '2026-03-03' });
  const waiting = await anOrder.waiting(words);
  const toDispatch = await anOrder.toDispatch({ ...words, urgency: 'U1' });
  const { orderId: held } = await anOrder.inProgress(words);
  const forCallBack = await anOrder.forCallBack();
  const ids = [closed, waiting.id, toDispatch.id, held, forCallBack];
  for (const id of ids) {
    await orders.change(ctx, id, { secrecy: 3, to_check: id === held });
    for (const duty of await ofOrder(ctx, id))
      await changeAssignment(ctx, duty, { readers: [named.accountId] });
  }
  await travelTo(new Date('2026-03-03T02:00:00Z'));
  await drain();
  return ids;
}

const hasDesk = (role: Role, desk: Desk): boolean =>
  deskWords[desk].may.some((permission) => roleWords[role].permissions.includes(permission));

/** Every list this person can open, as one text. */
async function everyList(who: Doer, role: Role): Promise<string> {
  const lists = [];
  for (const desk of desks.filter((desk) => hasDesk(role, desk))) {
    const { of } = deskWords[desk];
    if (of === 'to-name') continue;
    const list = of === 'orders' ? deskOrders : deskAssignments;
    lists.push(await who.do<{ desk: Desk }, unknown>(list, { desk }));
  }
  for (const filters of [{}, { q: '石狮子' }, { q: '狮子倒' }, { overdue: 'yes' as const }])
    lists.push(await who.do(searchOrders, filters));
  lists.push(await who.do(exportSheet, { filters: {}, purpose: '核对' }));
  lists.push(await who.do(listFollowUps, {}));
  lists.push(await who.do(likelyRepeats, { phone, matterCode: '010105' }));
  return JSON.stringify(lists);
}

const outsiders: [Role, object][] = [
  ['agent', {}],
  ['dispatcher', {}],
  ['reviewer', {}],
  ['call-back-agent', {}],
  ['admin', {}],
  ['county-dispatcher', county],
  ['handler', neighbour],
  ['unit-leader', neighbour],
  // Of the unit that holds one: everybody but the one who was named.
  ['liaison', bureau],
  ['handler', bureau],
  ['unit-leader', bureau],
];

test(
  'nobody else meets one: on no desk, in no search, export, repeat, page, figure or stream',
  inCity(async (kit) => {
    const ids = await fiveSecrets(kit);
    const found = await Promise.all(ids.map((id) => orders.find(kit.ctx, id)));
    for (const [role, place] of outsiders) {
      const who = kit.as(role, place);
      const lists = await everyList(who, role);
      for (const order of found) {
        expect([
          role,
          lists.includes(order?.id ?? ''),
          lists.includes(order?.order_no ?? ''),
        ]).toEqual([role, false, false]);
        const orderId = order?.id ?? '';
        for (const page of [orderPage, timeline, clocks])
          await expect(
            who.do<{ orderId: string }, unknown>(page, { orderId }),
          ).rejects.toMatchObject({ code: 'orders.no-such-order' });
        const issueId = order?.issue_id ?? '';
        await expect(who.do(issuePage, { issueId })).rejects.toMatchObject({
          code: 'issues.no-such-issue',
        });
        const topics = [`order:${orderId}`, `issue:${issueId}`];
        await expect(who.do(allowTopics, topics)).rejects.toMatchObject({
          code: 'desk.not-heard',
          facts: { count: 2 },
        });
        expect((await who.do(searchOrders, { q: order?.order_no ?? '' })).rows).toEqual([]);
      }
      const figures = await who.do(today, undefined);
      expect(figures.receivedToday.appeals + figures.closedToday).toBe(0);
      expect(figures.waiting.every(({ count }) => count === 0)).toBe(true);
      expect([figures.emergencies, figures.overdue]).toEqual([[], []]);
    }
  }),
  60_000,
);

test(
  'the named readers of the centre and of the unit meet theirs, and nobody exports one',
  inCity(async (kit) => {
    const ids = await fiveSecrets(kit);
    const [closed = '', , , held = ''] = ids;
    for (const role of ['director', 'shift-lead'] as const) {
      const lists = await everyList(kit.as(role), role);
      expect([role, ids.filter((id) => !lists.includes(id))]).toEqual([role, []]);
    }
    const due = await kit.as('shift-lead').do(listFollowUps, {});
    expect(due.rows.map(({ id }) => id)).toEqual([closed]);
    const reader = kit.as('handler', named);
    const { rows } = await reader.do(searchOrders, { q: '石狮子' });
    expect(rows.map(({ id }) => id)).toEqual([held]);
    expect(await everyList(reader, 'handler')).toContain(held);
    expect((await reader.do(orderPage, { orderId: held })).secrecy).toBe(3);
    expect(await reader.do(allowTopics, [`order:${held}`])).toEqual([`order:${held}`]);
    for (const who of [kit.as('director'), kit.as('unit-leader', named)]) {
      const sheet = await who.do(exportSheet, { filters: {}, purpose: '核对' });
      expect(sheet.rows).toEqual([]);
    }
  }),
  60_000,
);
