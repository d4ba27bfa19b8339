import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { searchOrders } from '../desk/index.ts';
import * as orders from '../orders/index.ts';
import { isMet, minutesToRepair } from './emergencies.ts';
import { today } from './today.ts';

const minutes = (at: Date, count: number) => new Date(at.getTime() + count * 60_000);
const from = (seed: string) => ({
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf(seed) },
});

test(
  'every number counts exactly the orders its search shows',
  inCity(async ({ as, ctx, anOrder, clock, travelTo }) => {
    const start = clock.now();
    await anOrder.inProgress({ ...from('one'), urgency: 'U1', matterCode: '010102' });
    await anOrder.inProgress({ ...from('one'), lead: '350626.rsj' });
    await anOrder.inProgress({ ...from('two'), lead: '350626' });
    await anOrder.toDispatch({ ...from('three'), secrecy: 1, type: 'JB' });
    await anOrder.waiting({ ...from('four'), secrecy: 3 });
    await orders.advance(ctx, await anOrder.waiting(from('five')), 'transfer', { data: {} });
    const closed = await anOrder.forCallBack();
    await orders.change(ctx, closed, { close_kind: 'solved', closed_at: start });

    for (const who of ['director', 'dispatcher'] as const) {
      const seen = await as(who).do(today, undefined);
      const count = async (filters: Parameters<typeof searchOrders>[1]) => {
        const { appeals, people, issues } = await as(who).do(searchOrders, filters);
        return { appeals, people, issues };
      };
      const { byChannel, ...received } = seen.receivedToday;
      expect(received).toEqual(await count({ from: '2026-03-02', to: '2026-03-02' }));
      expect(byChannel.reduce((sum, channel) => sum + channel.count, 0)).toBe(received.appeals);
      expect(received.appeals).toBe(who === 'director' ? 7 : 5);
      for (const { channel, count: shown } of byChannel) {
        const opened = await count({ channel, from: '2026-03-02', to: '2026-03-02' });
        expect(shown).toBe(opened.appeals);
      }
      expect(seen.closedToday).toBe((await count({ closedOn: '2026-03-02' })).appeals);
      expect(seen.waiting).toContainEqual(
        expect.objectContaining({ status: 'in-transfer', count: 1 }),
      );
      for (const stage of seen.waiting)
        expect(stage.count).toBe((await count({ status: stage.status })).appeals);
      for (const matter of seen.byMatter)
        expect(matter.count).toBe((await count({ matter: matter.code })).appeals);
    }

    await travelTo(minutes(start, 60 * 24 * 60));
    const later = await as('director').do(today, undefined);
    expect(later.overdue.map(({ unit, count }) => [unit.code, count])).toEqual([
      ['350626', 2],
      ['350600.zjj', 1],
    ]);
    for (const { unit, count } of later.overdue) {
      const found = await as('director').do(searchOrders, { overdue: 'yes', unit: unit.code });
      expect(found.appeals).toBe(count);
    }
    expect(later.receivedToday).toEqual({ appeals: 0, people: 0, issues: 0, byChannel: [] });
  }),
);

test(
  'what was sent to the grassroots with a reason in seven days is a list of those orders, secret ones for their readers',
  inCity(async ({ as, ctx, anOrder, clock, travelTo }) => {
    const helped = await anOrder.inProgress(from('helped'));
    const secret = await anOrder.inProgress({ ...from('secret'), secrecy: 3 });
    await anOrder.inProgress(from('not helped'));
    for (const { orderId } of [helped, secret])
      await ctx.tx
        .updateTable('dispatch.assignment')
        .set({ guard_reason_no: 1 })
        .where('order_id', '=', orderId)
        .execute();
    const shown = async (who: 'director' | 'dispatcher') => {
      const { count, since } = (await as(who).do(today, undefined)).guardOverrides;
      const { rows, appeals } = await as(who).do(searchOrders, { overrideSince: since });
      expect(appeals).toBe(count);
      return rows.map(({ id }) => id);
    };
    expect(await shown('director')).toEqual([secret.orderId, helped.orderId]);
    expect(await shown('dispatcher')).toEqual([helped.orderId]);
    await travelTo(minutes(clock.now(), 6 * 24 * 60));
    expect(await shown('director')).toHaveLength(2);
    await travelTo(minutes(clock.now(), 24 * 60));
    expect(await shown('director')).toEqual([]);
  }),
);

test(
  'an emergency shows its repair against the thirty minutes of its class',
  inCity(async ({ as, anOrder, clock, travelTo, ctx }) => {
    const start = clock.now();
    const { orderId } = await anOrder.inProgress({ urgency: 'U1', matterCode: '010102' });
    const shown = async () => (await as('director').do(today, undefined)).emergencies;
    expect(await shown()).toMatchObject([{ orderId, fixedMinutes: null, isMet: null }]);
    await travelTo(minutes(start, 31));
    expect(await shown()).toMatchObject([{ orderId, fixedMinutes: null, isMet: false }]);
    await ctx.tx
      .updateTable('dispatch.assignment')
      .set({ fixed_at: minutes(start, 24) })
      .where('order_id', '=', orderId)
      .execute();
    expect(await shown()).toMatchObject([{ orderId, fixedMinutes: 24, isMet: true }]);
    await travelTo(minutes(start, 25 * 60));
    expect(await shown()).toEqual([]);
  }),
);

test('met to the minute, missed after it, unknown without a limit', () => {
  const accepted_at = new Date('2026-03-02T14:00:00Z');
  const times = (fixed: number, scene_minutes: number | null) => ({
    accepted_at,
    fixed_at: minutes(accepted_at, fixed),
    scene_minutes,
  });
  const now = minutes(accepted_at, 600);
  expect(isMet(times(30, 30), now)).toBe(true);
  expect(isMet(times(30.1, 30), now)).toBe(false);
  expect(isMet(times(30, null), now)).toBe(null);
  expect(minutesToRepair(times(30.14, 30))).toBe(30.1);
});
