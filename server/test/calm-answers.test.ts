import { expect, test } from 'vitest';
import { inventedPhoneOf } from '../src/demo/invented.ts';
import { send } from '../src/modules/dispatch/send.ts';
import { suggestion } from '../src/modules/dispatch/suggestion.ts';
import { assessAppeal } from '../src/modules/intake/assess.ts';
import { suggestForAppeal } from '../src/modules/intake/suggest-for-appeal.ts';
import * as learning from '../src/modules/learning/index.ts';
import { cityGazetteer } from '../src/modules/mentions/index.ts';
import { redact } from '../src/modules/redaction/index.ts';
import { inCity } from './kit.ts';

const street = '350602001000';
const streetLamp = '010105';
const nobodyElse = { assists: [], linkage: [], copies: [], note: '' };

/** 说不清的话: nothing of it names a matter, a place, a danger or a person. */
const unclear: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks', ' \n\t  '],
  ['emoji', '😀😡🚧'.repeat(50)],
  ['pinyin', 'ludeng huai le san tian le mei ren xiu qing kuai dian lai'],
  ['English and Uyghur letters', 'street lamp كوچا چىرىغى بۇزۇلدى please come تېز كېلىڭلار'],
  ['a wall of numbers', '1234567890 '.repeat(400)],
  ['rare characters', '龘靐齉爩鱻麤龗灪'.repeat(10)],
  ['a hundred thousand characters', '囗'.repeat(100_000)],
  ['a hundred thousand letters', 'qwerty '.repeat(14_286)],
];

/** Everything that answers while somebody types or reads has learnt by now, and has orders of the same matter and town to mistake it for. */
const learnt = (about: (kit: Parameters<Parameters<typeof inCity>[0]>[0]) => Promise<void>) =>
  inCity(async (kit) => {
    const { as, ctx, anOrder, drain } = kit;
    for (const lead of [...Array(5).fill('350600.zjj'), ...Array(4).fill('350600.cgj')]) {
      const content = lead === '350600.zjj' ? '路口的路灯坏了三天' : '夜市烧烤摊占道经营油烟很大';
      const { id } = await anOrder.toDispatch({ content });
      await as('dispatcher').do(send, { orderId: id, lead, ...nobodyElse });
    }
    await anOrder.toDispatch({ content: '路口的路灯坏了三天,晚上很暗。' });
    await drain();
    await learning.modelTrained(ctx, 'unit');
    await learning.modelTrained(ctx, 'matter');
    await about(kit);
  });

test(
  'while typing: no matter, type, place, thing, danger or neighbour is made of words that say nothing',
  { timeout: 120_000 },
  learnt(async ({ as }) => {
    const agent = as('agent');
    const said = await agent.do(suggestForAppeal, {
      title: '',
      content: '芗城区东铺头街道胜利西路的路灯坏了三天',
      areaCode: street,
    });
    // The same machine does answer where something is said.
    expect(said.matters[0]?.code).toBe(streetLamp);
    expect(said.place.areas).toHaveLength(1);
    for (const [what, content] of unclear) {
      const asked = { title: '', content, areaCode: street, matterCode: streetLamp };
      const { matters, type, place, subjects, alike, near } = await agent.do(
        suggestForAppeal,
        asked,
      );
      expect({ what, matters, type, subjects, alike, near }).toEqual({
        ...{ what, matters: [], type: null, subjects: [], alike: [], near: [] },
      });
      expect({ what, ...place }).toMatchObject({ what, areas: [], parts: [], point: null });
      const { raisedBy, doubted } = await agent.do(assessAppeal, { content });
      expect({ what, raisedBy, doubted }).toEqual({ what, raisedBy: [], doubted: [] });
    }
  }),
);

test(
  'on the dispatch desk: the catalogue answers for matter and place, and nothing is made of the words',
  { timeout: 120_000 },
  learnt(async ({ as, anOrder }) => {
    const dispatcher = as('dispatcher');
    const clear = await anOrder.toDispatch({ content: '隔壁路口的路灯也坏了' });
    const said = await dispatcher.do(suggestion, { orderId: clear.id });
    expect(said.learnt[0]?.code).toBe('350600.zjj');
    for (const [what, content] of unclear) {
      const { id } = await anOrder.toDispatch({ content, address: '' });
      const { lead, learnt: units, placeDoubt } = await dispatcher.do(suggestion, { orderId: id });
      expect({ what, lead: lead?.code, units, placeDoubt }).toEqual({
        ...{ what, lead: '350600.zjj', units: [], placeDoubt: null },
      });
    }
  }),
);

test(
  'taking out what names a person: nothing is taken out of words without one',
  { timeout: 120_000 },
  inCity(async ({ ctx }) => {
    const places = await cityGazetteer(ctx);
    const named = redact(`联系电话${inventedPhoneOf('calm')},请回电`, { places });
    expect(named.removals).not.toEqual([]);
    for (const [what, content] of unclear.filter(([name]) => name !== 'a wall of numbers'))
      expect({ what, ...redact(content, { places }) }).toEqual({
        ...{ what, text: content, removals: [] },
      });
    // Ten figures in a row may be a number of somebody: what is left is safe, and it ends.
    expect(redact('1234567890 '.repeat(400), { places }).text.length).toBeGreaterThan(0);
  }),
);
