import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { tablesOf } from '../../platform/db.ts';
import { modelTrained } from '../learning/index.ts';
import { createOrder } from './create-order.ts';
import { suggestForAppeal } from './suggest-for-appeal.ts';

const told = {
  type: 'QZ' as const,
  areaCode: '350602001000',
  address: '胜利路',
  fields: {},
  fileIds: [],
  anonymous: false,
  secrecy: 0 as const,
  needsReply: true,
  needsCallBack: true,
  result: 'answer' as const,
  answer: '已告知正在调试。',
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf('caller') },
};
const asked = (content: string) => ({ title: '', content, areaCode: '350602001000' });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test(
  'a new city suggests from its own words alone, and says nothing of what makes no sense',
  { timeout: 60_000 },
  inCity(async ({ as, ctx }) => {
    const agent = as('agent');
    // Nobody waits for the training.
    expect((await agent.do(suggestForAppeal, asked('你好请问一下'))).matters).toEqual([]);
    await modelTrained(ctx, 'matter');
    const { matters, catalogue } = await agent.do(
      suggestForAppeal,
      asked('小区门口的路灯坏了三天,晚上黑漆漆的没人修'),
    );
    expect(matters[0]?.code).toBe('010105');
    expect(catalogue?.basis).not.toBe('');
    const senseless = [
      '',
      '嗯',
      '12345678901234567890'.repeat(20),
      'ludeng huai le meiren xiu',
      '😀😀😀😀😀😀',
      'كوچا چىرىغى بۇزۇلدى street lamp',
      '龘靐齉爩鱻麤龗灪',
    ];
    for (const words of senseless)
      expect((await agent.do(suggestForAppeal, asked(words))).matters).toEqual([]);
    const begun = performance.now();
    await agent.do(suggestForAppeal, asked('路灯不亮,'.repeat(20_000)));
    expect(performance.now() - begun).toBeLessThan(1_500);
  }),
);

test(
  'what an agent decides shows in the next suggestion without a restart, beside what had been suggested',
  { timeout: 60_000 },
  inCity(async ({ as, ctx }) => {
    const agent = as('agent');
    await modelTrained(ctx, 'matter');
    // No word of the city's data says what this is.
    const strange = '古榕广场的喷雾降温桩一直往外喷水,鞋子都湿透了';
    const before = await agent.do(suggestForAppeal, asked(strange));
    expect(before.matters[0]?.code).not.toBe('010105');
    for (const [nr, when] of ['早上', '中午', '傍晚', '昨天', '前天'].entries()) {
      const requester = { ...told.requester, phone: inventedPhoneOf(`caller ${nr}`) };
      await agent.do(createOrder, {
        ...told,
        requester,
        matterCode: '010105',
        content: `${when}古榕广场喷雾降温桩喷水,把人的鞋子弄湿`,
      });
    }
    await pause(1_100);
    // Learns them one by one; enough of them, and the whole is learnt anew.
    await agent.do(suggestForAppeal, asked(strange));
    await modelTrained(ctx, 'matter');
    const after = await agent.do(suggestForAppeal, asked(strange));
    expect(after.matters[0]).toMatchObject({ code: '010105', isNamed: false });
    expect(after.matters[0]?.words.some((word) => strange.includes(word))).toBe(true);
    const kept = await tablesOf<'learning'>(ctx.tx)
      .selectFrom('learning.suggestion')
      .select(['place', 'ranked'])
      .where('city_id', '=', ctx.cityId)
      .where('kind', '=', 'matter')
      .orderBy('seq')
      .execute();
    expect(kept).toHaveLength(5);
    expect(kept[0]?.place).not.toBe(1);
  }),
);
