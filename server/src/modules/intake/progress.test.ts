import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { askInfo, contact, sign } from '../../../test/use-cases.ts';
import { anonymous } from '../../platform/actor.ts';
import { rate } from '../call-back/index.ts';
import * as orders from '../orders/index.ts';
import { trackAppeal } from './by-code.ts';
import { progressOf } from './progress.ts';
import { withdraw } from './requester-steps.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const days = (at: Date, count: number) => new Date(at.getTime() + count * 86_400_000);
const rating = {
  solved: 'solved' as const,
  processRating: 'satisfied' as const,
  resultRating: 'satisfied' as const,
  reason: '',
  channel: 'page' as const,
};

test(
  'whoever has rated is not asked to rate any more',
  inCity(async ({ ctx, system, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    const order = await orders.lock(ctx, orderId);
    expect(await progressOf(ctx, order)).toMatchObject({ stage: '待评价', mayRate: true });
    await system.do((inside) => rate(inside, order, rating), null);
    const after = await progressOf(ctx, order);
    expect(after).toMatchObject({ stage: '已评价', mayRate: false });
    expect(after.words).not.toContain('为我们评价');
  }),
);

test(
  'a promised day that has passed is called late, and what is withdrawn is promised nothing',
  inCity(async ({ ctx, system, anOrder, clock, travelTo, as }) => {
    const { orderId, byCode } = await anOrder.inProgress();
    const track = () => as(anonymous).do(trackAppeal, byCode);
    const early = await track();
    expect(early).toMatchObject({ stage: '办理中', isOpen: true });
    expect(early.promiseOn).toMatch(/^2026-/);
    expect(early.stageWords).toMatch(/预计\d+月\d+日前答复。$/);
    await travelTo(days(clock.now(), 60));
    expect((await track()).stageWords).toContain('已经过了承诺的');
    await system.do(
      async (inside) => withdraw(inside, await orders.lock(inside, orderId), ''),
      null,
    );
    expect(await track()).toMatchObject({ stage: '已撤回', promiseOn: null, isOpen: false });
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'withdrawn' });
  }),
);

test(
  'the requester reads what the unit would like to know, and whether it reached them',
  inCity(async ({ anOrder, as }) => {
    const { byCode, ...key } = await anOrder.inProgress();
    const track = () => as(anonymous).do(trackAppeal, byCode);
    expect((await track()).question).toBeNull();
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await handler.do(contact, { ...key, reached: false, note: '' });
    await handler.do(askInfo, { ...key, question: '请问是哪一盏路灯?' });
    const seen = await track();
    expect(seen).toMatchObject({ stage: '待补充', question: '请问是哪一盏路灯?' });
    const steps = seen.steps.map(({ words }) => words);
    expect(steps).toContain('漳州市住房和城乡建设局给您打过电话，没有接通');
    expect(steps).not.toContain('漳州市住房和城乡建设局与您联系');
  }),
);
