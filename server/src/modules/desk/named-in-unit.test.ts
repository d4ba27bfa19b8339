import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { makers } from '../../../test/makers/index.ts';
import {
  changeAccount,
  closeAccount,
  delegate,
  lockAccount,
  nameReaders,
  reassign,
  send,
  sendLink,
  sentMessages,
  sign,
} from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { historyOf } from '../../platform/events.ts';
import { encrypt } from '../../platform/secrets.ts';
import type { Doer, Kit } from '../../platform/testing/in-city.ts';
import { ofOrder } from '../dispatch/index.ts';
import { counters } from './counters.ts';
import { deskAssignments } from './desk-assignments.ts';
import { dutiesToName } from './duties-to-name.ts';
import { orderPage } from './order-page.ts';
import { searchOrders } from './search-orders.ts';
import { timeline } from './timeline.ts';
import './index.ts';

// 专人专办 inside a unit (domain 2.11): its leader names, only the named read, the others learn at most that one waits.

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const county = { unitCode: '350602', unitPath: '350600/350602', areaCode: '350602000000' };
const centre = { unitCode: '350600.zx', unitPath: '350600/350600.zx' };
const street = { unitCode: '350602001', unitPath: '350600/350602/350602001' };

type All = Kit & ReturnType<typeof makers>;

async function theBureau({ anAccount }: All) {
  return {
    admin: await anAccount('admin', centre),
    leader: await anAccount('unit-leader', bureau),
    handler: await anAccount('handler', bureau),
    liaison: await anAccount('liaison', bureau),
  };
}

const secret = (kit: All) => kit.anOrder.inProgress({ secrecy: 3 });

async function counted(who: Doer): Promise<Record<string, number>> {
  const { rows } = await who.do(counters, undefined);
  return Object.fromEntries(rows.flatMap(({ desk, count }) => (count > 0 ? [[desk, count]] : [])));
}

/** Does the person meet it on the desk, by its page and in the search? */
async function meets(who: Doer, orderId: string): Promise<boolean[]> {
  const desk = await who.do(deskAssignments, { desk: 'unit-sent' });
  const found = await who.do(searchOrders, { q: '路灯' });
  const page = await who.do(orderPage, { orderId }).then(
    () => true,
    () => false,
  );
  const isThere = (rows: readonly { orderId?: string; id?: string }[]) =>
    rows.some((row) => (row.orderId ?? row.id) === orderId);
  return [isThere(desk.rows), isThere(found.rows), page];
}

describe('专人专办 in a unit', () => {
  test(
    'as long as nobody is named the unit learns that one waits, its leader where, nobody what',
    inCity(async (kit) => {
      const { leader, handler, liaison } = await theBureau(kit);
      const { orderId, assignmentId } = await secret(kit);
      for (const who of [leader, handler, liaison]) {
        expect(await meets(who, orderId)).toEqual([false, false, false]);
        expect(await counted(who)).toEqual({ 'unit-to-name': 1 });
      }
      const { rows } = await leader.do(dutiesToName, {});
      expect(rows).toMatchObject([
        { orderId, assignmentId, role: 'lead', unit: { code: bureau.unitCode } },
      ]);
      expect(JSON.stringify(rows)).not.toMatch(/350600-2|路灯|胜利路口/);
      const above = await kit.anAccount('unit-leader', county);
      expect((await above.do(dutiesToName, {})).rows).toEqual([]);
    }),
  );

  test(
    'whoever is named meets it everywhere, the colleague beside them nowhere',
    inCity(async (kit) => {
      const { leader, handler, liaison } = await theBureau(kit);
      const { orderId, assignmentId } = await secret(kit);
      const named = { orderId, assignmentId, readers: [leader.id, handler.id] };
      await leader.do(nameReaders, named);
      expect(await meets(handler, orderId)).toEqual([true, true, true]);
      expect(await meets(leader, orderId)).toEqual([true, true, true]);
      expect(await meets(liaison, orderId)).toEqual([false, false, false]);
      expect(await counted(handler)).toEqual({ 'unit-sent': 1 });
      expect(await counted(liaison)).toEqual({});
      expect((await leader.do(dutiesToName, {})).rows).toEqual([]);
      await expect(liaison.do(sign, named)).rejects.toMatchObject({ code: 'orders.no-such-order' });

      await handler.do(sign, named);
      expect(await counted(handler)).toEqual({ 'unit-working': 1 });
      const page = await kit.as('shift-lead').do(orderPage, { orderId });
      expect(page.assignments[0]?.readers?.map(({ id }) => id)).toEqual(named.readers);
      expect(page.assignments[0]?.abilities).toContain('name-readers');

      await leader.do(nameReaders, { ...named, readers: [leader.id, liaison.id] });
      expect(await counted(handler)).toEqual({});
      expect(await counted(liaison)).toEqual({ 'unit-working': 1 });
      await expect(handler.do(orderPage, { orderId })).rejects.toMatchObject({
        code: 'orders.no-such-order',
      });
    }),
  );

  test(
    'the naming is told by ids, and read by name',
    inCity(async (kit) => {
      const { leader, handler } = await theBureau(kit);
      const { orderId, assignmentId } = await secret(kit);
      await leader.do(nameReaders, { orderId, assignmentId, readers: [handler.id, leader.id] });
      const events = await kit.system.do(
        (ctx) => historyOf(ctx, { kind: 'order', id: orderId }),
        null,
      );
      const told = events.find(({ type }) => type === 'dispatch.readers-named');
      expect(told?.data).toMatchObject({
        assignment: assignmentId,
        readersBefore: [],
        readers: [handler.id, leader.id],
      });
      expect(JSON.stringify(told?.data)).not.toContain('测试人员');
      const { rows } = await leader.do(timeline, { orderId });
      const line = rows.find(({ type }) => type === 'dispatch.readers-named');
      expect(line?.facts.named).toMatch(/^测试人员\d、测试人员\d$/);
    }),
  );

  test(
    'refused: nobody, nobody who signs, a stranger, an ordinary order, somebody with no say',
    inCity(async (kit) => {
      const { admin, leader, handler, liaison } = await theBureau(kit);
      const key = await secret(kit);
      const away = await kit.anAccount('handler', county);
      const locked = await kit.anAccount('handler', bureau);
      await admin.do(lockAccount, { accountId: locked.id });
      const naming = (who: Doer, readers: string[], at = key) =>
        who.do(nameReaders, { orderId: at.orderId, assignmentId: at.assignmentId, readers });
      const refused = (code: string) => ({ rejects: { code } });
      for (const [readers, { rejects }] of [
        [[], refused('dispatch.readers-nobody')],
        [[handler.id], refused('dispatch.readers-nobody-signs')],
        [[leader.id, away.id], refused('dispatch.reader-unfit')],
        [[leader.id, locked.id], refused('dispatch.reader-unfit')],
      ] as const)
        await expect(naming(leader, [...readers])).rejects.toMatchObject(rejects);
      const others = [handler, liaison, kit.as('dispatcher'), kit.as('unit-leader', county)];
      for (const who of others)
        await expect(naming(who, [leader.id])).rejects.toMatchObject({
          code: 'orders.no-such-order',
        });
      const ordinary = await kit.anOrder.inProgress();
      await expect(naming(leader, [leader.id], ordinary)).rejects.toMatchObject({
        code: 'dispatch.not-for-readers',
      });
      expect(await counted(leader)).toEqual({ 'unit-to-name': 1, 'unit-sent': 1 });
    }),
  );

  test(
    'whoever sends it may name at once; a name for no unit of it is refused',
    inCity(async (kit) => {
      const { leader, handler, liaison } = await theBureau(kit);
      const { id: orderId } = await kit.anOrder.toDispatch({ secrecy: 3 });
      const units = { assists: [], linkage: [], copies: [], note: '', lead: bureau.unitCode };
      const lead = kit.as('shift-lead');
      const stranger = await kit.anAccount('handler', county);
      const readers = [leader.id, handler.id];
      await expect(
        lead.do(send, { orderId, ...units, readers: [...readers, stranger.id] }),
      ).rejects.toMatchObject({ code: 'dispatch.reader-unfit' });
      await lead.do(send, { orderId, ...units, readers });
      expect(await meets(handler, orderId)).toEqual([true, true, true]);
      expect(await meets(liaison, orderId)).toEqual([false, false, false]);

      const { id: ordinary } = await kit.anOrder.toDispatch();
      await expect(lead.do(send, { orderId: ordinary, ...units, readers })).rejects.toMatchObject({
        code: 'dispatch.not-for-readers',
      });

      // A unit it came from once knows its people when it comes again.
      await lead.do(reassign, { orderId, lead: '350600.cgj', reason: '试改派' });
      expect(await meets(handler, orderId)).toEqual([false, false, false]);
      await lead.do(reassign, { orderId, lead: bureau.unitCode, reason: '再改派' });
      expect(await meets(handler, orderId)).toEqual([true, true, true]);
    }),
  );

  test(
    'passed down it is for whoever is named below; the county that answers keeps its own',
    inCity(async (kit) => {
      const above = await kit.anAccount('unit-leader', county);
      const [below, beside] = [
        await kit.anAccount('township-operator', street),
        await kit.anAccount('township-operator', street),
      ];
      const { orderId, assignmentId } = await kit.anOrder.inProgress({
        secrecy: 3,
        matterCode: '020103',
        lead: county.unitCode,
      });
      await above.do(nameReaders, { orderId, assignmentId, readers: [above.id] });
      const key = { orderId, assignmentId, unitCode: street.unitCode, note: '' };
      await above.do(delegate, { ...key, readers: [below.id] });
      expect((await below.do(orderPage, { orderId })).id).toBe(orderId);
      await expect(beside.do(orderPage, { orderId })).rejects.toMatchObject({
        code: 'orders.no-such-order',
      });
      expect(await counted(beside)).toEqual({});
      const child = (await ofOrder(kit.ctx, orderId)).find(({ role }) => role === 'delegate');
      const again = { orderId, assignmentId: child?.id ?? '', readers: [beside.id] };
      await expect(below.do(nameReaders, again)).rejects.toMatchObject({
        code: 'orders.no-such-order',
      });
      await above.do(nameReaders, again);
      expect((await beside.do(orderPage, { orderId })).id).toBe(orderId);
    }),
  );

  test(
    'who leaves the unit reads it no more, and it waits for another name',
    inCity(async (kit) => {
      const { admin, leader, handler } = await theBureau(kit);
      const { orderId, assignmentId } = await secret(kit);
      await leader.do(nameReaders, { orderId, assignmentId, readers: [leader.id, handler.id] });
      await admin.do(changeAccount, { accountId: handler.id, unit: '350600.cgj' });
      await kit.drain();
      expect(await counted(handler)).toEqual({});
      await admin.do(closeAccount, { accountId: leader.id });
      await kit.drain();
      const next = await kit.anAccount('unit-leader', bureau);
      expect(await counted(next)).toEqual({ 'unit-to-name': 1 });
      await next.do(nameReaders, { orderId, assignmentId, readers: [next.id] });
      expect(await counted(next)).toEqual({ 'unit-sent': 1 });
    }),
  );

  test(
    'no message of it carries its number, and no link opens it',
    inCity(async (kit) => {
      const { leader } = await theBureau(kit);
      const handler = await kit.anAccount('handler', bureau, {
        phone_enc: encrypt(kit.ctx.keys, inventedPhoneOf('a named reader')),
        phone_index: Buffer.from('a named reader'),
      });
      const key = await kit.anOrder.inProgress({ secrecy: 3, urgency: 'U1' });
      await leader.do(nameReaders, { ...key, readers: [leader.id, handler.id] });
      await kit.travelTo(new Date(kit.clock.now().getTime() + 6 * 60_000));
      await kit.drain();
      const { rows } = await kit.as('shift-lead').do(sentMessages, { order: key.orderId });
      const toUnits = rows.filter(({ toUnit }) => toUnit !== null);
      const templates = new Set(toUnits.map(({ template }) => template));
      expect(templates).toEqual(new Set(['named-duty', 'named-duty-call', 'reader-named']));
      expect(toUnits.map(({ text }) => text).join()).not.toMatch(/\d{6}-\d{8}-/);
      await expect(handler.do(sendLink, key)).rejects.toMatchObject({
        code: 'handling.link-secret',
      });
    }),
  );
});
