import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { historyOf } from '../../platform/events.ts';
import * as learning from '../learning/index.ts';
import { correctPlace } from './correct-place.ts';
import { suggestion } from './suggestion.ts';

const street = '350602001000';

test(
  'the dispatcher is told when the words say another place than the one chosen, and only then',
  inCity(async ({ as, anOrder }) => {
    const dispatcher = as('dispatcher');
    const doubtOf = async (content: string, areaCode: string) => {
      const { id } = await anOrder.toDispatch({ content, areaCode, address: '' });
      return (await dispatcher.do(suggestion, { orderId: id })).placeDoubt;
    };
    expect(await doubtOf('龙文区碧湖街道的路灯坏了三天', street)).toMatchObject({
      saidArea: '龙文区碧湖街道',
      chosenArea: '芗城区东铺头街道',
      words: ['龙文区', '碧湖街道'],
    });
    // A smaller or a larger place inside each other is no contradiction, silence is none either.
    expect(await doubtOf('芗城区的路灯坏了三天', street)).toBeNull();
    expect(await doubtOf('芗城区东铺头街道的路灯坏了三天', '350602000000')).toBeNull();
    expect(await doubtOf('龙文区碧湖街道的路灯坏了三天', '350600000000')).toBeNull();
    expect(await doubtOf('路口的路灯坏了三天,晚上很暗', street)).toBeNull();
    // Two places are named: nobody knows better than the agent.
    expect(await doubtOf('从龙文区到芗城区的公交太少', '350603000000')).toBeNull();
  }),
);

test(
  'the dispatcher puts the place right: the catalogue answers for it, who did it and what was read is kept, the estate is learnt',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const dispatcher = as('dispatcher');
    const areaCode = '350602000000';
    const content = (what: string) => `东山县西埔镇星河湾小区${what}`;
    for (const what of ['路灯坏了三天', '路灯又坏了']) {
      const { id } = await anOrder.toDispatch({ content: content(what), areaCode, address: '' });
      const before = await dispatcher.do(suggestion, { orderId: id });
      expect(before.placeDoubt).toMatchObject({ chosenCode: areaCode });
      expect(before.lead?.code).toBe('350600.zjj');
      const read = before.placeDoubt?.saidCode ?? '';
      await dispatcher.do(correctPlace, { orderId: id, areaCode: read });
      const after = await dispatcher.do(suggestion, { orderId: id });
      expect(after.placeDoubt).toBeNull();
      expect(after.lead?.code).toBe('350626.zjj');
      const told = await historyOf(ctx, { kind: 'order', id });
      expect(told.filter(({ type }) => type === 'dispatch.place-corrected')).toMatchObject([
        { data: { fromArea: areaCode, toArea: read, readArea: read } },
      ]);
    }
    await drain();
    expect(await learning.areaSaid(ctx, '星河湾小区停水了')).toMatch(/^350626/);
  }),
);
