import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { historyOf, verifyChain } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { linkOrder, unlinkOrder } from '../issues/index.ts';
import * as orders from '../orders/index.ts';
import { membersAt } from './issue-members.ts';
import { issuePage } from './issue-page.ts';

const minutes = (at: Date, count: number) => new Date(at.getTime() + count * 60_000);
const from = (seed: string) => ({
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf(seed) },
});
const reason = '同一路口';

test(
  'appeals and people behind one issue, now and as it stood',
  inCity(async ({ as, anOrder, clock, travelTo }) => {
    const start = clock.now();
    const lead = as('shift-lead');
    const first = await anOrder.toDispatch(from('one'));
    await travelTo(minutes(start, 1));
    const second = await anOrder.toDispatch(from('two'));
    await travelTo(minutes(start, 2));
    const issueId = first.issue_id;
    await lead.do(linkOrder, { issueId, orderId: second.id, reason });
    await travelTo(minutes(start, 3));
    await lead.do(unlinkOrder, { issueId, orderId: first.id, reason });
    await travelTo(minutes(start, 4));

    const at = async (id: string, count: number | null) => {
      const until = count === null ? {} : { until: minutes(start, count).toISOString() };
      const page = await lead.do(issuePage, { issueId: id, ...until });
      expect(page.orders.map(({ id }) => id)).toEqual(page.linkedThen);
      return [page.linkedThen, page.appeals, page.people];
    };
    expect(await at(issueId, 1)).toEqual([[first.id], 1, 1]);
    expect(await at(issueId, 2)).toEqual([[first.id, second.id], 2, 2]);
    expect(await at(issueId, null)).toEqual([[second.id], 1, 1]);
    expect(await at(second.issue_id, 1)).toEqual([[second.id], 1, 1]);
    expect(await at(second.issue_id, 2)).toEqual([[], 0, 0]);
  }),
);

test(
  'its own chain begins by naming who founded it, whatever became of the rows since',
  inCity(async ({ as, anOrder, clock, ctx, system, travelTo }) => {
    const start = clock.now();
    const lead = as('shift-lead');
    const first = await anOrder.toDispatch(from('one'));
    const second = await anOrder.toDispatch(from('two'));
    const chainOf = (id: string) => system.do((now) => historyOf(now, { kind: 'issue', id }), null);
    // A lone order costs one chain: its own first event tells of the issue.
    expect(await chainOf(first.issue_id)).toEqual([]);
    const [begun] = await system.do(
      (now) => historyOf(now, { kind: 'order', id: first.id }, start),
      null,
    );
    expect(begun?.data.issueId).toBe(first.issue_id);

    await travelTo(minutes(start, 5));
    await lead.do(linkOrder, { issueId: first.issue_id, orderId: second.id, reason });
    await travelTo(minutes(start, 6));
    await lead.do(unlinkOrder, { issueId: first.issue_id, orderId: second.id, reason });
    for (const [id, founder] of [
      [first.issue_id, first.id],
      [second.issue_id, second.id],
    ] as const) {
      const chain = await chainOf(id);
      expect(chain[0]).toMatchObject({ type: 'issues.opened', data: { orderId: founder } });
      expect(new Date(String(chain[0]?.data.openedAt))).toEqual(start);
      expect(chain.filter(({ type }) => type === 'issues.opened')).toHaveLength(1);
      expect(verifyChain(chain)).toEqual({ ok: true });
      const at = (count: number) => membersAt({ id, chain, membersNow: [] }, minutes(start, count));
      expect([at(-1), at(0), at(4)]).toEqual([[], [founder], [founder]]);
    }
    const own = (await orders.find(ctx, second.id))?.issue_id ?? '';
    const page = await lead.do(issuePage, { issueId: own });
    expect(page.linkedThen).toEqual([second.id]);
    const before = { issueId: own, until: minutes(start, 5).toISOString() };
    expect((await lead.do(issuePage, before)).linkedThen).toEqual([]);
  }),
);

test(
  'a repeat that joins at once leaves the first as the founder',
  inCity(async ({ as, anOrder, clock, system, travelTo }) => {
    const start = clock.now();
    const first = await anOrder.toDispatch(from('one'));
    await travelTo(minutes(start, 1));
    const again = await anOrder.toDispatch({ ...from('one'), repeatOf: first.id });
    expect(again.issue_id).toBe(first.issue_id);
    const subject = { kind: 'issue', id: first.issue_id } as const;
    const chain = await system.do((now) => historyOf(now, subject), null);
    expect(chain.map(({ type, data }) => [type, data.orderId])).toEqual([
      ['issues.opened', first.id],
      ['issues.linked', again.id],
    ]);
    const page = { issueId: first.issue_id, until: start.toISOString() };
    expect((await as('shift-lead').do(issuePage, page)).linkedThen).toEqual([first.id]);
  }),
);

test(
  'an issue is seen through its orders, and nobody else’s stand on it',
  inCity(async ({ as, ctx, anOrder }) => {
    const { orderId } = await anOrder.inProgress();
    const issueId = (await orders.find(ctx, orderId))?.issue_id ?? '';
    const other = await anOrder.toDispatch(from('two'));
    await as('shift-lead').do(linkOrder, { issueId, orderId: other.id, reason });
    const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
    const page = await as('handler', bureau).do(issuePage, { issueId });
    expect(page.orders.map(({ id }) => id)).toEqual([orderId]);
    expect([page.appeals, page.people]).toEqual([2, 2]);
    const stranger = as('handler', { unitCode: '350600.sthj', unitPath: '350600/350600.sthj' });
    await expect(stranger.do(issuePage, { issueId })).rejects.toMatchObject({
      code: 'issues.no-such-issue',
    });
  }),
);

test('whatever is linked and unlinked, the fold ends where the links ended', () => {
  const start = new Date('2026-03-02T01:00:00Z');
  const ids = Array.from({ length: 4 }, () => newId(start));
  const id = newId(start);
  fc.assert(
    fc.property(fc.array(fc.nat(3), { maxLength: 20 }), (moves) => {
      const now = new Set(ids.slice(0, 1));
      const states = [[...now]];
      const chain = moves.map((move, no) => {
        const orderId = ids[move] ?? '';
        const type = now.has(orderId) ? ('issues.unlinked' as const) : ('issues.linked' as const);
        if (!now.delete(orderId)) now.add(orderId);
        states.push([...now].toSorted());
        return { type, data: { orderId }, at: minutes(start, no + 1) };
      });
      const history = { id, chain, membersNow: [...now] };
      for (const [no, state] of states.entries())
        expect(membersAt(history, minutes(start, no))).toEqual(state);
      expect(membersAt(history, minutes(start, -1))).toEqual([]);
    }),
  );
});
