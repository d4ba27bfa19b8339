import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { planFor } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { anonymous } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { changeCityData } from '../organisation/index.ts';
import { addToAppeal, trackAppeal, urgeAppeal, withdrawAppeal } from './by-code.ts';
import { createOrder } from './create-order.ts';
import { changeUrgency } from './for-requester.ts';
import { openAgain } from './open-again.ts';
import { sendAppeal } from './send-appeal.ts';
import { acceptWaiting, takeWaiting } from './waiting.ts';

const night = new Date('2026-03-02T14:00:00Z');
const manhole = {
  content: '胜利路路口的窨井盖没了,天黑看不见,很危险。',
  address: '东铺头街道胜利路',
  wantsSecrecy: false,
  noticeRead: true as const,
  uploads: [],
};
const told = {
  content: '路灯坏了三天没人修。',
  type: 'QZ' as const,
  matterCode: '010105',
  areaCode: '350602001000',
  address: '胜利路',
  fields: {},
  fileIds: [],
  anonymous: false,
  secrecy: 0 as const,
  needsReply: true,
  needsCallBack: true,
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf('caller') },
};

const minutesLater = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

test(
  'an emergency from the web that nobody takes goes out by the catalogue after two minutes',
  inCity(async ({ as, ctx, travelTo, drain }) => {
    await travelTo(night);
    const { orderNo, isEmergency, promise } = await as(anonymous).do(sendAppeal, manhole);
    expect(isEmergency).toBe(true);
    // Nobody is on the way yet: who is in danger must not wait for us.
    expect(promise).toContain('119');
    const waiting = await orders.findByNo(ctx, orderNo);
    expect(waiting).toMatchObject({
      status: 'to-accept',
      matter_code: '010102',
      urgency: 'U1',
      area_code: '350602001000',
    });
    await travelTo(minutesLater(night, 1.9));
    await drain();
    expect(await orders.findByNo(ctx, orderNo)).toMatchObject({ status: 'to-accept' });
    await travelTo(minutesLater(night, 2));
    await drain();
    const sent = await orders.findByNo(ctx, orderNo);
    expect(sent).toMatchObject({ status: 'in-progress', accepted_by_rule: true, to_check: true });
    const units = (await ofOrder(ctx, sent?.id ?? '')).map(
      ({ unit_code, role }) => `${role} ${unit_code}`,
    );
    expect(units).toContain('linkage 350600.jj110');
    expect(units).toContain('lead 350600.zjj');
  }),
);

test(
  'an emergency somebody has taken waits for them',
  inCity(async ({ as, ctx, travelTo, drain }) => {
    await travelTo(night);
    const { orderNo } = await as(anonymous).do(sendAppeal, manhole);
    const order = await orders.findByNo(ctx, orderNo);
    await as('agent').do(takeWaiting, { orderId: order?.id ?? '' });
    await travelTo(minutesLater(night, 3));
    await drain();
    expect(await orders.findByNo(ctx, orderNo)).toMatchObject({ status: 'to-accept' });
  }),
);

test(
  'number and code open one appeal; a wrong code and a wrong number are refused alike',
  inCity(async ({ as, clock, travelTo }) => {
    const citizen = as(anonymous);
    const { orderNo, queryCode } = await citizen.do(sendAppeal, {
      ...manhole,
      content: '小区门口的路灯坏了,晚上很黑。',
    });
    const key = { orderNo, code: queryCode };
    expect((await citizen.do(trackAppeal, key)).stage).toBe('待受理');
    await expect(citizen.do(trackAppeal, { orderNo, code: '00000000' })).rejects.toMatchObject({
      code: 'public.wrong-code',
    });
    await expect(
      citizen.do(trackAppeal, { ...key, orderNo: '350600-20260302-999999' }),
    ).rejects.toMatchObject({ code: 'public.wrong-code' });
    await citizen.do(addToAppeal, { ...key, content: '已经五天了', uploads: [] });
    await citizen.do(urgeAppeal, key);
    await expect(citizen.do(urgeAppeal, key)).rejects.toMatchObject({ code: 'intake.urged-today' });
    // What would be refused is not offered.
    expect((await citizen.do(trackAppeal, key)).mayUrge).toBe(false);
    await travelTo(minutesLater(clock.now(), 24 * 60));
    expect((await as(anonymous).do(trackAppeal, key)).mayUrge).toBe(true);
    await as(anonymous).do(urgeAppeal, key);
    await as(anonymous).do(withdrawAppeal, { ...key, reason: '' });
    expect((await as(anonymous).do(trackAppeal, key)).stage).toBe('已撤回');
  }),
);

test(
  'danger to others is not withdrawn',
  inCity(async ({ as, travelTo }) => {
    await travelTo(night);
    const { orderNo, queryCode } = await as(anonymous).do(sendAppeal, manhole);
    await expect(
      as(anonymous).do(withdrawAppeal, { orderNo, code: queryCode, reason: '' }),
    ).rejects.toMatchObject({ code: 'intake.safety-stays' });
  }),
);

test(
  'an appeal needs a number, or says that it is anonymous; one without a call says how it came',
  inCity(async ({ as, ctx }) => {
    const lamp = { road_name: '胜利路', lamp_problem: 'off' };
    const nobody = {
      ...told,
      requester: { kind: 'person' as const, isSelf: true, tags: [] },
      result: 'dispatch' as const,
    };
    await expect(as('agent').do(createOrder, nobody)).rejects.toMatchObject({
      code: 'intake.number-or-anonymous',
    });
    const slip = { ...nobody, anonymous: true, happenedAt: '9999-01-01T00:00:00Z' };
    await expect(as('agent').do(createOrder, { ...slip, fields: lamp })).rejects.toMatchObject({
      code: 'platform.bad-input',
    });
    const letter = { ...nobody, anonymous: true, fields: lamp, channel: 'letter' as const };
    const { orderId } = await as('agent').do(createOrder, letter);
    expect((await orders.find(ctx, orderId))?.channel).toBe('letter');
  }),
);

test(
  'an expired entry is not cited, an emergency is not only told the way',
  inCity(async ({ as }) => {
    const agent = as('agent');
    await expect(agent.do(createOrder, { ...told, result: 'answer' })).rejects.toMatchObject({
      code: 'intake.answer-needed',
    });
    const guided = {
      result: 'dispose' as const,
      dispositionCode: 'DG11',
      dispositionReason: '民事纠纷',
    };
    await expect(
      agent.do(createOrder, {
        ...told,
        ...guided,
        content: '小区里煤气味很大,怀疑燃气泄漏了。',
        matterCode: '060301',
      }),
    ).rejects.toMatchObject({ code: 'intake.emergency-not-disposed' });
  }),
);

test(
  'only a shift lead lowers the urgency, with a reason; anybody raises it',
  inCity(async ({ as, anOrder }) => {
    const order = await anOrder.toDispatch();
    await as('agent').do(changeUrgency, { orderId: order.id, urgency: 'U2', reason: '电线外露' });
    await expect(
      as('agent').do(changeUrgency, { orderId: order.id, urgency: 'U4', reason: '不急' }),
    ).rejects.toMatchObject({ code: 'intake.lower-urgency' });
    await as('shift-lead').do(changeUrgency, {
      orderId: order.id,
      urgency: 'U3',
      reason: '已核实无危险',
    });
  }),
);

test(
  'a report is secret even when nobody asked',
  inCity(async ({ as, ctx, anOrder }) => {
    const order = await anOrder.waiting();
    await as('agent').do(acceptWaiting, {
      orderId: order.id,
      type: 'JB',
      matterCode: '010105',
      areaCode: '350602001000',
      fields: { road_name: '胜利路', lamp_problem: 'off' },
      result: 'dispatch',
    });
    expect(await orders.find(ctx, order.id)).toMatchObject({
      secrecy: 1,
      status: 'to-dispatch',
      type: 'JB',
    });
  }),
);

test(
  'an emergency somebody took and let lie goes out when their claim runs out',
  inCity(async ({ as, ctx, travelTo, drain }) => {
    await travelTo(night);
    const { orderNo } = await as(anonymous).do(sendAppeal, manhole);
    const order = await orders.findByNo(ctx, orderNo);
    await as('agent').do(takeWaiting, { orderId: order?.id ?? '' });
    await travelTo(minutesLater(night, 10));
    await drain();
    expect(await orders.findByNo(ctx, orderNo)).toMatchObject({
      status: 'in-progress',
      accepted_by_rule: true,
    });
  }),
);

const close = (ctx: Context, ...codes: string[]) =>
  sql`update organisation.unit set takes_orders = false where code = any (${codes})`.execute(
    ctx.tx,
  );
const rolesOf = async (ctx: Context, orderId: string) =>
  (await ofOrder(ctx, orderId)).map(({ role, unit_code }) => `${role} ${unit_code}`).sort();

test(
  'where the catalogue’s unit takes no orders the emergency goes to the duty desk for emergencies',
  inCity(async ({ as, ctx, travelTo, drain }) => {
    await travelTo(night);
    await close(ctx, '350600.zjj');
    const { orderNo } = await as(anonymous).do(sendAppeal, manhole);
    await travelTo(minutesLater(night, 2));
    await drain();
    const sent = await orders.findByNo(ctx, orderNo);
    expect(sent).toMatchObject({ status: 'in-progress', accepted_by_rule: true, to_check: true });
    expect(await rolesOf(ctx, sent?.id ?? '')).toEqual(['lead 350600.yjj', 'linkage 350600.jj110']);
  }),
);

test(
  'where nobody can lead the emergency is accepted all the same and waits for a dispatcher',
  inCity(async ({ as, ctx, travelTo, drain }) => {
    await travelTo(night);
    await close(ctx, '350600.zjj', '350600.yjj');
    const { orderNo } = await as(anonymous).do(sendAppeal, manhole);
    await travelTo(minutesLater(night, 2));
    await drain();
    const accepted = await orders.findByNo(ctx, orderNo);
    expect(accepted).toMatchObject({
      status: 'to-dispatch',
      accepted_by_rule: true,
      to_check: true,
    });
    expect(await ofOrder(ctx, accepted?.id ?? '')).toEqual([]);
  }),
);

test(
  'an emergency nobody gave a matter goes to the duty desk and the police, never to those who collect opinions',
  inCity(async ({ as, ctx, clock, travelTo, drain }) => {
    const { orderId } = await as('agent').do(createOrder, {
      ...told,
      content: '有人说要出大事,地点说不清楚,电话断了。',
      matterCode: '200102',
      fields: { suggestion: '请马上派人' },
      urgency: 'U1',
      result: 'dispatch',
    });
    await travelTo(minutesLater(clock.now(), 1));
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'in-progress' });
    expect(await rolesOf(ctx, orderId)).toEqual(['lead 350600.yjj', 'linkage 350600.jj110']);
  }),
);

test(
  'what an agent wrote down brings its linkage along; a shift lead who lowers it calls nobody out',
  inCity(async ({ as, ctx }) => {
    const { orderId } = await as('agent').do(createOrder, {
      ...told,
      content: '胜利路口的路灯漏电,有人被电到了。',
      fields: { road_name: '胜利路', lamp_problem: 'off' },
      result: 'dispatch',
    });
    const order = await orders.find(ctx, orderId);
    if (!order) throw new Error('The order just made is missing.');
    expect(order.triggers).toEqual(['electric-shock', 'injured']);
    expect(await planFor(ctx, order)).toMatchObject({
      lead: '350600.zjj',
      linkage: ['350600.jj110', '350600.xfj', '350600.jj120'],
      isBackstop: false,
    });
    expect((await planFor(ctx, { ...order, urgency: 'U3' })).linkage).toEqual([]);
  }),
);

const plate = {
  ...told,
  content: '门牌掉了,请更换新的门牌。',
  matterCode: '150204',
  fields: { name_topic: 'plate' },
};

test(
  'a matter that was retired takes no new order, old ones stay, and nobody’s words are led to it',
  inCity(async ({ as, ctx, system, anOrder }) => {
    const old = await anOrder.waiting({ matterCode: plate.matterCode });
    await sql`update matters.matter set valid_to = '2026-03-01' where code in (${plate.matterCode}, ${told.matterCode})`.execute(
      ctx.tx,
    );
    await changeCityData(ctx, { what: 'matter', code: plate.matterCode });
    await expect(
      as('agent').do(createOrder, { ...plate, result: 'dispatch' }),
    ).rejects.toMatchObject({ code: 'city.matter-retired' });
    const agent = as('agent');
    await agent.do(takeWaiting, { orderId: old.id });
    await expect(
      agent.do(acceptWaiting, { ...plate, orderId: old.id, result: 'dispatch' }),
    ).rejects.toMatchObject({ code: 'city.matter-retired' });
    const { orderNo } = await as(anonymous).do(sendAppeal, { ...manhole, content: told.content });
    expect((await orders.findByNo(ctx, orderNo))?.matter_code).not.toBe(told.matterCode);
    expect((await orders.find(ctx, old.id))?.matter_code).toBe(plate.matterCode);
    // What came back is opened again all the same, for an agent to read.
    const lookBack = { followUp: 'f', noteNo: null };
    const again = await system.do((inside) => openAgain(inside, old.id, lookBack), null);
    expect(again?.matter_code).toBe('200102');
    expect(await system.do((inside) => openAgain(inside, old.id, lookBack), null)).toBeNull();
  }),
);
