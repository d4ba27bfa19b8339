import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { archive, erasePerson, trackAppeal } from '../../../test/use-cases.ts';
import { inventedPerson } from '../../demo/invented.ts';
import { historyOf, verifyChain } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { handledJobs } from '../../platform/jobs.ts';
import type { Kit as Bare } from '../../platform/testing/in-city.ts';
import * as orders from '../orders/index.ts';
import { nameOn } from '../requesters/index.ts';
import { listClasses } from './classes.ts';
import { listSheet } from './export-list.ts';
import { heldAmong } from './held.ts';
import { listHolds } from './list-holds.ts';
import { listLists, readList } from './read-lists.ts';
import { liftHold, setHold } from './set-hold.ts';
import { refuseList, secureList, signList } from './sign-list.ts';

type Kit = Parameters<Parameters<typeof inCity>[0]>[0];

const reason = '法院要求保全相关证据材料';
const far = new Date('2060-01-01T00:00:00Z');
const later = (years: number, months = 0) => new Date(Date.UTC(2026 + years, 4 + months, 5, 4));
const anybody = (seed: string) => ({
  requester: { kind: 'person', isSelf: true, tags: [], ...inventedPerson(seed) } as const,
});

/** Closed, and archived thirty days after. */
async function archived(
  kit: Kit,
  differences: Parameters<Kit['anOrder']['closed']>[0] = {},
): Promise<orders.Order> {
  const orderId = await kit.anOrder.closed(differences);
  await kit.system.do(archive, orderId);
  const order = await orders.lock(kit.ctx, orderId);
  expect(order.status).toBe('archived');
  return order;
}

/** The first of a month so many years on: what is due is proposed. */
async function propose(
  { travelTo, drain, system }: Bare,
  years: number,
  months?: number,
): Promise<void> {
  await travelTo(later(years, months));
  const run = handledJobs().get('retention:propose');
  await system.do(async (ctx) => run?.(ctx, {}), null);
  await drain();
}

const numberOf = async ({ ctx }: Kit, orderId: string) =>
  (await orders.numbersOf(ctx, [orderId])).get(orderId) ?? '';
const wish = (orderNo: string) => ({
  ...{ orderNo, target: 'order' as const, ground: 'court' as const, reason },
  ...{ fromWhom: '某区人民法院(示例)', untilOn: null },
});
const openLists = async (kit: Kit) =>
  (await kit.as('director').do(listLists, { state: 'open' })).rows;

test(
  'a hold by order, by requester and by issue; nothing of it is erased until somebody else lifts it',
  inCity(async (kit) => {
    const { as, anOrder, ctx, clock } = kit;
    const { orderId } = await anOrder.inProgress(anybody('held'));
    const other = await anOrder.inProgress(anybody('held'));
    const stranger = await anOrder.inProgress(anybody('somebody else'));
    const orderNo = await numberOf(kit, orderId);
    const setter = as('director', { accountId: newId(clock.now()) });
    const { holdId } = await setter.do(setHold, { ...wish(orderNo), target: 'requester' });

    const ids = [orderId, other.orderId, stranger.orderId];
    expect([...(await heldAmong(ctx, ids)).keys()].toSorted()).toEqual(ids.slice(0, 2).toSorted());
    await expect(
      setter.do(erasePerson, { orderId: other.orderId, reason: '本人要求删除' }),
    ).rejects.toMatchObject({ code: 'retention.held', facts: { ground: '诉讼、仲裁保全' } });
    const { rows } = await as('shift-lead').do(listHolds, { state: 'standing' });
    expect(rows).toMatchObject([{ id: holdId, orderNo, can: { lift: true } }]);
    expect((await setter.do(listHolds, { state: 'standing' })).rows).toMatchObject([
      { can: { lift: false } },
    ]);

    await expect(setter.do(liftHold, { holdId, reason })).rejects.toMatchObject({
      code: 'retention.own-hold',
    });
    await as('shift-lead').do(liftHold, { holdId, reason });
    await expect(as('shift-lead').do(liftHold, { holdId, reason })).rejects.toMatchObject({
      code: 'retention.lifted',
    });
    expect(await heldAmong(ctx, ids)).toEqual(new Map());
    await setter.do(erasePerson, { orderId: other.orderId, reason: '本人要求删除' });

    const { holdId: ofIssue } = await setter.do(setHold, { ...wish(orderNo), target: 'issue' });
    expect((await heldAmong(ctx, [orderId])).get(orderId)).toBe('court');
    expect(ofIssue).not.toBe(holdId);
    const told = (await historyOf(ctx, { kind: 'order', id: orderId }, far)).map(
      ({ type }) => type,
    );
    expect(told.filter((type) => type.startsWith('retention.'))).toEqual([
      'retention.hold-set',
      'retention.hold-lifted',
      'retention.hold-set',
    ]);
  }),
);

test(
  'who may not hold does not; a past day, no number and no such hold are refused',
  inCity(async (kit) => {
    const { as, anOrder, ctx } = kit;
    const { orderId } = await anOrder.inProgress({
      requester: { kind: 'person', isSelf: true, tags: [] },
    });
    const orderNo = await numberOf(kit, orderId);
    for (const who of ['agent', 'analyst', 'security-admin', 'admin'] as const)
      await expect(as(who).do(setHold, wish(orderNo))).rejects.toMatchObject({ code: /./ });
    const director = as('director');
    await expect(
      director.do(setHold, { ...wish(orderNo), untilOn: '2026-03-02' }),
    ).rejects.toMatchObject({ code: 'retention.until-past' });
    await expect(
      director.do(setHold, { ...wish(orderNo), target: 'requester' }),
    ).rejects.toMatchObject({ code: 'retention.no-number' });
    await expect(director.do(liftHold, { holdId: newId(ctx.now), reason })).rejects.toMatchObject({
      code: 'retention.no-such-hold',
    });
  }),
);

test(
  'what is due is listed, signed by two and destroyed; what is held, before or after, stays; the chain verifies',
  inCity(async (kit) => {
    const { as, ctx, clock, drain } = kit;
    const person = anybody('due');
    const due = await archived(kit, { ...person, content: '石狮子倒了,压坏了花坛' });
    const heldBefore = await archived(kit, { ...anybody('held before'), content: '路灯不亮' });
    const heldAfter = await archived(kit, { ...anybody('held after'), content: '井盖松动' });
    const complaint = await archived(kit, { ...anybody('a complaint'), type: 'TS' });
    const before = await historyOf(ctx, { kind: 'order', id: due.id }, far);
    const setter = as('director', { accountId: newId(clock.now()) });
    const ofIssue = await archived(kit, { ...anybody('held issue'), content: '噪声扰民' });
    const ofPerson = await archived(kit, { ...anybody('held person'), content: '树枝挡住信号灯' });
    await setter.do(setHold, wish(heldBefore.order_no));
    await setter.do(setHold, { ...wish(ofIssue.order_no), target: 'issue' });
    await setter.do(setHold, { ...wish(ofPerson.order_no), target: 'requester' });

    // Not yet: ten years after it was closed, and complaints after thirty.
    await propose(kit, 9);
    expect((await openLists(kit)).filter(({ kind }) => kind === 'order')).toEqual([]);
    await propose(kit, 11);
    const listed = (await openLists(kit)).filter(({ kind }) => kind === 'order');
    expect(listed).toMatchObject([{ orders: 2, years: 10, state: 'proposed', month: '2026-03' }]);
    const listId = listed[0]?.id ?? '';
    const director = as('director', { accountId: newId(clock.now()) });
    const guard = as('security-admin', { accountId: newId(clock.now()) });
    const seen = await guard.do(readList, { listId });
    expect(seen).toMatchObject({ held: 3, can: { sign: false, secure: false, refuse: true } });
    expect(seen.sample.map(({ orderNo }) => orderNo).toSorted()).toEqual(
      [due.order_no, heldAfter.order_no].toSorted(),
    );
    expect(JSON.stringify(seen)).not.toContain('石狮子');
    const sheet = await guard.do(listSheet, { listId, part: 1, purpose: '签署前核对' });
    expect(sheet.rows).toHaveLength(2);

    const { digest } = seen;
    await expect(guard.do(secureList, { listId, digest })).rejects.toMatchObject({
      code: 'retention.list-moved-on',
    });
    await expect(director.do(signList, { listId, digest: '00' })).rejects.toMatchObject({
      code: 'retention.other-list',
    });
    await director.do(signList, { listId, digest });
    const both = { has: () => true, accountId: director.actor.accountId };
    await expect(
      as('security-admin', both).do(secureList, { listId, digest }),
    ).rejects.toMatchObject({ code: 'retention.own-signature' });
    await setter.do(setHold, { ...wish(heldAfter.order_no), target: 'requester' });
    await guard.do(secureList, { listId, digest });
    await drain();

    const { record, sample, state } = await director.do(readList, { listId });
    expect(state).toBe('destroyed');
    expect(record).toMatchObject({ destroyed: 1, held: 1, changed: 0 });
    expect(record?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(new Map(sample.map(({ orderNo, outcome }) => [orderNo, outcome]))).toEqual(
      new Map([
        [due.order_no, 'destroyed'],
        [heldAfter.order_no, 'held'],
      ]),
    );

    // The words and the person are gone, number, course and chain stay.
    const words = async (id: string) =>
      (await orders.textsOf(ctx, id)).map(({ content }) => content).filter(Boolean);
    expect(await words(due.id)).toEqual([]);
    expect(await nameOn(ctx, due.id)).toBeNull();
    for (const kept of [heldBefore, ofIssue, ofPerson, heldAfter, complaint])
      expect((await words(kept.id)).length).toBeGreaterThan(0);
    const left = await orders.lock(ctx, due.id);
    expect(left).toMatchObject({ status: 'archived', order_no: due.order_no });
    expect(left.destroyed_at).not.toBeNull();
    const after = await historyOf(ctx, { kind: 'order', id: due.id }, far);
    expect(verifyChain(after)).toEqual({ ok: true });
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)?.type).toBe('retention.destroyed');
    const ofList = await historyOf(ctx, { kind: 'destruction-list', id: listId }, far);
    expect(ofList.map(({ type }) => type)).toEqual([
      'retention.proposed',
      'retention.signed',
      'retention.secured',
      'retention.batch-destroyed',
      'retention.list-destroyed',
    ]);
    expect(ofList.at(-1)?.data).toMatchObject({ record: record?.hash });

    // Nothing is destroyed twice, held or erased afterwards, and it is not proposed again.
    await expect(setter.do(setHold, wish(due.order_no))).rejects.toMatchObject({
      code: 'retention.destroyed',
    });
    await propose(kit, 12);
    expect((await openLists(kit)).filter(({ kind }) => kind === 'order')).toEqual([]);
  }),
);

test(
  'a citizen who kept number and code is told that it was destroyed',
  inCity(async (kit) => {
    const { ctx, system } = kit;
    const { orderId, byCode } = await kit.anOrder.inProgress(anybody('follows'));
    await sql`update orders.order set status = 'archived', archived_at = ${ctx.now}, closed_at = ${ctx.now}
      where id = ${orderId}`.execute(ctx.tx);
    await propose(kit, 11);
    await destroyAll(kit);
    const seen = await system.do(trackAppeal, byCode);
    expect(seen).toMatchObject({
      stageWords: '办理内容已于 2037-05-05 按保管期限销毁，工单编号和办理经过仍然保留。',
      title: '',
      answer: null,
    });
  }),
);

async function destroyAll(kit: Kit): Promise<void> {
  const { as, clock, drain } = kit;
  const director = as('director', { accountId: newId(clock.now()) });
  const guard = as('security-admin', { accountId: newId(clock.now()) });
  for (const { id: listId } of await openLists(kit)) {
    const { digest } = await director.do(readList, { listId });
    await director.do(signList, { listId, digest });
    await guard.do(secureList, { listId, digest });
  }
  await drain();
}

test(
  'who asked leaves before what was asked; an order that was opened again meanwhile is left as it is',
  inCity(async (kit) => {
    const { ctx } = kit;
    const first = await archived(kit, { ...anybody('leaves'), content: '垃圾没有清运' });
    const opened = await archived(kit, { ...anybody('opened'), content: '下水道堵了' });
    await propose(kit, 6);
    expect(await openLists(kit)).toMatchObject([{ kind: 'person', years: 5, orders: 2 }]);
    await sql`update orders.order set status = 'in-progress' where id = ${opened.id}`.execute(
      ctx.tx,
    );
    await destroyAll(kit);
    const [ended] = (await kit.as('director').do(listLists, { state: 'ended' })).rows;
    const { record } = await kit.as('director').do(readList, { listId: ended?.id ?? '' });
    expect(record).toMatchObject({ destroyed: 1, held: 0, changed: 1 });
    expect(await nameOn(ctx, first.id)).toBeNull();
    expect(await nameOn(ctx, opened.id)).not.toBeNull();
    expect((await orders.textsOf(ctx, first.id))[0]?.content).toBe('垃圾没有清运');
    expect((await orders.lock(ctx, first.id)).destroyed_at).toBeNull();
  }),
);

test(
  'a list that is refused stays, says why, and comes again after a year',
  inCity(async (kit) => {
    const { as } = kit;
    await archived(kit, anybody('refused'));
    await propose(kit, 6);
    const [list] = await openLists(kit);
    const listId = list?.id ?? '';
    await expect(as('agent').do(refuseList, { listId, reason })).rejects.toMatchObject({
      code: 'identity.not-permitted',
    });
    await as('director').do(refuseList, { listId, reason });
    await expect(as('director').do(refuseList, { listId, reason })).rejects.toMatchObject({
      code: 'retention.list-moved-on',
    });
    const seen = await as('director').do(readList, { listId });
    expect(seen).toMatchObject({ state: 'refused', refused: { reason }, record: null });
    await propose(kit, 6, 6);
    expect(await openLists(kit)).toEqual([]);
    await propose(kit, 7, 6);
    expect(await openLists(kit)).toHaveLength(1);
    await expect(as('director').do(readList, { listId: newId(kit.ctx.now) })).rejects.toMatchObject(
      { code: 'retention.no-such-list' },
    );
  }),
);

test(
  'the table says for how long, by which rule, and what leaves by itself',
  inCity(async ({ as }) => {
    const { rows, swept } = await as('auditor', { has: () => true }).do(listClasses, {});
    expect(rows.find(({ code }) => code === 'order-other')).toMatchObject({
      years: 10,
      shortest: { years: 10 },
    });
    expect(rows.find(({ code }) => code === 'event')).toMatchObject({
      years: null,
      shortest: null,
    });
    expect(swept).toContainEqual({ table: 'identity.session', days: 1 });
  }),
);
