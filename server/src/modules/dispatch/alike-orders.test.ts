import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { send } from './send.ts';
import { suggestion } from './suggestion.ts';

const nobodyElse = { assists: [], linkage: [], copies: [], note: '' };

test(
  'what waits as well is offered to go along: the same thing first, then the same matter in the town, nothing else',
  inCity(async ({ as, anOrder, drain }) => {
    const dispatcher = as('dispatcher');
    const waits = (content: string, differences: Parameters<typeof anOrder.toDispatch>[0] = {}) =>
      anOrder.toDispatch({ content, address: '', ...differences });
    const own = await waits('延安北路中学门口的路灯坏了三天');
    const near = await waits('新华巷的灯整夜不亮');
    const same = await waits('延安北路中学对面路灯不亮,学生下晚自习看不见');
    await waits('延安北路的烧烤摊占道', { matterCode: '020101' });
    await waits('延安北路中学门口的路灯坏了', { areaCode: '350626100000' });
    await waits('延安北路中学门口的路灯坏了', { secrecy: 3 });
    const sent = await waits('延安北路中学旁边路灯灭了');
    await dispatcher.do(send, { orderId: sent.id, lead: '350600.zjj', ...nobodyElse });
    await drain();

    const { alike } = await dispatcher.do(suggestion, { orderId: own.id });
    expect(alike.map(({ orderId, reason }) => [orderId, reason])).toEqual([
      [same.id, 'same-issue-candidate'],
      [near.id, 'same-place-matter'],
    ]);
    expect(alike[0]).toMatchObject({ orderNo: same.order_no, urgency: 'U3' });
  }),
);
