import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  askInfo,
  attempt,
  delegate,
  reassign,
  sign,
  takeWaiting,
} from '../../../test/use-cases.ts';
import { inventedPerson } from '../../demo/invented.ts';
import { mayUndo, ofOrder } from '../dispatch/index.ts';
import { linkOrder } from '../issues/index.ts';
import * as orders from '../orders/index.ts';
import { addNote } from './add-note.ts';
import { orderPage } from './order-page.ts';
import { mayReadPeople } from './order-policy.ts';
import { viewPeople } from './view-people.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const neighbour = { unitCode: '350600.sthj', unitPath: '350600/350600.sthj' };
const county = { unitCode: '350602', unitPath: '350600/350602', areaCode: '350602000000' };
const countyBureau = { unitCode: '350602.zjj', unitPath: '350600/350602/350602.zjj' };
const person = inventedPerson('page');
const requester = { kind: 'person' as const, isSelf: true, tags: ['老年人'], ...person };

test(
  'who holds it: a desk, the unit, and the unit it was passed down to',
  inCity(async ({ as, anOrder }) => {
    const holder = async (orderId: string) =>
      (await as('director').do(orderPage, { orderId })).holder;
    const waiting = await anOrder.waiting();
    expect(await holder(waiting.id)).toMatchObject({ label: '受理席', unit: null });
    const { orderId, assignmentId } = await anOrder.inProgress({ lead: '350602' });
    expect(await holder(orderId)).toMatchObject({
      label: '承办单位',
      unit: { code: '350602', kind: 'county' },
    });
    const key = { orderId, assignmentId };
    await as('county-dispatcher', county).do(delegate, {
      ...key,
      unitCode: '350602.zjj',
      note: '',
    });
    expect((await holder(orderId)).unit?.code).toBe('350602.zjj');
    const page = await as('county-dispatcher', county).do(orderPage, { orderId });
    const child = page.assignments.find(({ parentId }) => parentId === assignmentId);
    expect(child?.abilities).toContain('recall-child');
    const below = await as('liaison', countyBureau).do(orderPage, { orderId });
    const own = below.assignments.find(({ id }) => id === child?.id);
    expect(own?.abilities).toEqual(expect.arrayContaining(['sign', 'arrive', 'delegate']));
    expect(own?.abilities).not.toContain('recall-child');
  }),
);

test(
  'abilities are what the policies allow: each role its own buttons',
  inCity(async ({ as, anOrder }) => {
    const waiting = (await anOrder.waiting()).id;
    const sent = (await anOrder.inProgress()).orderId;
    const answered = await anOrder.forCallBack();
    const may = async (who: Parameters<typeof as>, orderId: string) =>
      (await as(...who).do(orderPage, { orderId })).abilities;
    const agent = as('agent');
    expect(await may([agent.actor], waiting)).toEqual([
      'accept',
      'take',
      'supplement',
      'urge',
      'correct-number',
      'withdraw',
      'raise-urgency',
      'read-people',
      'note',
      'print',
    ]);
    await agent.do(takeWaiting, { orderId: waiting });
    const taken = await may([agent.actor], waiting);
    expect([taken.includes('accept'), taken.includes('take')]).toEqual([true, false]);
    expect(await may(['agent'], waiting)).not.toContain('accept');
    expect(await may(['dispatcher'], sent)).toEqual([
      'undo',
      'add',
      'reassign',
      'recall',
      'read-people',
      'link-issue',
      'note',
      'print',
      'export',
    ]);
    expect(await may(['handler', bureau], sent)).toEqual(['read-people', 'note', 'print']);
    expect(await may(['call-back-agent'], answered)).toEqual([
      'attempt',
      'close',
      'redo',
      'read-people',
      'note',
      'print',
    ]);
  }),
);

test(
  'who gave the order back reads its people no more, and does not hinder that a new sending is undone',
  inCity(async ({ as, ctx, anOrder }) => {
    const { orderId } = await anOrder.inProgress();
    const duties = await ofOrder(ctx, orderId);
    const order = await orders.find(ctx, orderId);
    const sent = duties.map((duty) => ({ ...duty, state: 'sent' as const }));
    const returned = duties.map((duty) => ({ ...duty, state: 'returned' as const }));
    const handler = as('handler', bureau).actor;
    expect(mayReadPeople(handler, duties).allowed).toBe(true);
    expect(mayReadPeople(handler, returned).allowed).toBe(false);
    const dispatcher = as('dispatcher').actor;
    expect(order && mayUndo(dispatcher, order, [...returned, ...sent], ctx.now).allowed).toBe(true);
  }),
);

test(
  'a unit reads the text put right for it, no number that names a person, and never the requester',
  inCity(async ({ as, ctx, anOrder }) => {
    const content = `邻居倒垃圾,我的电话是${person.phone.replace(/^154/, '139')}`;
    const { orderId } = await anOrder.inProgress({ secrecy: 1, content, requester });
    await orders.addText(ctx, orderId, { kind: 'for-units', title: '垃圾', content: '楼道有垃圾' });
    await orders.addText(ctx, orderId, { kind: 'note', content: '此人常来电' });
    const centre = await as('director').do(orderPage, { orderId });
    expect(centre).toMatchObject({ content, unitContent: '楼道有垃圾' });
    expect(centre.notes.map(({ content }) => content)).toEqual(['此人常来电']);
    const unit = await as('handler', bureau).do(orderPage, { orderId });
    expect(unit).toMatchObject({ content: '楼道有垃圾', notes: [], fieldValues: {} });
    expect(JSON.stringify(unit)).not.toMatch(/139\d{8}/);
    for (const page of [centre, unit]) {
      expect(JSON.stringify(page)).not.toContain(person.name);
      expect(JSON.stringify(page)).not.toContain(person.phone);
    }
  }),
);

test(
  'whoever has no duty and no business sees nothing',
  inCity(async ({ as, anOrder }) => {
    const { orderId } = await anOrder.inProgress();
    const refused = { code: 'orders.no-such-order' };
    await expect(as('handler', neighbour).do(orderPage, { orderId })).rejects.toMatchObject(
      refused,
    );
    await expect(as('admin').do(orderPage, { orderId })).rejects.toMatchObject(refused);
    await as('dispatcher').do(reassign, { orderId, lead: '350600.sthj', reason: '职责调整' });
    await expect(as('handler', bureau).do(orderPage, { orderId })).rejects.toMatchObject(refused);
    expect((await as('handler', neighbour).do(orderPage, { orderId })).id).toBe(orderId);
  }),
);

test(
  'the requester is shown for a purpose that is kept, and to a unit masked when the order is secret',
  inCity(async ({ as, ctx, anOrder }) => {
    const open = (await anOrder.inProgress({ requester })).orderId;
    const secret = (await anOrder.inProgress({ requester, secrecy: 1 })).orderId;
    const handler = as('handler', bureau);
    const contact = 'contact' as const;
    const seen = await handler.do(viewPeople, { orderId: open, purpose: contact });
    expect(seen).toMatchObject({ name: person.name, phone: person.phone, isMasked: false });
    const masked = await handler.do(viewPeople, { orderId: secret, purpose: contact });
    expect(masked).toMatchObject({ name: '', identityNumber: '', isMasked: true });
    expect(masked.phone).toMatch(/^154\*{4}\d{4}$/);
    const looks = await ctx.tx
      .selectFrom('requesters.look')
      .select(['purpose', 'unit_code'])
      .where('order_id', '=', secret)
      .execute();
    expect(looks).toEqual([{ purpose: contact, unit_code: '350600.zjj' }]);
    // A county sees the orders of its area; their people only when it has a duty.
    expect((await as('county-dispatcher', county).do(orderPage, { orderId: open })).id).toBe(open);
    await expect(
      as('county-dispatcher', county).do(viewPeople, { orderId: open, purpose: contact }),
    ).rejects.toMatchObject({ code: 'handling.not-yours' });
  }),
);

test(
  'notes, questions, answers, call-backs and related orders stand on the page',
  inCity(async ({ as, ctx, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    const other = await anOrder.toDispatch();
    const issueId = (await orders.find(ctx, orderId))?.issue_id ?? '';
    await as('shift-lead').do(linkOrder, { issueId, orderId: other.id, reason: '同一盏灯' });
    await as('agent').do(addNote, { orderId, content: '明日再核实' });
    await as('call-back-agent').do(attempt, {
      orderId,
      reached: true,
      answers: {
        contacted: true,
        solved: 'not-solved',
        processRating: 'satisfied',
        resultRating: 'dissatisfied',
        reason: '还是不亮',
        reasonClass: 'subjective',
      },
    });
    const page = await as('agent').do(orderPage, { orderId });
    expect(page.answer).toMatch(/恢复照明/);
    expect(page.replies).toMatchObject([{ isSolved: 'solved', signedBy: null }]);
    expect(page.notes.map(({ content }) => content)).toContain('明日再核实');
    expect(page.callBacks).toMatchObject([{ solved: 'not-solved', reason: '还是不亮' }]);
    expect(page.related).toMatchObject([{ orderId: other.id, relation: 'same-issue' }]);
    expect(page.abilities).not.toContain('unlink-issue');
    const lead = await as('shift-lead').do(orderPage, { orderId });
    expect(lead.abilities).toContain('unlink-issue');
    expect(lead.appealsInIssue).toBe(2);
  }),
);

test(
  'an answer is not shown as one before it is approved; the unit’s question is',
  inCity(async ({ as, anOrder }) => {
    const key = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await handler.do(askInfo, { ...key, question: '灯杆编号是多少?' });
    const page = await as('agent').do(orderPage, { orderId: key.orderId });
    expect(page).toMatchObject({ answer: '', holder: { label: '等待诉求人补充信息' } });
    expect(page.notes).toEqual([]);
    expect(page.infoRequests).toMatchObject([{ question: '灯杆编号是多少?', state: 'waiting' }]);
    expect(page.abilities).toContain('give-info');
  }),
);
