import type { intake } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { createOrder, sentMessages, trackAppeal } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { newId } from '../../platform/ids.ts';
import * as orders from '../orders/index.ts';
import { askCheck, askReview } from './ask-check.ts';
import { decideCheck } from './decide-check.ts';
import { isSampled } from './is-sampled.ts';
import { listChecks, readChecks } from './read-checks.ts';

const guided = (dispositionCode: string): InputOf<typeof intake.createOrder> => ({
  content: '房东不退押金,要求政府出面。',
  type: 'QZ',
  matterCode: '010105',
  areaCode: '350602001000',
  address: '',
  fields: {},
  requester: { kind: 'person', isSelf: true, tags: [], phone: inventedPhoneOf('guided') },
  anonymous: false,
  secrecy: 0,
  needsReply: true,
  needsCallBack: true,
  fileIds: [],
  result: 'dispose',
  dispositionCode,
  dispositionReason: '双方的租赁合同约定了押金。',
});

const words = '租赁合同纠纷由调解组织处理,已说明途径。';

test(
  'guidance of a kind that is not plain is always looked at, by somebody else, within a working day',
  inCity(async ({ as, drain, travelTo, clock }) => {
    const lead = as('shift-lead');
    const { orderId } = await lead.do(createOrder, guided('DG11'));
    await drain();
    const { rows } = await as('director').do(listChecks, { state: 'waiting' });
    expect(rows).toMatchObject([
      { order: { id: orderId }, check: { why: 'not-clear', state: 'waiting', isLate: false } },
    ]);
    await expect(lead.do(decideCheck, { orderId, upheld: true, words })).rejects.toMatchObject({
      code: 'guidance.own',
    });
    await expect(
      as('agent').do(decideCheck, { orderId, upheld: true, words }),
    ).rejects.toMatchObject({ code: 'identity.not-permitted' });
    await travelTo(new Date(clock.now().getTime() + 5 * 86_400_000));
    const late = await as('director').do(listChecks, { state: 'waiting' });
    expect(late.rows[0]?.check.isLate).toBe(true);
    await as('director').do(decideCheck, { orderId, upheld: true, words });
    expect((await as('director').do(listChecks, { state: 'waiting' })).rows).toEqual([]);
    expect((await as('director').do(listChecks, { state: 'decided' })).rows).toMatchObject([
      { check: { state: 'upheld', words } },
    ]);
    await expect(
      as('director').do(decideCheck, { orderId, upheld: true, words }),
    ).rejects.toMatchObject({ code: 'guidance.none-waiting' });
  }),
);

test(
  'whoever was guided elsewhere asks once, by number and code; wrong, the order goes to dispatch and they are told',
  inCity(async ({ as, ctx, system, drain }) => {
    const { orderId, orderNo } = await as('agent').do(createOrder, guided('DG11'));
    await drain();
    const told = await as('shift-lead').do(sentMessages, { order: orderId });
    const code = /查询码([0-9A-Z]{8})/.exec(told.rows[0]?.text ?? '')?.[1] ?? '';
    const before = await system.do(trackAppeal, { orderNo, code });
    expect(before).toMatchObject({ mayAskReview: true, reviewWords: null });

    const held = await orders.lock(ctx, orderId);
    const citizen = as({ ...system.actor, kind: 'citizen', orderId });
    await citizen.do((at, reason: string) => askReview(at, held, reason), '我有新的合同');
    const asked = await system.do(trackAppeal, { orderNo, code });
    expect(asked.mayAskReview).toBe(false);
    expect(asked.reviewWords).toContain('1个工作日');
    // The look that waited already answers it: one at a time.
    const { checks } = await as('shift-lead').do(readChecks, { orderId });
    expect(checks).toMatchObject([{ why: 'requested', reason: '我有新的合同' }]);

    await as('director').do(decideCheck, { orderId, upheld: false, words: '属于住建部门职责。' });
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({
      status: 'to-dispatch',
      closed_at: null,
    });
    const { rows } = await as('shift-lead').do(sentMessages, { order: orderId });
    expect(rows[0]?.text).toContain('应当由我们办理');
    await expect(
      as('agent').do(askCheck, { orderId, why: 'requested', reason: '再看一次' }),
    ).rejects.toMatchObject({ code: 'guidance.not-guided' });
  }),
);

test(
  'one review, however it went; every complaint is looked at, and of an order that was no guidance nothing is asked',
  inCity(async ({ as, anOrder, drain }) => {
    const agent = as('agent');
    const { orderId } = await agent.do(createOrder, guided('DG10'));
    await drain();
    const ask = (why: 'requested' | 'complaint') =>
      agent.do(askCheck, { orderId, why, reason: '答复与事实不符' });
    await ask('requested');
    await expect(ask('complaint')).rejects.toMatchObject({ code: 'guidance.waiting' });
    await as('shift-lead').do(decideCheck, { orderId, upheld: true, words });
    await expect(ask('requested')).rejects.toMatchObject({ code: 'guidance.asked-once' });
    await ask('complaint');
    const { checks } = await agent.do(readChecks, { orderId });
    expect(checks.map(({ why, state }) => [why, state])).toEqual([
      ['requested', 'upheld'],
      ['complaint', 'waiting'],
    ]);
    const other = await anOrder.toDispatch();
    await expect(
      agent.do(askCheck, { orderId: other.id, why: 'complaint', reason: '不满意' }),
    ).rejects.toMatchObject({ code: 'guidance.not-guided' });
  }),
);

test(
  'guidance is not sealed while somebody waits for its review, and is afterwards',
  inCity(async ({ as, ctx, travelTo, clock, drain }) => {
    const { orderId } = await as('agent').do(createOrder, guided('DG11'));
    await drain();
    await travelTo(new Date(clock.now().getTime() + 31 * 86_400_000));
    await drain();
    await as('director').do(decideCheck, { orderId, upheld: true, words });
    await drain();
    expect((await orders.find(ctx, orderId))?.status).toBe('archived');
  }),
);

test('of plain guidance one in ten is looked at, by chance', () => {
  const at = new Date('2026-03-02T01:00:00Z');
  const ids = Array.from({ length: 20_000 }, () => newId(at));
  const share = ids.filter(isSampled).length / ids.length;
  expect(share).toBeGreaterThan(0.08);
  expect(share).toBeLessThan(0.12);
});
