import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  askInfo,
  deskOrders,
  dutyView,
  orderPage,
  sentMessages,
  sign,
} from '../../../test/use-cases.ts';
import { anonymous } from '../../platform/actor.ts';
import { historyOf } from '../../platform/events.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { one } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { addToAppeal, trackAppeal } from './by-code.ts';
import { supplementFor, urgeFor } from './for-requester.ts';
import { readProgress } from './progress.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const question = '请问是哪一盏路灯?';
const answer = '东门数过去第三盏,灯杆上写着 12。';

const hours = ({ clock, travelTo }: Kit, count: number) =>
  travelTo(new Date(clock.now().getTime() + count * 3_600_000));

async function asked(kit: Kit, key: { orderId: string; assignmentId: string }): Promise<void> {
  const handler = kit.as('handler', bureau);
  await handler.do(sign, key);
  await handler.do(askInfo, { ...key, question });
}

const templatesTo = async ({ as }: Kit, orderId: string): Promise<string[]> =>
  (await as('shift-lead').do(sentMessages, { order: orderId })).rows.map(
    ({ template }) => template,
  );

test(
  'what the requester answers on the page is the unit’s answer, and its clock runs again at once',
  inCity(async (kit) => {
    const { as, ctx, anOrder, drain, clock } = kit;
    const { byCode, ...key } = await anOrder.inProgress();
    await asked(kit, key);
    await drain();
    expect(await templatesTo(kit, key.orderId)).toContain('need-info');
    const waiting = async () =>
      (await as('agent').do(deskOrders, { desk: 'need-info' })).rows.map(({ id }) => id);
    expect(await waiting()).toContain(key.orderId);
    const before = (await one(ctx, key.orderId, key.assignmentId)).due_at;

    await hours(kit, 24);
    await as(anonymous).do(addToAppeal, { ...byCode, content: answer, uploads: [] });
    const order = await orders.find(ctx, key.orderId);
    expect(order).toMatchObject({ status: 'in-progress' });
    const after = (await one(ctx, key.orderId, key.assignmentId)).due_at;
    expect(after?.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
    expect(order?.due_at).toEqual(after);
    expect(await waiting()).not.toContain(key.orderId);

    const history = () => historyOf(ctx, { kind: 'order', id: key.orderId }, clock.now());
    const events = await history();
    expect(events.at(-1)).toMatchObject({ type: 'handling.info-given', actorKind: 'citizen' });
    expect(events.map(({ type }) => type)).not.toContain('intake.supplemented');
    const heard = {
      state: 'answered',
      question,
      answer,
      answeredAt: clock.now().toISOString(),
      unitName: '漳州市住房和城乡建设局',
    };
    const duty = await as('handler', bureau).do(dutyView, key);
    expect(duty).toMatchObject({ infoRequests: [heard], supplements: [] });
    const page = await as('agent').do(orderPage, { orderId: key.orderId });
    expect(page).toMatchObject({ infoRequests: [heard], supplements: [] });
    await drain();
    expect(await templatesTo(kit, key.orderId)).toContain('supplement-duty');
    const seen = await as(anonymous).do(trackAppeal, byCode);
    expect(seen).toMatchObject({ question: null, stage: '办理中' });
    expect(seen.steps.at(-1)?.words).toBe('补充已收到，继续办理');

    await hours(kit, 14 * 24);
    await drain();
    expect((await history()).filter(({ type }) => type === 'handling.info-given')).toHaveLength(1);
  }),
);

test(
  'a caller hears the question and answers it through the agent; an urging is no answer',
  inCity(async (kit) => {
    const { as, ctx, anOrder } = kit;
    const { orderId, assignmentId } = await anOrder.inProgress();
    await asked(kit, { orderId, assignmentId });
    const agent = as('agent');
    expect((await agent.do(readProgress, { orderId })).question).toBe(question);
    await agent.do(urgeFor, { orderId, note: '希望快一点' });
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'need-info' });
    await agent.do(supplementFor, { orderId, content: answer, fileIds: [] });
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'in-progress' });
    expect((await agent.do(readProgress, { orderId })).question).toBeNull();
    const page = await agent.do(orderPage, { orderId });
    expect(page.infoRequests).toMatchObject([{ question, answer }]);
    expect(page.supplements.map(({ content }) => content)).toEqual(['希望快一点']);
  }),
);

test(
  'nobody answers: everybody reads so, and what comes later is a supplement the unit sees',
  inCity(async (kit) => {
    const { as, anOrder, drain } = kit;
    const { byCode, ...key } = await anOrder.inProgress();
    await asked(kit, key);
    await hours(kit, 7 * 24);
    await drain();
    expect(await templatesTo(kit, key.orderId)).toContain('need-info-expired');
    const { steps } = await as(anonymous).do(trackAppeal, byCode);
    expect(steps.at(-1)?.words).toBe('没有等到补充，先按现有情况继续办理');
    await as(anonymous).do(addToAppeal, { ...byCode, content: answer, uploads: [] });
    expect(await as('handler', bureau).do(dutyView, key)).toMatchObject({
      infoRequests: [{ state: 'unanswered', answer: null, answeredAt: null }],
      supplements: [{ content: answer }],
    });
  }),
);
