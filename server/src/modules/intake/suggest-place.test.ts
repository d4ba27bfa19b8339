import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { erasePerson } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Context } from '../../platform/context.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { createOrder } from './create-order.ts';
import { guessArea } from './guess.ts';
import { suggestPlace, suggestSubjects } from './suggest-place.ts';

const placeIn = (ctx: Context, words: string) => suggestPlace(ctx, words);
const street = '350602001000';
const otherStreet = '350603002000';

interface Told {
  readonly content: string;
  readonly areaCode: string;
  readonly from: string;
  readonly address?: string;
}

async function told(
  { as, drain }: Pick<Kit, 'as' | 'drain'>,
  { content, areaCode, from, address = '' }: Told,
  point?: { lng: number; lat: number },
): Promise<string> {
  const { orderId } = await as('agent').do(createOrder, {
    type: 'QZ',
    matterCode: '010105',
    areaCode,
    address,
    content,
    ...(point && { point }),
    fields: {},
    fileIds: [],
    anonymous: false,
    secrecy: 0,
    needsReply: true,
    needsCallBack: true,
    result: 'answer',
    answer: '已告知。',
    requester: { kind: 'person', isSelf: true, tags: [], phone: inventedPhoneOf(from) },
  });
  await drain();
  return orderId;
}

test(
  'the words lead to district, town, road, number and site, each with what spoke for it',
  inCity(async ({ ctx }) => {
    const place = await placeIn(ctx, '芗城区东铺头街道胜利西路12号锦绣花园3号楼电梯坏了');
    expect(place.areas).toMatchObject([
      { code: street, words: ['芗城区', '东铺头街道'], isLearnt: false },
    ]);
    expect(place.parts.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'road 胜利西路',
      'number 12号',
      'poi 锦绣花园',
      'building 3号楼',
    ]);
    expect(place.point?.isLearnt).not.toBe(true);
    expect(await suggestSubjects(ctx, '芗城区鑫隆养鸡场晚上排污水')).toMatchObject([
      { name: '鑫隆养鸡场' },
    ]);
  }),
);

test(
  'calm where nothing is said, and honest where a name is hidden',
  inCity(async ({ ctx }) => {
    for (const words of [
      '',
      '😀😀😀',
      'ئۇيغۇر كوچا بۇزۇلدى street lamp is broken',
      'ludeng huai le meiren xiu',
      '13'.repeat(20_000),
      '路灯不亮,'.repeat(20_000),
    ]) {
      const place = await placeIn(ctx, words);
      expect(place).toMatchObject({ areas: [], point: null, isHidden: false });
      expect(place.parts).toEqual([]);
      expect(await suggestSubjects(ctx, words)).toEqual([]);
    }
    expect(await placeIn(ctx, '某区某小区物业乱收费')).toMatchObject({
      areas: [],
      parts: [],
      isHidden: true,
    });
  }),
);

test(
  'what two orders taught places the third; one put elsewhere makes it less sure; who is erased teaches nothing',
  inCity(async (kit) => {
    const { as, ctx } = kit;
    const asked = () => placeIn(ctx, '翠湖雅苑三期的路灯不亮');
    const content = (what: string) => `翠湖雅苑三期${what},请来看看`;
    expect((await asked()).areas).toEqual([]);
    const pins = [
      { lng: 117.6501, lat: 24.5101 },
      { lng: 117.6503, lat: 24.5103 },
    ];
    const first = await told(
      kit,
      { content: content('路灯坏了'), areaCode: street, from: 'one' },
      pins[0],
    );
    expect((await asked()).areas).toEqual([]);
    const second = await told(
      kit,
      { content: content('灯杆歪了'), areaCode: street, from: 'two' },
      pins[1],
    );
    const taught = await asked();
    expect(taught.areas).toMatchObject([{ code: street, isLearnt: true }]);
    expect(taught.point).toMatchObject({ isLearnt: true });
    expect(taught.point?.lng).toBeCloseTo(117.6502, 5);

    await told(kit, { content: content('灯不亮'), areaCode: street, from: 'three' });
    // Nobody has read an appeal from the web yet: it is put where the estate was put before.
    expect(await guessArea(ctx, '翠湖雅苑三期的垃圾没人清', null)).toEqual({
      code: street,
      by: 'words',
    });
    const sure = (await asked()).areas[0]?.confidence ?? 0;
    await told(kit, { content: content('灯又坏'), areaCode: otherStreet, from: 'four' });
    const after = await asked();
    expect(after.areas[0]?.code).toBe(street);
    expect(after.areas[0]?.confidence).toBeLessThan(sure);

    const director = as('director');
    for (const orderId of [first, second])
      await director.do(erasePerson, { orderId, reason: '本人要求删除' });
    expect((await asked()).areas).toEqual([]);
  }),
);

test(
  'a position tells where it is as far as earlier orders were put round it, and never against the words',
  inCity(async (kit) => {
    const { ctx } = kit;
    const spot = { lng: 117.6702, lat: 24.5202 };
    const guessed = (words: string) => guessArea(ctx, words, spot);
    const names = ['碧桐雅苑', '兰桂家园', '松涛花园'];
    for (const [at, name] of names.entries()) {
      expect(await guessed('楼道灯坏了')).toEqual({ code: '350600000000', by: 'nothing' });
      const point = { lng: 117.67 + at / 10_000, lat: 24.52 };
      await told(kit, { content: `${name}的路灯不亮`, areaCode: street, from: name }, point);
    }
    expect(await guessed('楼道灯坏了')).toEqual({ code: street, by: 'position' });
    expect(await guessed('芗城区的楼道灯坏了')).toEqual({ code: street, by: 'position' });
    expect(await guessed('龙文区的楼道灯坏了')).toMatchObject({ by: 'words' });
    const away = { ...spot, lat: spot.lat + 0.01 };
    expect(await guessArea(ctx, '楼道灯坏了', away)).toMatchObject({ by: 'nothing' });
  }),
);

test(
  'a name without a kind is learnt from the addresses agents write, and read in what people say',
  inCity(async (kit) => {
    const { ctx } = kit;
    const asked = () => placeIn(ctx, '锦江左岸的垃圾没人清');
    for (const from of ['one', 'two', 'three']) {
      expect((await asked()).areas).toEqual([]);
      const address = '锦江左岸7幢门口';
      await told(kit, { content: `路灯不亮,${from}`, areaCode: street, from, address });
    }
    const { areas, parts } = await asked();
    expect(areas).toMatchObject([{ code: street, words: ['锦江左岸'], isLearnt: true }]);
    expect(parts).toMatchObject([{ kind: 'poi', text: '锦江左岸' }]);
  }),
);

test(
  'an estate in the words whose name stands bare in the address teaches once',
  inCity(async (kit) => {
    const [areaCode, address] = ['350602006000', '芝山村'];
    const content = '芝山村小区下水道没有人来疏通。';
    for (const from of ['one', 'two', 'three'])
      await told(kit, { content, areaCode, address, from: `bare ${from}` });
    const place = await placeIn(kit.ctx, '芝山村小区有人摔倒');
    expect(place.areas[0]).toMatchObject({ code: areaCode, isLearnt: true });
  }),
);
