import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { type Asked, hitsIn, olderHitsIn } from './fits-words.ts';

const asked: Asked = {
  words: "'石狮子'",
  bigrams: "'鸿达'",
  spellings: "'猪粪'",
  orderNo: null,
  phone: null,
};
const said = {
  words: ['门口有石狮子', '石狮子倒了'],
  pairs: ['石亭鸿达太臭', '鸿达占了村道'],
  spellings: ['猪粪堆在路边', '猪粪味飘进教室'],
} as const;
const ways = ['words', 'pairs', 'spellings'] as const;
const [highest, lowest] = [
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '00000000-0000-0000-0000-000000000000',
];

test(
  'a plan that is kept finds what one made for the words finds, in the same order',
  inCity(async ({ as, anOrder }) => {
    const made: string[] = [];
    for (const at of [0, 1] as const)
      for (const way of ways)
        made.push(
          (await anOrder.waiting({ title: said[way][at], content: said[way][at], address: '' })).id,
        );
    const bounds = [highest, made[3] ?? '', lowest];
    const hits = (find: typeof hitsIn, how: (typeof ways)[number], most: number) =>
      as('director').do((ctx) => find(ctx, { asked, how, bounds, most }), null);
    for (const [no, how] of ways.entries()) {
      const both = [made[no + 3], made[no]];
      expect([how, await hits(hitsIn, how, 10)]).toEqual([how, both]);
      expect([how, await hits(olderHitsIn, how, 10)]).toEqual([how, both]);
      expect([how, await hits(olderHitsIn, how, 1)]).toEqual([how, both.slice(0, 1)]);
    }
  }),
);
