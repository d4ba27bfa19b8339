import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { askReturn } from './ask-return.ts';
import { listRepeats } from './list-repeats.ts';
import { ruleOnReturn } from './rule-on-return.ts';

const leader = {
  unitCode: '350600.zjj',
  unitPath: '350600/350600.zjj',
  areaCode: '350600000000',
};
const notOurs = {
  reason: 'not-our-duty' as const,
  basis: '三定规定:路灯养护不在本局职责内',
  properUnit: '350600.cgj',
  words: '路灯由城市管理部门养护,不在本局职责范围。',
};
const rejected = {
  upheld: false,
  basis: '三定规定:城市照明设施养护',
  facts: '市管道路的路灯不亮,两个单位都说不归自己。',
  ruling: '经核对职责,由原单位办理。',
  assists: [],
  heard: [],
};
const march = { from: '2026-03-01', to: '2026-03-31' };

type Kit = Parameters<Parameters<typeof inCity>[0]>[0];

/** Rejected by the dispatcher, asked again on this basis, rejected by the reviewer who heard both. */
async function askedTwice({ as, anOrder }: Pick<Kit, 'as' | 'anOrder'>, basis: string) {
  const key = await anOrder.inProgress();
  const { orderId } = key;
  await as('unit-leader', leader).do(askReturn, { ...key, ...notOurs });
  await as('dispatcher').do(ruleOnReturn, { orderId, ...rejected });
  await as('unit-leader', leader).do(askReturn, { ...key, ...notOurs, basis });
  const heard = ['350600.zjj', '350600.cgj'];
  await as('reviewer').do(ruleOnReturn, { orderId, ...rejected, heard });
  return orderId;
}

test(
  'what only says again what was rejected is listed by unit, with its order; a new basis is not',
  inCity(async (kit) => {
    const orderId = await askedTwice(kit, '三定规定: 路灯养护,不在本局职责内。');
    await askedTwice(kit, '城市照明管理规定第四条');
    const director = kit.as('director');
    const found = await director.do(listRepeats, march);
    expect(found.units.map(({ unit, count }) => [unit.code, count])).toEqual([['350600.zjj', 1]]);
    expect(found.rows).toMatchObject([
      { order: { id: orderId }, unit: { code: '350600.zjj' }, reason: 'not-our-duty' },
    ]);
    expect(found).toMatchObject({ hidden: 0, next: null });
    const unit = '350600.cgj';
    expect((await director.do(listRepeats, { ...march, unit })).rows).toEqual([]);
    const cursor = `soon~${orderId}`;
    await expect(director.do(listRepeats, { ...march, cursor })).rejects.toMatchObject({
      code: 'platform.bad-input',
    });
    const april = { from: '2026-04-01', to: '2026-04-30' };
    expect(await director.do(listRepeats, april)).toMatchObject({ rows: [], units: [] });
  }),
);
