import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { deskOrders } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { anonymous } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { trackAppeal } from './by-code.ts';
import { createOrder } from './create-order.ts';
import { sendAppeal } from './send-appeal.ts';
import { endTransfer, noteTransferReceipt, readTransfer, returnTransfer } from './transfers.ts';
import { acceptWaiting } from './waiting.ts';

const minutesLater = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

/** 楼下打架: an emergency by its matter. */
const fight = {
  content: '楼下有人打架,拿着啤酒瓶。',
  type: 'QZ' as const,
  matterCode: '160102',
  areaCode: '350602001000',
  address: '胜利路',
  fields: {},
  fileIds: [],
  anonymous: false,
  secrecy: 0 as const,
  needsReply: true,
  needsCallBack: true,
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf('fight') },
  result: 'transfer' as const,
  transferTo: '110指挥中心',
};
const bill = {
  ...fight,
  content: '想问一下水费账单怎么看。',
  matterCode: '060103',
  transferTo: '水务客服',
};

const typesOf = async (ctx: Context, id: string, until: Date) =>
  (await historyOf(ctx, { kind: 'order', id }, until)).map(({ type }) => type);

test(
  'an emergency put through stays open on the desk until the other side has fed back',
  inCity(async ({ as, ctx, clock, travelTo, drain }) => {
    const agent = as('agent');
    const { orderId, status } = await agent.do(createOrder, fight);
    expect(status).toBe('in-transfer');
    const desk = await agent.do(deskOrders, { desk: 'in-transfer' as const });
    const stageDueAt = minutesLater(clock.now(), 120).toISOString();
    expect(desk.rows).toMatchObject([{ id: orderId, stageDueAt }]);
    expect(await agent.do(readTransfer, { orderId })).toMatchObject({
      to: '110指挥中心',
      receivedAt: null,
    });

    await agent.do(noteTransferReceipt, { orderId, theirNo: 'J-8' });
    expect(await agent.do(readTransfer, { orderId })).toMatchObject({
      receivedAt: clock.now().toISOString(),
      theirNo: 'J-8',
    });
    // The seal comes thirty days after the end, not after the transfer.
    await travelTo(minutesLater(clock.now(), 31 * 24 * 60));
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({
      status: 'in-transfer',
      closed_at: null,
    });

    await as('shift-lead').do(endTransfer, { orderId, feedback: '民警已到场,双方已劝离。' });
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'transferred' });
    expect(await typesOf(ctx, orderId, clock.now())).toEqual([
      'intake.transferred',
      'intake.transfer-received',
      'intake.transfer-ended',
    ]);
    expect((await agent.do(deskOrders, { desk: 'in-transfer' as const })).rows).toEqual([]);
    await expect(agent.do(endTransfer, { orderId, feedback: '再报一次' })).rejects.toMatchObject({
      code: 'orders.stale',
    });
  }),
);

test(
  'given back, an emergency waits for dispatch and goes out by the catalogue within a minute',
  inCity(async ({ as, ctx, clock, travelTo, drain }) => {
    const agent = as('agent');
    const { orderId } = await agent.do(createOrder, {
      ...fight,
      content: '下水道污水往外冒,淹到店里了。',
      matterCode: '010201',
      urgency: 'U1',
    });
    await agent.do(returnTransfer, { orderId, reason: '110 认为属于住建部门职责' });
    expect(await orders.find(ctx, orderId)).toMatchObject({
      status: 'to-dispatch',
      result: 'dispatch',
    });
    await travelTo(minutesLater(clock.now(), 1));
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'in-progress' });
    const [lead] = await ofOrder(ctx, orderId);
    expect(lead).toMatchObject({ role: 'lead', unit_code: '350600.zjj' });
  }),
);

test(
  'what presses nobody is over with the transfer, unless the agent wants it followed',
  inCity(async ({ as, ctx }) => {
    const agent = as('agent');
    const over = await agent.do(createOrder, bill);
    expect(over.status).toBe('transferred');
    expect(await orders.find(ctx, over.orderId)).toMatchObject({ closed_at: ctx.now });
    await expect(agent.do(readTransfer, over)).rejects.toMatchObject({
      code: 'intake.no-transfer',
    });

    const followed = await agent.do(createOrder, { ...bill, awaitsFeedback: true });
    expect(followed.status).toBe('in-transfer');
    expect(await agent.do(readTransfer, followed)).toMatchObject({ to: '水务客服' });
    const { rows } = await agent.do(deskOrders, { desk: 'in-transfer' as const });
    expect(rows).toMatchObject([{ id: followed.orderId, stageDueAt: null }]);
  }),
);

test(
  'who wrote by web reads where it went and what was fed back',
  inCity(async ({ as, ctx }) => {
    const citizen = as(anonymous);
    const sent = await citizen.do(sendAppeal, {
      content: fight.content,
      address: '胜利路',
      wantsSecrecy: false,
      noticeRead: true as const,
      uploads: [],
    });
    const order = await orders.findByNo(ctx, sent.orderNo);
    const orderId = order?.id ?? '';
    const { type, matterCode, areaCode, fields, result, transferTo } = fight;
    const decided = { orderId, type, matterCode, areaCode, fields, result, transferTo };
    expect(await as('agent').do(acceptWaiting, decided)).toMatchObject({ status: 'in-transfer' });
    const key = { orderNo: sent.orderNo, code: sent.queryCode };
    const before = await citizen.do(trackAppeal, key);
    expect(before).toMatchObject({ stage: '已转接', isOpen: true, answer: null });
    await as('agent').do(endTransfer, { orderId, feedback: '民警已到场,双方已劝离。' });
    const after = await citizen.do(trackAppeal, key);
    expect(after).toMatchObject({ isOpen: false, answer: '民警已到场,双方已劝离。' });
  }),
);
