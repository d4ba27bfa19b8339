import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import * as learning from '../learning/index.ts';
import { send } from './send.ts';
import { suggestion } from './suggestion.ts';

const nobodyElse = { assists: [], linkage: [], copies: [], note: '' };
test(
  'the units to whom a person sent much the same before stand under the catalogue’s',
  { timeout: 60_000 },
  inCity(async ({ as, ctx, anOrder }) => {
    const dispatcher = as('dispatcher');
    for (const lead of [...Array(5).fill('350600.zjj'), ...Array(4).fill('350600.cgj')]) {
      const order = await anOrder.toDispatch(
        lead === '350600.zjj'
          ? { content: '楼上装修敲掉承重墙,整栋楼都在抖' }
          : { content: '夜市烧烤摊占道经营油烟很大' },
      );
      await dispatcher.do(send, { orderId: order.id, lead, ...nobodyElse });
    }
    const asked = await anOrder.toDispatch({ content: '隔壁装修在敲承重墙,楼在抖' });
    // The first question only starts the training.
    expect((await dispatcher.do(suggestion, { orderId: asked.id })).learnt).toEqual([]);
    await learning.modelTrained(ctx, 'unit');
    const { learnt } = await dispatcher.do(suggestion, { orderId: asked.id });
    expect(learnt[0]).toMatchObject({ code: '350600.zjj' });
    expect(learnt[0]?.probability).toBeGreaterThan(0.5);
  }),
);

test(
  'what one county was sent teaches the same bureau of another, and no unit of another county is suggested',
  { timeout: 60_000 },
  inCity(async ({ as, ctx, anOrder }) => {
    const dispatcher = as('dispatcher');
    const told = { content: '三号楼的电梯又停了,老人下不了楼' };
    const there = { ...told, areaCode: '350626100000' };
    for (const lead of [...Array(5).fill('350626.scjg'), ...Array(4).fill('350600.zjj')]) {
      const order = await anOrder.toDispatch(
        lead === '350626.scjg' ? there : { content: '夜市烧烤摊占道经营油烟很大' },
      );
      await dispatcher.do(send, { orderId: order.id, lead, ...nobodyElse });
    }
    await learning.modelTrained(ctx, 'unit');
    const codesFor = async (asked: { content: string; areaCode: string }) => {
      const order = await anOrder.toDispatch(asked);
      const { learnt } = await dispatcher.do(suggestion, { orderId: order.id });
      return learnt.map(({ code }) => code);
    };
    expect((await codesFor(there))[0]).toBe('350626.scjg');
    const elsewhere = await codesFor({ ...told, areaCode: '350602001000' });
    expect(elsewhere[0]).toBe('350602.scjg');
    expect(elsewhere).not.toContain('350626.scjg');
    // Nobody knows which county: the city's bureau of that name stands in for it, as in the catalogue.
    expect((await codesFor({ ...told, areaCode: '350600000000' }))[0]).toBe('350600.scjg');
  }),
);

test(
  'the closed orders it comes from are named, open ones are not',
  { timeout: 60_000 },
  inCity(async ({ as, ctx, anOrder }) => {
    const dark = { content: '村口两盏路灯不亮,夜里看不见路', title: '村口路灯不亮' };
    const dispatcher = as('dispatcher');
    const closed = await anOrder.closed({ ...dark, sentBy: dispatcher });
    for (const no of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const content = no % 2 ? '夜市烧烤摊占道经营油烟很大' : `村口路灯不亮,第${no}天`;
      const { id } = await anOrder.toDispatch({ content });
      const lead = no % 2 ? '350600.cgj' : '350600.zjj';
      await dispatcher.do(send, { orderId: id, lead, ...nobodyElse });
    }
    await learning.modelTrained(ctx, 'unit');
    const asked = await anOrder.toDispatch({ content: '村口的路灯不亮,夜里走路看不见' });
    const { closedAlike } = await dispatcher.do(suggestion, { orderId: asked.id });
    expect(closedAlike.map(({ orderId }) => orderId)).toEqual([closed]);
    expect(closedAlike[0]?.title).toBe(dark.title);
  }),
);
