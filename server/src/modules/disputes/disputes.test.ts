import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  contact,
  decideRow,
  dutyView,
  holdMeeting,
  listRowProposals,
  recall,
  send,
  suggestion,
} from '../../../test/use-cases.ts';
import { historyOf } from '../../platform/events.ts';
import { ofOrder, one } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { askReturn } from './ask-return.ts';
import { lapseLeft } from './lapse.ts';
import { planConference } from './plan-conference.ts';
import { readDispute } from './read-dispute.ts';
import { ruleOnReturn } from './rule-on-return.ts';
import { signReturn, withdrawReturn } from './sign-return.ts';

const at = (unit: string) => ({
  unitCode: `350600.${unit}`,
  unitPath: `350600/350600.${unit}`,
  areaCode: '350600000000',
});
const notOurs = {
  reason: 'not-our-duty' as const,
  basis: '三定规定:路灯养护不在本局职责内',
  properUnit: '350600.cgj',
  words: '路灯由城市管理部门养护,不在本局职责范围。',
};
const ruling = {
  basis: '三定规定:城市照明设施养护',
  facts: '市管道路的路灯不亮,两个单位都说不归自己。',
  ruling: '经核对职责,由裁定的单位办理。',
  assists: [],
  heard: [],
};

test(
  'the desk asks, the leader signs, and the unit still has to speak with the citizen',
  inCity(async ({ as, ctx, anOrder }) => {
    const key = await anOrder.inProgress();
    const liaison = as('liaison', at('zjj'));
    expect(await liaison.do(askReturn, { ...key, ...notOurs })).toEqual({ state: 'to-sign' });
    expect(await orders.find(ctx, key.orderId)).toMatchObject({ status: 'in-progress' });
    await as('unit-leader', at('zjj')).do(signReturn, { ...key, agreed: true, note: '' });
    expect(await orders.find(ctx, key.orderId)).toMatchObject({
      status: 'in-dispute',
      lead_unit: '350600.zjj',
      disputes: 1,
    });
    await liaison.do(contact, { ...key, reached: true, note: '' });
    expect(await one(ctx, key.orderId, key.assignmentId)).toMatchObject({
      state: 'return-asked',
      contacted_at: expect.any(Date),
    });
  }),
);

test(
  'a leader who does not agree keeps the order, and says why',
  inCity(async ({ as, ctx, anOrder }) => {
    const key = await anOrder.inProgress();
    await as('liaison', at('zjj')).do(askReturn, { ...key, ...notOurs });
    await as('unit-leader', at('zjj')).do(signReturn, {
      ...key,
      agreed: false,
      note: '按目录归我们',
    });
    expect(await one(ctx, key.orderId, key.assignmentId)).toMatchObject({ state: 'signed' });
    expect(await orders.find(ctx, key.orderId)).toMatchObject({ status: 'in-progress' });
  }),
);

test(
  'what is urgent, late, without a unit, or not the lead’s is not returned',
  inCity(async ({ as, anOrder, travelTo, clock }) => {
    const urgent = await anOrder.inProgress({ urgency: 'U2' });
    const leader = as('unit-leader', at('zjj'));
    await expect(leader.do(askReturn, { ...urgent, ...notOurs })).rejects.toMatchObject({
      code: 'disputes.urgent-first',
    });
    const key = await anOrder.inProgress({ linkage: ['350600.jj110'] });
    const { properUnit: _, ...nobody } = notOurs;
    await expect(leader.do(askReturn, { ...key, ...nobody })).rejects.toMatchObject({
      code: 'disputes.proper-unit',
    });
    await expect(
      leader.do(askReturn, { ...key, ...notOurs, properUnit: '350600.zjj' }),
    ).rejects.toMatchObject({ code: 'disputes.same-unit' });
    const linked = key.duties.find(({ role }) => role === 'linkage')?.id ?? '';
    await expect(
      as('unit-leader', at('jj110')).do(askReturn, {
        orderId: key.orderId,
        assignmentId: linked,
        ...notOurs,
      }),
    ).rejects.toMatchObject({ code: 'disputes.lead-only' });
    const offered = async () => (await leader.do(dutyView, key)).abilities;
    expect(await offered()).toContain('ask-return');
    await travelTo(new Date(clock.now().getTime() + 6 * 24 * 3_600_000));
    expect(await offered()).not.toContain('ask-return');
    await expect(leader.do(askReturn, { ...key, ...notOurs })).rejects.toMatchObject({
      code: 'disputes.window-over',
    });
  }),
);

test(
  'upheld: the other unit leads in the same instant, with a full limit; the promise stays',
  inCity(async (kit) => {
    const { as, ctx, anOrder } = kit;
    const key = await anOrder.inProgress();
    await as('unit-leader', at('zjj')).do(askReturn, { ...key, ...notOurs });
    const before = await orders.find(ctx, key.orderId);
    await as('dispatcher').do(ruleOnReturn, {
      orderId: key.orderId,
      upheld: true,
      lead: '350600.cgj',
      ...ruling,
    });
    const after = await orders.find(ctx, key.orderId);
    expect(after).toMatchObject({ status: 'in-progress', lead_unit: '350600.cgj' });
    expect(after?.promise_at).toEqual(before?.promise_at);
    expect(
      (await ofOrder(ctx, key.orderId)).map(({ unit_code, state }) => [unit_code, state]),
    ).toEqual([
      ['350600.zjj', 'returned'],
      ['350600.cgj', 'sent'],
    ]);
    await expect(as('unit-leader', at('zjj')).do(readDispute, key)).rejects.toMatchObject({
      code: 'orders.no-such-order',
    });
    const { returns } = await as('unit-leader', at('cgj')).do(readDispute, key);
    expect(returns).toMatchObject([{ state: 'upheld', round: 1, newLead: { code: '350600.cgj' } }]);
  }),
);

test(
  'rejected: the unit works on, its clock never stood still',
  inCity(async ({ as, ctx, anOrder }) => {
    const key = await anOrder.inProgress();
    await as('unit-leader', at('zjj')).do(askReturn, { ...key, ...notOurs });
    const due = (await one(ctx, key.orderId, key.assignmentId)).due_at;
    await as('dispatcher').do(ruleOnReturn, { orderId: key.orderId, upheld: false, ...ruling });
    expect(await one(ctx, key.orderId, key.assignmentId)).toMatchObject({
      state: 'signed',
      due_at: due,
    });
    expect(await orders.find(ctx, key.orderId)).toMatchObject({ status: 'in-progress' });
  }),
);

test(
  'three rounds: dispatcher, another colleague who hears both sides, a conference that binds',
  inCity(async ({ as, ctx, anOrder, clock }) => {
    const key = await anOrder.inProgress();
    const { orderId } = key;
    const returnBy = async (unit: string, properUnit: string) => {
      const duty = (await ofOrder(ctx, orderId)).find(
        ({ unit_code, state }) => unit_code === `350600.${unit}` && state !== 'returned',
      );
      const about = { orderId, assignmentId: duty?.id ?? '', ...notOurs, properUnit };
      await as('unit-leader', at(unit)).do(askReturn, about);
    };
    await returnBy('zjj', '350600.cgj');
    const first = { orderId, upheld: true, lead: '350600.cgj', ...ruling };
    await expect(as('reviewer').do(ruleOnReturn, first)).rejects.toMatchObject({
      code: 'disputes.not-your-round',
    });
    await as('dispatcher').do(ruleOnReturn, first);

    await returnBy('cgj', '350600.jtj');
    const second = { orderId, upheld: true, lead: '350600.jtj', ...ruling };
    await expect(as('dispatcher').do(ruleOnReturn, second)).rejects.toMatchObject({
      code: 'disputes.not-your-round',
    });
    await expect(as('reviewer').do(ruleOnReturn, second)).rejects.toMatchObject({
      code: 'disputes.hear-both',
    });
    const both = ['350600.cgj', '350600.jtj'];
    await as('reviewer').do(ruleOnReturn, { ...second, heard: both });
    expect(await orders.find(ctx, orderId)).toMatchObject({ raised_at: expect.any(Date) });

    await returnBy('jtj', '350600.zjj');
    const third = { orderId, upheld: true, lead: '350600.cgj', ...ruling, assists: ['350600.zjj'] };
    const director = as('director');
    await expect(director.do(ruleOnReturn, { ...third, heard: both })).rejects.toMatchObject({
      code: 'disputes.meeting-needed',
    });
    const plan = {
      orderId,
      place: '热线中心',
      startsAt: clock.now().toISOString(),
      units: ['350600.sthj'],
    };
    const { meetingId } = await director.do(planConference, plan);
    await expect(director.do(planConference, plan)).rejects.toMatchObject({
      code: 'disputes.conference-planned',
    });
    const conference = { ...third, meetingId };
    await expect(director.do(ruleOnReturn, conference)).rejects.toMatchObject({
      code: 'disputes.meeting-not-held',
    });
    const said = (unit: string, isThere: boolean) =>
      isThere
        ? { unit, came: 'came' as const, who: '科长', reason: '' }
        : { unit, came: 'absent' as const, who: '', reason: '防汛值守' };
    const attendance = [...both, '350600.zjj', '350600.sthj'].map((unit) =>
      said(unit, unit !== '350600.zjj'),
    );
    await director.do(holdMeeting, { meetingId, attendance });
    await expect(director.do(ruleOnReturn, conference)).rejects.toMatchObject({
      code: 'disputes.hear-both',
      facts: { units: expect.stringContaining('住房') },
    });
    const { conference: shown } = await director.do(readDispute, { orderId });
    expect(shown?.candidates.map(({ code }) => code).toSorted()).toEqual(
      [...both, '350600.zjj'].toSorted(),
    );
    expect(shown?.meeting).toMatchObject({ id: meetingId, state: 'held' });
    await director.do(ruleOnReturn, { ...conference, heard: ['350600.zjj'] });
    const { returns, conference: over } = await director.do(readDispute, { orderId });
    expect(returns.at(-1)).toMatchObject({ meetingId });
    expect(
      returns
        .at(-1)
        ?.heard.map(({ code }) => code)
        .toSorted(),
    ).toEqual([...both, '350600.sthj', '350600.zjj'].toSorted());
    expect(over).toBeNull();
    expect(await orders.find(ctx, orderId)).toMatchObject({
      status: 'in-progress',
      lead_unit: '350600.cgj',
      lead_fixed: true,
    });
    await expect(returnBy('cgj', '350600.zjj')).rejects.toMatchObject({
      code: 'disputes.lead-fixed',
    });
  }),
);

test(
  'whoever ruled first does not rule again, whatever else they may do',
  inCity(async ({ as, ctx, anOrder }) => {
    const key = await anOrder.inProgress();
    await as('unit-leader', at('zjj')).do(askReturn, { ...key, ...notOurs });
    const lead = as('shift-lead');
    await lead.do(ruleOnReturn, { orderId: key.orderId, upheld: false, ...ruling });
    await as('unit-leader', at('zjj')).do(askReturn, { ...key, ...notOurs });
    const heard = ['350600.zjj', '350600.cgj'];
    await expect(
      lead.do(ruleOnReturn, { orderId: key.orderId, upheld: false, ...ruling, heard }),
    ).rejects.toMatchObject({ code: 'disputes.own-ruling' });
    expect(await orders.find(ctx, key.orderId)).toMatchObject({ status: 'in-dispute' });
  }),
);

test(
  'a ruling is found next time, and after three uses it is proposed as a row of the catalogue',
  inCity(async ({ as, anOrder }) => {
    const key = await anOrder.inProgress();
    await as('unit-leader', at('zjj')).do(askReturn, {
      ...key,
      ...notOurs,
      properUnit: '350600.jtj',
    });
    await as('dispatcher').do(ruleOnReturn, {
      orderId: key.orderId,
      upheld: true,
      lead: '350600.jtj',
      ...ruling,
    });
    const units = { lead: '350600.jtj', assists: [], linkage: [], copies: [], note: '' };
    for (const uses of [1, 2, 3]) {
      const next = await anOrder.toDispatch();
      const { precedents } = await as('dispatcher').do(suggestion, { orderId: next.id });
      expect(precedents).toMatchObject([{ lead: { code: '350600.jtj' }, uses: uses - 1 }]);
      await as('dispatcher').do(send, { orderId: next.id, ...units });
    }
    const { rows } = await as('director').do(listRowProposals, undefined);
    expect(rows).toMatchObject([{ lead: '350600.jtj', state: 'proposed' }]);
    const proposalId = rows[0]?.id ?? '';
    await expect(
      as('dispatcher').do(decideRow, { proposalId, accepted: true, why: '' }),
    ).rejects.toMatchObject({ code: 'identity.not-permitted' });
    await expect(
      as('director').do(decideRow, { proposalId, accepted: false, why: '' }),
    ).rejects.toMatchObject({ code: 'dispatch.proposal-why' });
    await as('director').do(decideRow, { proposalId, accepted: true, why: '' });
    const last = await anOrder.toDispatch();
    const said = await as('dispatcher').do(suggestion, { orderId: last.id });
    expect(said).toMatchObject({
      lead: { code: '350600.jtj' },
      because: { basisKind: 'precedent', basis: ruling.basis },
    });
    await expect(
      as('director').do(decideRow, { proposalId, accepted: false, why: '重复' }),
    ).rejects.toMatchObject({ code: 'dispatch.proposal-decided' });
  }),
);

test(
  'the case that others will read names nobody',
  inCity(async ({ as, anOrder }) => {
    const key = await anOrder.inProgress();
    await as('unit-leader', at('zjj')).do(askReturn, { ...key, ...notOurs });
    const facts = '住在芗城区水仙花园3幢502室的住户反映路灯不亮。';
    await expect(
      as('dispatcher').do(ruleOnReturn, { orderId: key.orderId, upheld: false, ...ruling, facts }),
    ).rejects.toMatchObject({ code: 'disputes.names-person' });
  }),
);

test(
  'an upheld return that names no better unit goes back to the dispatch desk',
  inCity(async ({ as, ctx, anOrder }) => {
    const key = await anOrder.inProgress({ linkage: ['350600.jj110'] });
    await as('unit-leader', at('zjj')).do(askReturn, { ...key, ...notOurs, reason: 'duplicate' });
    await as('dispatcher').do(ruleOnReturn, { orderId: key.orderId, upheld: true, ...ruling });
    expect(await orders.find(ctx, key.orderId)).toMatchObject({ status: 'to-dispatch' });
    expect((await ofOrder(ctx, key.orderId)).map(({ state }) => state)).toEqual([
      'returned',
      'revoked',
    ]);
  }),
);

test(
  'what is withdrawn or recalled leaves no request behind',
  inCity(async ({ as, ctx, anOrder }) => {
    const key = await anOrder.inProgress();
    const leader = as('unit-leader', at('zjj'));
    await leader.do(askReturn, { ...key, ...notOurs });
    await leader.do(withdrawReturn, key);
    expect(await orders.find(ctx, key.orderId)).toMatchObject({ status: 'in-progress' });
    await leader.do(askReturn, { ...key, ...notOurs });
    await as('dispatcher').do(recall, { orderId: key.orderId, reason: '派错了' });
    await lapseLeft(ctx, key.orderId);
    const { returns } = await as('dispatcher').do(readDispute, key);
    expect(returns.map(({ state }) => state)).toEqual(['withdrawn', 'lapsed']);
    const events = await historyOf(ctx, { kind: 'order', id: key.orderId });
    expect(events.map(({ type }) => type)).toContain('disputes.return-withdrawn');
  }),
);

test(
  'a ruling that upholds says who leads, and not whom it has just relieved; a redo is not returned',
  inCity(async ({ as, ctx, anOrder }) => {
    const key = await anOrder.inProgress();
    const leader = as('unit-leader', at('zjj'));
    await leader.do(askReturn, { ...key, ...notOurs });
    const upheld = { orderId: key.orderId, upheld: true, ...ruling };
    await expect(as('dispatcher').do(ruleOnReturn, upheld)).rejects.toMatchObject({
      code: 'disputes.lead-needed',
    });
    await expect(
      as('dispatcher').do(ruleOnReturn, { ...upheld, lead: '350600.zjj' }),
    ).rejects.toMatchObject({ code: 'disputes.same-lead' });
    const again = await anOrder.inProgress();
    await orders.change(ctx, again.orderId, { round: 1 });
    await expect(leader.do(askReturn, { ...again, ...notOurs })).rejects.toMatchObject({
      code: 'disputes.redo',
    });
  }),
);

test(
  'who looks at a request that is over is told where the duty stands',
  inCity(async ({ as, anOrder }) => {
    const key = await anOrder.inProgress();
    await expect(as('unit-leader', at('zjj')).do(withdrawReturn, key)).rejects.toMatchObject({
      code: 'orders.stale',
    });
    await expect(
      as('dispatcher').do(ruleOnReturn, { orderId: key.orderId, upheld: false, ...ruling }),
    ).rejects.toMatchObject({ code: 'orders.stale' });
  }),
);
