import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { attempt, redo, sign } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { compareGroups } from './compare-groups.ts';
import { factsAt } from './facts-at.ts';
import './index.ts';
import { followVersion } from './follow-version.ts';
import { issueCountsOf } from './issue-counting.ts';
import { openCell } from './open-cell.ts';
import { figuresOf, readFigures } from './read-figures.ts';
import { rebuildFacts } from './rebuild.ts';
import { rebuildNow } from './rebuilds.repo.ts';
import { rulesOfCity } from './rules-of-city.ts';
import { spanOf } from './span.ts';

const march = { from: '2026-03-01', to: '2026-03-31' };
const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const other = {
  unitCode: '350600.cgj',
  unitPath: '350600/350600.cgj',
  areaCode: '350600000000',
};
const county = { unitCode: '350626', unitPath: '350600/350626', areaCode: '350626000000' };
const from = (seed: string) => ({
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf(seed) },
});
const unsolved = {
  contacted: true,
  solved: 'not-solved',
  processRating: 'satisfied',
  resultRating: 'dissatisfied',
  reason: '灯还是不亮',
  reasonClass: 'subjective',
} as const;

type Kit = Parameters<Parameters<typeof inCity>[0]>[0];
type Figures = Awaited<ReturnType<typeof readFigures>>['figures'];

const shown = (figures: Figures, key: FigureKey) => {
  const { adjusted, raw } = figures.find((one) => one.key === key) ?? {};
  return [adjusted?.numerator, adjusted?.denominator, raw?.numerator, raw?.denominator];
};

/** Closed and content; redone; with the unit; waiting for dispatch. */
async function fourOrders({ as, anOrder, drain }: Kit) {
  const good = await anOrder.closed(from('good'));
  const bad = await anOrder.forCallBack(from('bad'));
  const caller = as('call-back-agent');
  await caller.do(attempt, { orderId: bad, reached: true, answers: unsolved });
  await caller.do(redo, { orderId: bad, reason: '现场仍未亮灯' });
  const open = await anOrder.inProgress(from('open'));
  await anOrder.toDispatch(from('waiting'));
  await drain();
  return { good, open };
}

test(
  'what really happened is counted, opens to its orders, and is the same when all of it is made anew',
  inCity(async (kit) => {
    const { as, drain, travelTo } = kit;
    const { good } = await fourOrders(kit);
    const director = as('director');
    const { figures, unfed, rebuilding } = await director.do(readFigures, march);
    expect(shown(figures, 'K21')).toEqual([3, 3, 3, 3]);
    expect(shown(figures, 'K31')).toEqual([2, 2, 2, 2]);
    expect(shown(figures, 'K32')).toEqual([2, 2, 2, 2]);
    expect(shown(figures, 'K35')).toEqual([1, 2, 1, 2]);
    expect(shown(figures, 'K41a')).toEqual([1, 2, 1, 2]);
    expect(shown(figures, 'K42-strict')).toEqual([1, 2, 1, 2]);
    expect(figures.find(({ key }) => key === 'K32')).toMatchObject({
      hasRate: false,
      leftOut: [{ code: 'X12', count: 2 }],
      coverage: { known: 2, of: 2 },
    });
    expect(unfed.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['K1', 'K7', 'K10', 'K11', 'K46']),
    );
    expect(rebuilding).toBeNull();
    const asked = { ...march, figure: 'K42-strict', part: 'numerator' } as const;
    expect((await director.do(openCell, asked)).rows.map(({ id }) => id)).toEqual([good]);

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

test(
  'facts an earlier program made are made anew by themselves, once; a new city begins with nothing to do',
  inCity(async (kit) => {
    const { as, ctx, drain } = kit;
    const director = as('director');
    await director.do(followVersion, undefined);
    expect(await rebuildNow(ctx)).toBeNull();
    await fourOrders(kit);
    const { figures } = await director.do(readFigures, march);
    await sql`update indicators.rebuild set fact_version = fact_version - 1`.execute(ctx.tx);
    await sql`update indicators.scope_sum set met = met + 1`.execute(ctx.tx);
    await sql`delete from indicators.fact where no = 1`.execute(ctx.tx);
    await director.do(followVersion, undefined);
    expect(await rebuildNow(ctx)).not.toBeNull();
    await drain();
    expect(await rebuildNow(ctx)).toBeNull();
    expect((await director.do(readFigures, march)).figures).toEqual(figures);
    await director.do(followVersion, undefined);
    expect(await rebuildNow(ctx)).toBeNull();
  }),
);

test(
  'as of an instant the events give the same figures, whatever has happened since',
  inCity(async (kit) => {
    const { as, ctx, drain, travelTo } = kit;
    const { open } = await fourOrders(kit);
    await travelTo(new Date('2026-03-02T02:00:00Z'));
    const director = as('director');
    const { figures } = await director.do(readFigures, march);
    const cutoff = new Date('2026-03-02T02:00:00Z');
    const span = await spanOf({ ...ctx, actor: director.actor }, march);
    const rules = await rulesOfCity(ctx);
    const then = figuresOf(await factsAt(ctx, span, { cutoff, rules }));
    const issuesThen = issueCountsOf(
      (await factsAt(ctx, span, { cutoff, rules })).issues,
      { span, asOf: cutoff },
      5,
    );
    for (const [key, { numerator, denominator }] of issuesThen)
      expect(shown(figures, key)).toEqual([numerator, denominator, numerator, denominator]);
    const ofOrders = (all: Figures) =>
      all.filter(({ key }) => !['K44', 'K44-month', 'K45'].includes(key));
    expect(then).toEqual(ofOrders(figures));

    await travelTo(new Date('2026-03-04T02:00:00Z'));
    await as('handler', bureau).do(sign, open);
    await kit.anOrder.closed(from('another'));
    await drain();
    const later = ofOrders((await director.do(readFigures, march)).figures);
    expect(later).not.toEqual(then);
    expect(figuresOf(await factsAt(ctx, span, { cutoff, rules }))).toEqual(then);
    expect(
      figuresOf(await factsAt(ctx, span, { cutoff: new Date('2026-03-04T02:00:01Z'), rules })),
    ).toEqual(later);
  }),
);

test(
  'a unit reads its own and its peers without names, a county what lies in it; secret orders are counted and not shown',
  inCity(async (kit) => {
    const { as, anOrder, drain } = kit;
    await anOrder.inProgress({ ...from('ours') });
    await anOrder.inProgress({ ...from('secret'), secrecy: 3 });
    await anOrder.inProgress({ ...from('theirs'), lead: other.unitCode });
    await anOrder.inProgress({ ...from('county'), areaCode: '350626100000', lead: '350626.zjj' });
    await drain();

    const unit = as('liaison', bureau);
    const own = await unit.do(readFigures, march);
    expect(own.scope.unit).toBe('350600.zjj');
    expect(shown(own.figures, 'K23')).toEqual([0, 2, 0, 2]);
    const cell = { ...march, figure: 'K23', part: 'denominator' } as const;
    expect(await unit.do(openCell, cell)).toMatchObject({ rows: [{}], hidden: 1, next: null });
    expect((await as('director').do(openCell, cell)).rows).toHaveLength(4);
    const asked = { ...march, figure: 'K23', by: 'unit' } as const;
    const { rows } = await unit.do(compareGroups, asked);
    expect(rows.map(({ code }) => code)).toEqual(['350600.zjj', null]);
    expect(rows.map(({ name }) => name === null)).toEqual([false, true]);
    await expect(unit.do(readFigures, { ...march, unit: other.unitCode })).rejects.toMatchObject({
      code: 'indicators.not-yours',
    });

    const centre = as('county-dispatcher', county);
    expect(shown((await centre.do(readFigures, march)).figures, 'K23')).toEqual([0, 1, 0, 1]);
    await expect(centre.do(readFigures, { ...march, county: '350602' })).rejects.toMatchObject({
      code: 'indicators.not-yours',
    });
    await expect(
      centre.do(readFigures, { from: '2026-03-02', to: '2026-03-01' }),
    ).rejects.toMatchObject({ code: 'indicators.bad-period' });
  }),
);
