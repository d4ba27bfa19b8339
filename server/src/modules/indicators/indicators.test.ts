import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { attempt, redo } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { compareGroups } from './compare-groups.ts';
import './index.ts';
import { openCell } from './open-cell.ts';
import { readFigures } from './read-figures.ts';
import { rebuildFacts } from './rebuild.ts';

const march = { from: '2026-03-01', to: '2026-03-31' };
const from = (seed: string) => ({
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf(seed) },
});

type Figures = Awaited<ReturnType<typeof readFigures>>['figures'];
const shown = (figures: Figures, key: FigureKey) => {
  const { adjusted, raw } = figures.find((one) => one.key === key) ?? {};
  return [adjusted?.numerator, adjusted?.denominator, raw?.numerator, raw?.denominator];
};

test(
  'what really happened is counted, opens to its orders, and is the same when all of it is made anew',
  inCity(async ({ as, anOrder, drain, travelTo }) => {
    const good = await anOrder.closed(from('good'));
    const bad = await anOrder.forCallBack(from('bad'));
    const caller = as('call-back-agent');
    await caller.do(attempt, {
      orderId: bad,
      reached: true,
      answers: {
        contacted: true,
        solved: 'not-solved',
        processRating: 'satisfied',
        resultRating: 'dissatisfied',
        reason: '灯还是不亮',
        reasonClass: 'subjective',
      },
    });
    await caller.do(redo, { orderId: bad, reason: '现场仍未亮灯' });
    await anOrder.inProgress(from('open'));
    await anOrder.toDispatch(from('waiting'));
    await drain();

    const director = as('director');
    const { figures, unfed, rebuilding } = await director.do(readFigures, march);
    expect(shown(figures, 'K21')).toEqual([3, 3, 3, 3]);
    expect(shown(figures, 'K31')).toEqual([2, 2, 2, 2]);
    expect(shown(figures, 'K32')).toEqual([2, 2, 2, 2]);
    expect(shown(figures, 'K35')).toEqual([1, 2, 1, 2]);
    expect(shown(figures, 'K41a')).toEqual([1, 2, 1, 2]);
    expect(shown(figures, 'K42-strict')).toEqual([1, 2, 1, 2]);
    expect(shown(figures, 'K42-rated')).toEqual([2, 2, 2, 2]);
    expect(figures.find(({ key }) => key === 'K32')).toMatchObject({
      hasRate: false,
      leftOut: [{ code: 'X12', count: 2 }],
      coverage: { known: 2, of: 2 },
    });
    expect(unfed.map(({ id }) => id)).toContain('K1');
    expect(rebuilding).toBeNull();

    const opened = await director.do(openCell, {
      ...march,
      figure: 'K42-strict',
      part: 'numerator',
    });
    expect(opened.rows.map(({ id }) => id)).toEqual([good]);
    const { rows } = await director.do(compareGroups, { ...march, figure: 'K32', by: 'unit' });
    expect(rows).toMatchObject([
      { code: '350600.zjj', adjusted: { numerator: 2, denominator: 2 } },
    ]);

    await director.do(rebuildFacts, undefined);
    await expect(director.do(rebuildFacts, undefined)).rejects.toMatchObject({
      code: 'indicators.rebuilding',
    });
    await drain();
    expect((await director.do(readFigures, march)).figures).toEqual(figures);

    // Nothing more happens: time alone makes what was not due late.
    await travelTo(new Date('2026-03-31T08:00:00Z'));
    expect(shown((await director.do(readFigures, march)).figures, 'K32')).toEqual([2, 4, 2, 4]);
  }),
);
