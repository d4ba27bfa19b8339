import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { orderPage } from '../../../test/use-cases.ts';
import { anonymous } from '../../platform/actor.ts';
import { historyOf } from '../../platform/events.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { assessAppeal } from './assess.ts';
import { sendAppeal } from './send-appeal.ts';
import { acceptWaiting, takeWaiting } from './waiting.ts';

/** Somebody shut in a lift, in words no trigger knows. */
const said = '数字停在三楼就没再动,我和奶奶在里头按什么都不亮';
const surely = '按键全灭了,厢子半道停着,我跟两个同事在里头,有一个喘气都费劲';
const sent = {
  content: said,
  address: '胜利路',
  wantsSecrecy: false,
  noticeRead: true as const,
  uploads: [],
};
/** What it was: a lamp. */
const accepted = {
  type: 'QZ' as const,
  matterCode: '010105',
  areaCode: '350602001000',
  fields: { road_name: '胜利路', lamp_problem: 'off' },
  result: 'dispatch' as const,
  urgency: 'U3' as const,
  urgencyReason: '问清不是险情',
};

test(
  'what no rule heard and reads like a danger is urgent until an agent declines it, without a shift lead',
  inCity(async ({ as, ctx }) => {
    const { orderNo, isEmergency } = await as(anonymous).do(sendAppeal, sent);
    const waiting = await orders.findByNo(ctx, orderNo);
    expect([waiting?.urgency, waiting?.triggers, isEmergency]).toEqual([
      'U2',
      ['read:lift'],
      false,
    ]);
    const orderId = waiting?.id ?? '';
    const agent = as('agent');
    expect((await agent.do(orderPage, { orderId })).whyUrgent).toMatchObject([
      { name: '有人困在电梯', by: 'reading' },
    ]);
    await agent.do(takeWaiting, { orderId });
    const { urgency } = await agent.do(acceptWaiting, { ...accepted, orderId });
    expect(urgency).toBe('U3');
    const told = await historyOf(ctx, { kind: 'order', id: orderId });
    const [first] = told;
    expect(first?.data).toMatchObject({ proposed: 'U2', read: { kind: 'lift' } });
  }),
);

test(
  'while typing the agent sees what it reads like, and what the rules say',
  inCity(async ({ as }) => {
    const { urgency, ruled, proposed } = await as('agent').do(assessAppeal, { content: said });
    expect([urgency, ruled, proposed?.kind]).toEqual(['U2', 'U3', '有人困在电梯']);
    const heard = await as('agent').do(assessAppeal, { content: '电梯里困住了三个人' });
    expect([heard.urgency, heard.ruled, heard.proposed]).toEqual(['U1', 'U1', null]);
  }),
);

test(
  'what reads very much like a danger alarms the desk, and nobody at hand the city’s duty desk for emergencies is sent',
  inCity(async ({ as, ctx, travelTo, drain }) => {
    const start = new Date('2026-03-02T14:00:00Z');
    await travelTo(start);
    const { orderNo, isEmergency } = await as(anonymous).do(sendAppeal, {
      ...sent,
      content: surely,
    });
    const waiting = await orders.findByNo(ctx, orderNo);
    expect([waiting?.urgency, waiting?.triggers, isEmergency]).toEqual(['U1', ['read:lift'], true]);
    await travelTo(new Date(start.getTime() + 120_000));
    await drain();
    const order = await orders.findByNo(ctx, orderNo);
    expect(order).toMatchObject({ accepted_by_rule: true, to_check: true, status: 'in-progress' });
    const duties = await ofOrder(ctx, order?.id ?? '');
    expect(duties.map(({ role, unit_code }) => `${role} ${unit_code}`)).toEqual(
      expect.arrayContaining(['linkage 350600.jj110']),
    );
  }),
);
