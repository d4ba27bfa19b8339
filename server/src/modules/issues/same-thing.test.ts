import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  issuePage,
  openProactive,
  proposalsOfOrder,
  proposalsToIssue,
} from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf, verifyChain } from '../../platform/events.ts';
import type { Appeal } from '../intake/index.ts';
import * as orders from '../orders/index.ts';
import { confirmProposals } from './confirm-proposals.ts';
import { linkOrder } from './link-order.ts';
import { nearAlike } from './near-alike.ts';
import { rejectProposal, reopenProposal } from './reject-proposal.ts';
import { splitIssue } from './split-issue.ts';
import { undoMove } from './undo-move.ts';

const from = (seed: string) => ({
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf(seed) },
});
const manhole = { matterCode: '010102', areaCode: '350602001000' };
const told: Partial<Appeal>[] = [
  {
    ...from('one'),
    ...manhole,
    title: '胜利路井盖缺失',
    content: '胜利路农业银行门口的井盖不见了,昨晚有人差点掉下去。',
    address: '胜利路农业银行门口',
  },
  {
    ...from('two'),
    ...manhole,
    title: '井盖没了',
    content: '农业银行前面胜利路上少了一个井盖,很危险,希望马上处理。',
    address: '胜利路',
  },
  {
    ...from('three'),
    ...manhole,
    title: '胜利路上井盖丢了',
    content: '骑车经过胜利路,井盖丢了没人管,晚上看不见。',
    address: '胜利路',
  },
];
const others: Partial<Appeal>[] = [
  { ...from('lamp'), content: '路口的路灯坏了三天,晚上很暗。', address: '胜利路口' },
  {
    ...from('elsewhere'),
    ...manhole,
    title: '新华路井盖响',
    content: '新华路邮局对面的井盖松动,车一过就响,吵得睡不着。',
    address: '新华路邮局对面',
  },
  {
    ...from('county'),
    matterCode: '010102',
    areaCode: '350623100000',
    title: '胜利路井盖缺失',
    content: '胜利路农业银行门口的井盖不见了,昨晚有人差点掉下去。',
    address: '胜利路农业银行门口',
  },
  { ...from('secret'), ...told[1], secrecy: 3 },
];

const open = async (ctx: Context) => {
  const { rows } = await sql<{ order: string; issue: string }>`
    select order_id as "order", issue_id as issue from issues.proposal
    where city_id = ${ctx.cityId} and state = 'proposed' order by order_id`.execute(ctx.tx);
  return rows;
};
const issueOf = async (ctx: Context, id: string) => (await orders.find(ctx, id))?.issue_id ?? '';

test(
  'what others tell of the same thing is proposed, with reasons; another place, matter, county or a secret is not',
  inCity(async ({ ctx, as, anOrder, drain }) => {
    const first = await anOrder.toDispatch(told[0]);
    for (const other of others) await anOrder.toDispatch(other);
    await drain();
    expect(await open(ctx)).toEqual([]);
    const second = await anOrder.toDispatch(told[1]);
    await drain();
    expect(await open(ctx)).toEqual([{ order: second.id, issue: first.issue_id }]);

    const asked = { orderId: second.id };
    const { rows } = await as('dispatcher').do(proposalsOfOrder, asked);
    expect(rows).toMatchObject([
      { issueId: first.issue_id, appeals: 1, people: 1, like: { orderId: first.id } },
    ]);
    const reasons = new Map(rows[0]?.reasons.map(({ code, words }) => [code, words]));
    expect(reasons.get('same-place')).toContain('胜利路');
    expect([...reasons.keys()]).toEqual(
      expect.arrayContaining(['same-town', 'same-matter', 'near-time']),
    );
    const { rows: kept } = await sql<{ all: string }>`
      select string_agg(k::text, ' ') || (select string_agg(p::text, ' ') from issues.proposal as p) as all
      from issues.key as k`.execute(ctx.tx);
    expect(kept[0]?.all).toBeTruthy();
    expect(kept[0]?.all).not.toMatch(/\p{Script=Han}/u);
  }),
);

test(
  'confirmed together, split and taken back: counts, both chains and everybody’s number stay right',
  inCity(async ({ ctx, as, anOrder, drain, system }) => {
    const made = [];
    for (const one of told) made.push(await anOrder.toDispatch(one));
    const [first, second, third] = made;
    if (!first || !second || !third) throw new Error('Three orders were made.');
    await drain();
    const lead = as('dispatcher');
    const { issue_id: issueId } = first;
    const page = await lead.do(proposalsToIssue, { issueId });
    expect(page.rows.map(({ order }) => order.orderId).toSorted()).toEqual([second.id, third.id]);

    const both = { issueId, orderIds: [second.id, third.id] };
    expect(await lead.do(confirmProposals, both)).toEqual({ moved: 2 });
    const counts = async (id: string) => {
      const { appeals, people, linkedThen } = await lead.do(issuePage, { issueId: id });
      return [appeals, people, linkedThen];
    };
    expect(await counts(issueId)).toEqual([3, 3, [first.id, second.id, third.id]]);
    expect((await orders.find(ctx, third.id))?.order_no).toBe(third.order_no);
    await drain();
    expect(await open(ctx)).toEqual([]);

    const reason = '另一个井盖';
    const split = { issueId, orderIds: [third.id], reason };
    const { issueId: own } = await lead.do(splitIssue, split);
    expect([await counts(issueId), await counts(own)]).toEqual([
      [2, 2, [first.id, second.id]],
      [1, 1, [third.id]],
    ]);
    await drain();
    // Whoever was taken out is not proposed again.
    expect(await open(ctx)).toEqual([]);
    const { lastMoves } = await lead.do(proposalsToIssue, { issueId });
    expect(lastMoves).toContainEqual(
      expect.objectContaining({ orderId: third.id, issueId: own, backTo: issueId }),
    );
    await lead.do(undoMove, { issueId: own, orderId: third.id, backTo: issueId });
    expect(await counts(issueId)).toEqual([3, 3, [first.id, second.id, third.id]]);
    const old = { issueId, orderId: third.id, backTo: third.issue_id };
    await expect(lead.do(undoMove, old)).rejects.toMatchObject({ code: 'issues.moved-since' });
    const all = { issueId, orderIds: made.map(({ id }) => id), reason };
    await expect(lead.do(splitIssue, all)).rejects.toMatchObject({ code: 'issues.nobody-stays' });

    for (const [kind, id] of [
      ['issue', issueId],
      ['order', third.id],
    ] as const) {
      const chain = await system.do((now) => historyOf(now, { kind, id }), null);
      expect(verifyChain(chain)).toEqual({ ok: true });
    }
  }),
);

test(
  'a confirmation taken back leaves the proposal open; a refusal is not proposed again until somebody takes it back',
  inCity(async ({ ctx, as, anOrder, drain }) => {
    const first = await anOrder.toDispatch(told[0]);
    const second = await anOrder.toDispatch(told[1]);
    await drain();
    const lead = as('dispatcher');
    const key = { issueId: first.issue_id, orderId: second.id };
    await lead.do(confirmProposals, { issueId: first.issue_id, orderIds: [second.id] });
    await drain();
    await lead.do(undoMove, { ...key, backTo: second.issue_id });
    await drain();
    expect(await issueOf(ctx, second.id)).toBe(second.issue_id);
    expect(await open(ctx)).toEqual([{ order: second.id, issue: first.issue_id }]);

    await lead.do(rejectProposal, { ...key, why: 'other-thing', note: '是旁边的雨水箅子' });
    await anOrder.toDispatch({ ...told[2], repeatOf: second.id });
    await drain();
    expect((await open(ctx)).filter(({ order }) => order === second.id)).toEqual([]);
    const again = { issueId: first.issue_id, orderIds: [second.id] };
    await expect(lead.do(confirmProposals, again)).rejects.toMatchObject({
      code: 'issues.not-proposed',
    });
    await lead.do(reopenProposal, key);
    await drain();
    expect(await open(ctx)).toContainEqual({ order: second.id, issue: first.issue_id });
    // Its repeat comes along.
    expect(await lead.do(confirmProposals, again)).toEqual({ moved: 2 });
  }),
);

test(
  'who tells of something that a group told of is proposed to the group, wherever it went',
  inCity(async ({ ctx, as, anOrder, drain }) => {
    const [first, second] = [
      await anOrder.toDispatch(told[0]),
      await anOrder.toDispatch({ ...from('far'), content: '积水严重,请来看看。', address: '某处' }),
    ];
    const third = await anOrder.toDispatch(told[2]);
    await drain();
    const reason = '当面核实是一处';
    await as('dispatcher').do(linkOrder, {
      issueId: second.issue_id,
      orderId: first.id,
      reason,
    });
    await drain();
    expect(await open(ctx)).toEqual([{ order: third.id, issue: second.issue_id }]);
  }),
);

test(
  'before saving: what is typed finds the issue of others, and nothing that is secret',
  inCity(async ({ as, anOrder, drain }) => {
    const first = await anOrder.toDispatch(told[0]);
    await anOrder.toDispatch({ ...told[1], secrecy: 1, areaCode: '350602002000' });
    // What we went to see by ourselves is no further appeal.
    const { orderId } = await as('analyst').do(openProactive, {
      ...{ matterCode: '010105', areaCode: '350602001000', title: '', address: '' },
      ...{ urgency: 'U3', content: '巡查沿街路灯。', trigger: 'found', basis: '巡查发现。' },
    });
    const own = { issueId: first.issue_id, orderId, reason: '同一个井盖。' };
    await as('shift-lead').do(linkOrder, own);
    await drain();
    const typed = {
      ...manhole,
      title: '',
      content: '胜利路上有个井盖没了',
      address: '胜利路',
      subjectName: '',
      lng: null,
      lat: null,
    };
    const near = await as('agent').do(nearAlike, typed);
    expect(near).toMatchObject([{ issueId: first.issue_id, appeals: 1, people: 1 }]);
    const elsewhere = { ...typed, content: '新华路上有个井盖没了', address: '新华路' };
    expect(await as('agent').do(nearAlike, elsewhere)).toEqual([]);
  }),
);
