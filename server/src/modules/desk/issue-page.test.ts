import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
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
