import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inventedPhoneOf } from '../src/demo/invented.ts';
import { whyNotRateable } from '../src/modules/call-back/rate.ts';
import { addToEntry, newEntry } from '../src/modules/campaigns/change-links.ts';
import { season } from '../src/modules/campaigns/example-campaign.ts';
import { openCampaign } from '../src/modules/campaigns/open-campaign.ts';
import { searchOrders } from '../src/modules/desk/index.ts';
import { issuePage } from '../src/modules/desk/issue-page.ts';
import { ofOrder as dutiesOf } from '../src/modules/dispatch/index.ts';
import { openProactive } from '../src/modules/foresight/open-proactive.ts';
import { ofOrder } from '../src/modules/foresight/read-proactive.ts';
import { factsOf } from '../src/modules/indicators/facts-of.ts';
import { rulesOfCity } from '../src/modules/indicators/rules-of-city.ts';
import { today } from '../src/modules/insight/today.ts';
import { correctNumberFor, urgeFor } from '../src/modules/intake/for-requester.ts';
import * as orders from '../src/modules/orders/index.ts';
import { historyOf } from '../src/platform/events.ts';
import { inCity } from './kit.ts';
import {
  approveReply,
  askInfo,
  attempt,
  createOrder,
  deskOrders,
  linkOrder,
  orderPage,
  send,
  sign,
  submit,
  trackAppeal,
  unlinkOrder,
} from './use-cases.ts';
import { bureau, type Kit } from './waiting-scenes.ts';

const asked = {
  ...{ matterCode: '010105', areaCode: '350602001000', urgency: 'U3' as const },
  title: '台风前检查沿街路灯',
  content: '台风前检查沿街路灯灯杆,歪斜的先加固。',
  address: '胜利路',
  trigger: 'found' as const,
  basis: '巡查发现三根灯杆歪斜。',
};
const reply = {
  isTrue: 'not-true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '到现场检查,灯杆牢固,未见歪斜。',
  publicAnswer: '沿街路灯灯杆已检查,牢固可靠。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
};

/** Dispatched, signed, answered and reviewed, as any order is. */
async function worked(kit: Kit, orderId: string) {
  await kit.as('dispatcher').do(send, {
    ...{ orderId, lead: bureau.unitCode, note: '' },
    ...{ assists: [], linkage: [], copies: [] },
  });
  const [duty] = await dutiesOf(kit.ctx, orderId);
  const key = { orderId, assignmentId: duty?.id ?? '' };
  const handler = kit.as('handler', bureau);
  await handler.do(sign, key);
  return { key, handler };
}

async function figuresOf(kit: Kit, orderId: string): Promise<FigureKey[]> {
  const events = await historyOf(kit.ctx, { kind: 'order', id: orderId });
  const facts = factsOf(events, await rulesOfCity(kit.ctx));
  return (facts?.facts ?? []).flatMap(({ marks }) => marks.map(({ figure }) => figure));
}

const ofSatisfaction = /^K(8|9|40|41|42|43|44|45)/;

test(
  'an order nobody asked for lives like any other, and no figure of satisfaction, solving or appeals hears of it',
  inCity(async (kit) => {
    const { orderId } = await kit.as('analyst').do(openProactive, asked);
    const { key, handler } = await worked(kit, orderId);
    await handler.do(submit, { ...key, ...reply });
    await kit.as('reviewer').do(approveReply, { orderId });
    const approved = await orders.lock(kit.ctx, orderId);
    expect(await whyNotRateable(kit.ctx, approved)).toBe('public.not-rateable');
    await expect(
      kit.as('call-back-agent').do(attempt, { orderId, reached: false }),
    ).rejects.toMatchObject({ code: 'orders.no-requester' });
    await kit.drain();
    const closed = await orders.lock(kit.ctx, orderId);
    expect([closed.status, closed.close_kind]).toEqual(['closed', 'not-wanted']);
    const listed = await kit.as('call-back-agent').do(deskOrders, { desk: 'call-back' });
    expect(listed.rows.map(({ id }) => id)).not.toContain(orderId);

    const figures = await figuresOf(kit, orderId);
    expect(figures).toEqual(expect.arrayContaining(['K21', 'K30', 'K32']));
    expect(figures.filter((figure) => ofSatisfaction.test(figure))).toEqual([]);
    // The same life of an appeal is in them.
    const appeal = await kit.anOrder.closed();
    const counted = await figuresOf(kit, appeal);
    for (const figure of [
      'K40-attempted',
      'K41a',
      'K41b',
      'K41-claim',
      'K42-all',
      'K42-rated',
      'K43',
    ])
      expect(counted).toContain(figure);
  }),
);

test(
  'nobody stands behind it: no row of a person, no message, no code, and nothing is asked of or done for one',
  inCity(async (kit) => {
    const { orderId, orderNo } = await kit.as('analyst').do(openProactive, asked);
    const { key, handler } = await worked(kit, orderId);
    const { rows } = await sql<{ people: number; messages: number }>`
      select (select count(*)::int from requesters.requester where order_id = ${orderId}::uuid) as people,
        (select count(*)::int from notices.message where order_id = ${orderId}::uuid and unit_code is null) as messages`.execute(
      kit.ctx.tx,
    );
    expect(rows).toEqual([{ people: 0, messages: 0 }]);
    await expect(kit.system.do(trackAppeal, { orderNo, code: 'ABCDEFGH' })).rejects.toMatchObject({
      code: 'public.wrong-code',
    });
    const no = { code: 'orders.no-requester' };
    await expect(handler.do(askInfo, { ...key, question: '具体在哪?' })).rejects.toMatchObject(no);
    const agent = kit.as('agent');
    await expect(agent.do(urgeFor, { orderId, note: '' })).rejects.toMatchObject(no);
    const phone = inventedPhoneOf('proactive');
    await expect(agent.do(correctNumberFor, { orderId, phone })).rejects.toMatchObject(no);
    const again = {
      ...{ content: '胜利路灯杆歪了。', type: 'QZ' as const, matterCode: '010105' },
      ...{ areaCode: asked.areaCode, address: '胜利路', requester: { phone }, repeatOf: orderId },
      fields: { road_name: '胜利路', lamp_problem: 'pole_leaning' },
      result: 'dispatch' as const,
    };
    await expect(
      agent.do(createOrder, again as unknown as Parameters<typeof createOrder>[1]),
    ).rejects.toMatchObject(no);
    expect((await handler.do(ofOrder, { orderId })).proactive).toMatchObject({
      trigger: 'found',
      basis: asked.basis,
    });
  }),
);

test(
  'what counts appeals does not count it',
  inCity(async (kit) => {
    const from = new Date(kit.ctx.now.getTime() - 60_000);
    const until = new Date(kit.ctx.now.getTime() + 60_000);
    const before = await orders.arrivedBetween(kit.ctx, from, until);
    await kit.as('analyst').do(openProactive, asked);
    expect(await orders.arrivedBetween(kit.ctx, from, until)).toEqual(before);
  }),
);

test(
  'the director counts what was received today without it, and the search behind the number does so too',
  inCity(async (kit) => {
    await kit.anOrder.toDispatch();
    await kit.as('analyst').do(openProactive, asked);
    const director = kit.as('director');
    const { receivedToday, byMatter } = await director.do(today, undefined);
    expect(receivedToday).toMatchObject({ appeals: 1, people: 1, issues: 1 });
    expect(receivedToday.byChannel.map(({ channel }) => channel)).not.toContain('proactive');
    expect(byMatter.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    expect((await director.do(searchOrders, { asked: 'yes' })).appeals).toBe(1);
    expect((await director.do(searchOrders, {})).appeals).toBe(2);
  }),
);

test(
  'an issue counts the appeals behind it and not what we did by ourselves',
  inCity(async (kit) => {
    const { orderId } = await kit.as('analyst').do(openProactive, asked);
    const own = await orders.lock(kit.ctx, orderId);
    const lead = kit.as('shift-lead');
    const alone = await lead.do(issuePage, { issueId: own.issue_id });
    expect([alone.appeals, alone.people, alone.orders.length]).toEqual([0, 0, 1]);
    const appeal = await kit.anOrder.toDispatch();
    const issueId = appeal.issue_id;
    await lead.do(linkOrder, { issueId, orderId, reason: '同一段路的灯杆。' });
    const both = await lead.do(issuePage, { issueId });
    expect([both.appeals, both.people, both.orders.length, both.hidden]).toEqual([1, 1, 2, 0]);
    // An order of our own makes up for none that one may not read.
    await sql`update orders.order set secrecy = 3 where id = ${appeal.id}`.execute(kit.ctx.tx);
    const confined = await kit.as('dispatcher').do(issuePage, { issueId });
    expect([confined.orders.length, confined.hidden]).toEqual([1, 1]);
    await sql`update orders.order set secrecy = 0 where id = ${appeal.id}`.execute(kit.ctx.tx);
    const counted = async (id: string) => {
      const [row] = await kit.as('director').do((ctx) => orders.rowsFor(ctx, [id]), undefined);
      return row?.appealsInIssue;
    };
    expect([await counted(appeal.id), await counted(orderId)]).toEqual([1, 1]);
    // Of the two one may be taken out, whoever asked; the last one not.
    await lead.do(unlinkOrder, { issueId, orderId, reason: '另一段路。' });
    expect([await counted(appeal.id), await counted(orderId)]).toEqual([1, 0]);
    await expect(
      lead.do(unlinkOrder, { issueId, orderId: appeal.id, reason: '另一段路。' }),
    ).rejects.toMatchObject({ code: 'issues.not-linked' });
    const { abilities } = await lead.do(orderPage, { orderId });
    expect(abilities).not.toContain('unlink-issue');
  }),
);

test(
  'no list of a campaign counts it as an appeal',
  inCity(async (kit) => {
    const { orderId } = await kit.as('analyst').do(openProactive, asked);
    const { id: appeal } = await kit.anOrder.toDispatch();
    const [director, analyst] = [kit.as('director'), kit.as('analyst')];
    const { campaignId } = await director.do(openCampaign, { ...season, terms: [...season.terms] });
    const list = { campaignId, name: '胜利路灯杆', reason: '看过内容,属于同一处。' };
    const code = { code: 'campaigns.not-appeals' };
    await expect(
      analyst.do(newEntry, { ...list, orderIds: [appeal, orderId] }),
    ).rejects.toMatchObject(code);
    const { entryId } = await analyst.do(newEntry, { ...list, orderIds: [appeal] });
    const more = { entryId, orderIds: [orderId], reason: list.reason };
    await expect(analyst.do(addToEntry, more)).rejects.toMatchObject(code);
  }),
);

test(
  'five who tell of one thing are supervised; four and an order of our own are not',
  inCity(async (kit) => {
    const lead = kit.as('shift-lead');
    const { orderId } = await kit.as('analyst').do(openProactive, asked);
    const { issue_id: issueId } = await orders.lock(kit.ctx, orderId);
    const anotherTells = async () => {
      const { orderId: told } = await kit.anOrder.inProgress();
      await lead.do(linkOrder, { issueId, orderId: told, reason: '同一段路的灯杆。' });
    };
    for (let told = 0; told < 4; told += 1) await anotherTells();
    const clustered = async () => {
      await kit.drain();
      const { rows } = await sql<{ many: number }>`
        select count(*)::int as many from supervision.supervision where trigger = 'clustered'`.execute(
        kit.ctx.tx,
      );
      return rows[0]?.many;
    };
    expect(await clustered()).toBe(0);
    await anotherTells();
    expect(await clustered()).toBe(1);
  }),
);
