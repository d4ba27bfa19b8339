import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { searchOrders } from './search-orders.ts';

const said = {
  farm: '鸿达养殖场夜里偷排污水',
  short: '石亭鸿达的猪粪味飘进教室',
  sound: '宏达鸡场臭得没法开窗',
  company: '漳州市鸿达养殖有限公司占了村道',
  named: '这家把粪水排进水渠',
  sunny: '今天阳光很好,路灯却亮着',
  shop: '阳光生鲜超市卖过期牛奶',
} as const;

test(
  'spellings of one thing find each other, and a name of ordinary words does not find every use of them',
  inCity(async ({ as, anOrder }) => {
    const names = new Map<string, string>();
    for (const [name, content] of Object.entries(said)) {
      const subjectName = name === 'named' ? '鸿达生态养殖场' : undefined;
      const { id } = await anOrder.waiting({ content, address: '', subjectName });
      names.set(id, name);
    }
    const found = async (q: string) => {
      const { rows } = await as('director').do(searchOrders, { q });
      return rows.flatMap(({ id }) => names.get(id) ?? []);
    };
    const all = ['company', 'farm', 'named', 'short', 'sound'];
    for (const q of ['鸿达养殖', '鸿达养殖场', '石亭鸿达', '鸿达养殖有限公司'])
      expect([q, (await found(q)).toSorted()]).toEqual([q, all]);
    // By sound alone a name without its kind (石亭鸿达) is not known to be one.
    expect((await found('宏达养殖')).toSorted()).toEqual(all.filter((name) => name !== 'short'));
    // What is written as it was typed comes first.
    const ranked = await found('鸿达养殖场');
    expect(ranked.slice(-2).toSorted()).toEqual(['short', 'sound']);
    expect(await found('阳光超市')).toEqual(['shop']);
    expect(await found('芗城路灯')).toEqual(await found('路灯 芗城'));
  }),
);

test(
  'page by page, other spellings come last and nothing comes twice',
  inCity(async ({ as, anOrder }) => {
    for (let number = 0; number < 40; number += 1) {
      await anOrder.waiting({ content: '鑫隆养鸡场晚上臭', address: '' });
      await anOrder.waiting({ content: '新隆鸡场污水直排', address: '' });
    }
    const director = as('director');
    const first = await director.do(searchOrders, { q: '鑫隆养鸡场' });
    expect([first.appeals, first.rows.length]).toEqual([80, 50]);
    const second = await director.do(searchOrders, { q: '鑫隆养鸡场', cursor: first.next ?? '' });
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect([new Set(ids).size, second.next]).toEqual([80, null]);
  }),
);
