import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { undoSend } from '../../../test/use-cases.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { ofOrder } from '../dispatch/index.ts';
import { sign } from '../handling/index.ts';
import { accountById, byLogin, closeAccount } from '../identity/index.ts';
import { noticesOf } from '../notices/index.ts';
import { change } from '../orders/index.ts';
import { listGroups, saveGroup } from './groups.ts';
import { approveGuest, askGuest, endGuest, listGuests } from './guests.ts';
import { massSend } from './mass-send.ts';
import { endMode, openMode } from './modes.ts';
import { listCandidates, orderEmergency, readBoard } from './read-board.ts';

const minutes = (ctx: Kit['ctx'], more: number) => new Date(ctx.now.getTime() + more * 60_000);
const storm = {
  name: '“示例”台风应急联动',
  reason: '气象台发布台风红色预警',
  areaCode: '350600000000',
  groupCode: 'typhoon',
};
const centre = { unitCode: '350600.zx', unitPath: '350600/350600.zx' };
const summary = '台风已过境,各单位处置完毕,转入常态。';
const bureau = { unitCode: '350600.yjj', unitPath: '350600/350600.yjj', areaCode: '350600000000' };

test(
  'many orders go to the group with one lead each; one that is refused says why and stops nobody',
  inCity(async ({ as, ctx, anOrder, travelTo }) => {
    const { modeId } = await as('director').do(openMode, storm);
    const waiting = await anOrder.toDispatch({ urgency: 'U2' });
    const under = await anOrder.inProgress({ urgency: 'U2' });
    const secret = await anOrder.toDispatch({ urgency: 'U1', secrecy: 3 });
    const ordinary = await anOrder.toDispatch({ urgency: 'U4' });
    const dispatcher = as('dispatcher');
    const found = await dispatcher.do(listCandidates, { modeId, urgency: 'urgent' });
    expect(found.rows.map(({ id }) => id).toSorted()).toEqual(
      [waiting.id, under.orderId].toSorted(),
    );

    await travelTo(minutes(ctx, 1));
    const to = { lead: '350600.yjj', linkage: ['350600.slj', '350600.jj110'], note: '' };
    const orderIds = [waiting.id, under.orderId, secret.id, ordinary.id];
    const allowed = as('shift-lead', { has: () => true });
    const { rows } = await allowed.do(massSend, { modeId, orderIds, ...to });
    const results = new Map(rows.map(({ orderId, result, why }) => [orderId, [result, why]]));
    expect(results.get(waiting.id)).toEqual(['sent', null]);
    expect(results.get(under.orderId)).toEqual(['added', null]);
    expect(results.get(secret.id)?.[0]).toBe('refused');
    expect(results.get(secret.id)?.[1]).toContain('专人专办');
    const sent = await ofOrder(ctx, waiting.id);
    expect(sent.filter(({ role }) => role === 'lead').map(({ unit_code }) => unit_code)).toEqual([
      '350600.yjj',
    ]);
    for (const duty of sent)
      expect(duty.sign_due_at?.getTime()).toBeLessThanOrEqual(minutes(ctx, 31).getTime());
    const added = await ofOrder(ctx, under.orderId);
    expect(added.filter(({ role }) => role === 'lead')).toHaveLength(1);

    // The same again sends nothing twice.
    const again = await allowed.do(massSend, { modeId, orderIds: [waiting.id], ...to });
    expect(again.rows).toEqual([]);
    const marked = await dispatcher.do(orderEmergency, { orderId: waiting.id });
    expect(marked).toMatchObject({ modes: [{ name: storm.name }], guest: null });

    const own = sent.find(({ unit_code }) => unit_code === '350600.yjj');
    const key = { orderId: waiting.id, assignmentId: own?.id ?? '' };
    await as('handler', bureau).do(sign, key);
    await travelTo(minutes(ctx, 32));
    const board = await as('director').do(readBoard, { modeId });
    expect(board).toMatchObject({ orders: 3, refused: 1 });
    const of = (code: string) => board.units.find(({ unit }) => unit.code === code);
    expect(of('350600.yjj')).toMatchObject({ sent: 3, signed: 1, responded: 0, overdue: 2 });
    expect(of('350600.slj')).toMatchObject({ sent: 3, signed: 0, overdue: 3 });
    // Who led it before was not sent out in the mode.
    const led = added.find(({ role }) => role === 'lead')?.unit_code ?? '';
    expect(board.units.map(({ unit }) => unit.code)).not.toContain(led);
    expect(board.events.find(({ result }) => result === 'refused')?.why).toContain('专人专办');
    const seen = (await dispatcher.do(readBoard, { modeId })).events;
    expect(seen.map(({ orderId }) => orderId)).not.toContain(secret.id);
    expect(seen).toHaveLength(3);
  }),
);

test(
  'a mode of a county sends nothing of another; what comes back to be dispatched may be sent again',
  inCity(async ({ as, anOrder, ctx, travelTo }) => {
    const there = { ...storm, areaCode: '350603000000' };
    const { modeId } = await as('director').do(openMode, there);
    const inside = await anOrder.toDispatch({ urgency: 'U2', areaCode: '350603000000' });
    const outside = await anOrder.toDispatch({ urgency: 'U2', areaCode: '350602000000' });
    const calm = await anOrder.toDispatch({ urgency: 'U4', areaCode: '350603000000' });
    const dispatcher = as('dispatcher');
    const everywhere = { modeId, urgency: 'urgent' as const, areaCode: '350600000000' };
    const shown = async () =>
      (await dispatcher.do(listCandidates, everywhere)).rows.map(({ id }) => id);
    expect(await shown()).toEqual([inside.id]);
    const wish = { modeId, orderIds: [inside.id, outside.id], lead: '350600.yjj', linkage: [] };
    const sent = await dispatcher.do(massSend, { ...wish, note: '' });
    const results = new Map(sent.rows.map(({ orderId, result }) => [orderId, result]));
    expect(results.get(inside.id)).toBe('sent');
    expect(results.get(outside.id)).toBe('refused');
    expect(await shown()).toEqual([]);
    await dispatcher.do(undoSend, { orderId: inside.id });
    expect(await shown()).toEqual([inside.id]);
    const again = await dispatcher.do(massSend, { ...wish, orderIds: [inside.id], note: '' });
    expect(again.rows).toMatchObject([{ result: 'sent' }]);

    // 免打扰: a unit that is to answer in half an hour is not told in the morning.
    await travelTo(new Date('2026-03-04T02:00:00+08:00'));
    await dispatcher.do(massSend, { ...wish, orderIds: [calm.id], note: '' });
    const { rows } = await noticesOf(ctx, calm.id, '350600.yjj');
    expect(rows.map(({ channel }) => channel)).toContain('sms');
    for (const { notBefore } of rows)
      expect(Date.parse(notBefore ?? '')).toBeLessThanOrEqual(Date.parse('2026-03-04T02:00+08:00'));
  }),
);

test(
  'a unit that is not of the group is not sent out; what has ended sends nobody and opens no second',
  inCity(async ({ as, anOrder }) => {
    const director = as('director');
    const { modeId } = await director.do(openMode, storm);
    await expect(director.do(openMode, storm)).rejects.toMatchObject({
      code: 'emergency.same-open',
    });
    await expect(director.do(openMode, { ...storm, groupCode: 'nobody' })).rejects.toMatchObject({
      code: 'emergency.no-such-group',
    });
    const { id } = await anOrder.toDispatch({ urgency: 'U2' });
    const dispatcher = as('dispatcher');
    const wish = { modeId, orderIds: [id], linkage: ['350600.jyj'], note: '' };
    await expect(dispatcher.do(massSend, wish)).rejects.toMatchObject({
      code: 'emergency.not-in-group',
    });
    await director.do(endMode, { modeId, summary });
    await expect(dispatcher.do(massSend, { ...wish, linkage: [] })).rejects.toMatchObject({
      code: 'emergency.ended',
    });
    await expect(director.do(endMode, { modeId, summary })).rejects.toMatchObject({
      code: 'emergency.ended',
    });
    await expect(director.do(readBoard, { modeId: id })).rejects.toMatchObject({
      code: 'emergency.no-such-mode',
    });
  }),
);

test(
  'a saved group stands over the city’s; the departments of the law are what a new one begins with',
  inCity(async ({ as }) => {
    const director = as('director');
    const before = await director.do(listGroups, {});
    expect(before.byLaw).toHaveLength(15);
    const typhoon = before.rows.find(({ code }) => code === 'typhoon');
    expect(typhoon).toMatchObject({ isPrepared: true, kind: 'typhoon' });
    expect(typhoon?.units.find(({ code }) => code === '350600.slj')?.duty.length).toBeGreaterThan(
      0,
    );
    const change = { code: 'typhoon', name: '台风组', kind: 'typhoon' as const };
    await director.do(saveGroup, { ...change, units: ['350600.yjj', '350600.slj'] });
    const after = await director.do(listGroups, {});
    expect(after.rows.find(({ code }) => code === 'typhoon')).toMatchObject({
      name: '台风组',
      isPrepared: false,
      units: [{ code: '350600.yjj' }, { code: '350600.slj' }],
    });
    expect(after.rows).toHaveLength(before.rows.length);
    await expect(
      as('dispatcher').do(saveGroup, { ...change, units: ['350600.yjj'] }),
    ).rejects.toMatchObject({ code: 'identity.not-permitted' });
  }),
);

test(
  'a helping agent is let in by a second person, is marked on what they take down, and is out at the hour or with the mode',
  inCity(async ({ as, ctx, anAccount, anOrder, travelTo, drain }) => {
    await anAccount('admin', centre);
    const [lead, director] = [as('shift-lead'), as('director')];
    const { modeId } = await director.do(openMode, storm);
    const ask = { modeId, name: '王助理', centre: '厦门市12345', hours: 8 };
    const { guestId } = await lead.do(askGuest, ask);
    await expect(lead.do(approveGuest, { guestId })).rejects.toMatchObject({
      code: 'emergency.own-asking',
    });
    const { login } = await director.do(approveGuest, { guestId });
    const account = await byLogin(ctx, login);
    expect(account).toMatchObject({ roles: ['agent'], is_outsourced: true, closed_at: null });
    expect(account?.name).toBe('王助理(厦门市12345互助)');
    await expect(director.do(approveGuest, { guestId })).rejects.toMatchObject({
      code: 'emergency.guest-decided',
    });

    const order = await anOrder.toDispatch();
    await change(ctx, order.id, { accepted_by: account?.id ?? null });
    const marks = await director.do(orderEmergency, { orderId: order.id });
    expect(marks.guest).toEqual({ name: '王助理', centre: '厦门市12345' });
    const [row] = (await director.do(listGuests, { modeId })).rows;
    expect(row).toMatchObject({ state: 'helping', orders: [{ orderId: order.id }] });

    const second = await lead.do(askGuest, { ...ask, name: '李助理', hours: 4 });
    const { login: other } = await director.do(approveGuest, { guestId: second.guestId });
    await travelTo(minutes(ctx, 4 * 60));
    await drain();
    expect((await byLogin(ctx, other))?.closed_at).not.toBeNull();
    await expect(director.do(endGuest, second)).rejects.toMatchObject({
      code: 'emergency.guest-decided',
    });
    expect((await accountById(ctx, account?.id ?? ''))?.closed_at).toBeNull();
    // Whoever keeps the accounts was quicker with a third: that holds up nobody.
    const third = await lead.do(askGuest, { ...ask, name: '陈助理' });
    const { login: shut } = await director.do(approveGuest, third);
    await as('admin').do(closeAccount, { accountId: (await byLogin(ctx, shut))?.id ?? '' });
    await director.do(endMode, { modeId, summary });
    expect((await accountById(ctx, account?.id ?? ''))?.closed_at).not.toBeNull();
    await expect(director.do(endGuest, { guestId: order.id })).rejects.toMatchObject({
      code: 'emergency.no-such-guest',
    });
  }),
);
