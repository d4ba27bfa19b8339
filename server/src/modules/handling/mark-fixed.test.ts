import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { askReturn, markFixed } from '../../../test/use-cases.ts';
import { dutyView } from './duty-view.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };

test(
  'whoever asks to return a duty does not report on it what they are not offered to report',
  inCity(async ({ as, anOrder }) => {
    const key = await anOrder.inProgress();
    const leader = as('unit-leader', bureau);
    await leader.do(askReturn, {
      ...key,
      reason: 'not-our-duty',
      basis: '三定规定:路灯养护不在本局职责内',
      properUnit: '350600.cgj',
      words: '路灯由城市管理部门养护,不在本局职责范围。',
    });
    const { abilities } = await leader.do(dutyView, key);
    expect(abilities).toContain('contact');
    expect(abilities).not.toContain('fixed');
    await expect(leader.do(markFixed, { ...key, fileIds: [] })).rejects.toMatchObject({
      code: 'orders.stale',
    });
  }),
);
