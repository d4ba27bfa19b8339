import { leftOutCodes } from '@minsheng/contract/words/indicators.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { amountsOf, counting, countOrder, tallied } from './counting.ts';
import { changesOf, differenceOf } from './fact-rows.ts';
import { factRowsOf, lockMade, writeMade } from './facts.repo.ts';
import type { Fact, OrderFacts } from './facts-of.ts';
import { foldChanges } from './fold-sums.ts';
import { mark } from './mark.ts';
import { recountMonth } from './recount.ts';
import type { Span } from './span.ts';
import { amountsIn, sumsIn } from './sums.repo.ts';
import { leftOutOf, type Tally, tallyOfSums } from './tally.ts';

const units = ['350600/350600.zjj', '350600/350602/350602001000', '350600/350602', null] as const;
const months = ['2026-01', '2026-02', '2026-03', '2026-04'];
const at = (hours: number) => new Date(Date.UTC(2025, 11, 31, 16) + hours * 3_600_000);

const aMark = fc.record({
  figure: fc.constantFrom('K8', 'K23', 'K32', 'K41a', 'K42-strict', 'K44-month' as const),
  isMet: fc.boolean(),
  isKnown: fc.boolean(),
  leftOut: fc.option(fc.constantFrom(...leftOutCodes), { freq: 4 }),
});
const aFact: fc.Arbitrary<Fact> = fc
  .record({
    hours: fc.integer({ min: 0, max: 2800 }),
    waits: fc.option(fc.integer({ min: -300, max: 300 })),
    path: fc.constantFrom(...units),
    marks: fc.uniqueArray(aMark, { minLength: 1, maxLength: 4, selector: ({ figure }) => figure }),
    amount: fc.option(fc.record({ figure: fc.constantFrom('K24', 'K36'), amount: fc.nat(9) })),
  })
  .map(({ hours, waits, path, marks, amount }) => {
    const about = {
      at: at(hours),
      // What is measured is done.
      waitsUntil: waits === null || amount !== null ? null : at(1500 + waits),
      holder: path === null ? null : { path, unit: path.split('/').at(-1) ?? '' },
    };
    const measured = amount === null ? [] : [mark({ ...about, ...amount, isMet: true })];
    return { ...about, marks: [...marks.map((one) => mark({ ...about, ...one })), ...measured] };
  });
const anOrder: fc.Arbitrary<OrderFacts> = fc.record({
  county: fc.constantFrom('350602', '350603'),
  matter: fc.constantFrom('010105', '010206'),
  issueId: fc.constant('0195a000-0000-7000-8000-000000000001'),
  facts: fc.array(aFact, { maxLength: 5 }),
  months: fc.constant(['2026-01-01']),
});
const aStep = fc.record({ no: fc.nat(7), order: anOrder, folds: fc.boolean() });
const aSpan: fc.Arbitrary<Span> = fc
  .record({
    from: fc.constantFrom(0, 744, 800, 24),
    until: fc.constantFrom(744, 1416, 2160, 1500, 2880),
    unit: fc.constantFrom(...units, '350600'),
    county: fc.option(fc.constantFrom('350602', '350603')),
    matter: fc.option(fc.constantFrom('01', '0102', '010105')),
  })
  .filter(({ from, until }) => from < until)
  .map(({ from, until, unit, ...rest }) => ({
    ...rest,
    from: at(from),
    until: at(until),
    unit: unit === null ? null : { path: unit, code: unit.split('/').at(-1) ?? '' },
  }));

const plain = (tally: Tally) =>
  [...tally].map(([key, count]) => ({ ...count, key, leftOut: leftOutOf(count) }));

async function write(ctx: Context, orderId: string, facts: OrderFacts): Promise<void> {
  await lockMade(ctx, [orderId]);
  const kept = await factRowsOf(ctx, [orderId]);
  const difference = differenceOf(kept.get(orderId) ?? [], facts);
  const changes = changesOf(difference, ctx.city.zone);
  await writeMade(ctx, [{ ...difference, orderId, changes, months: facts.months, seq: 1 }]);
}

async function expectSame(ctx: Context, orders: Iterable<OrderFacts>, span: Span): Promise<void> {
  const byHand = counting(span, ctx.now);
  for (const order of orders) countOrder(byHand, order);
  const sums = await sumsIn(ctx, span, { by: [], figures: null });
  expect(plain(tallyOfSums(sums))).toEqual(plain(tallied(byHand)));
  const amounts = [...(await amountsIn(ctx, span))].filter(([, all]) => all.length > 0);
  const counted = [...amountsOf(byHand)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  expect(
    amounts.map(([key, all]) => [key, all.map(({ amount, count }) => ({ amount, count }))]),
  ).toEqual(counted);
}

test(
  'after any changes, folded or not, the sums say of any span what the facts say; a sum that is off is put right',
  inCity(async ({ ctx }) => {
    await sql`select platform.make_month('2025-12')`.execute(ctx.tx);
    const now = { ...ctx, now: at(1500) };
    const orders = new Map<number, OrderFacts>();
    const ids = Array.from({ length: 8 }, () => newId(at(0)));
    const steps = fc.sample(aStep, { numRuns: 40, seed: 7 });
    const spans = fc.sample(aSpan, { numRuns: 40, seed: 8 });
    for (const [turn, { no, order, folds }] of steps.entries()) {
      await write(now, ids[no] ?? '', order);
      orders.set(no, order);
      if (folds) await foldChanges(now);
      const span = spans[turn];
      if (span) await expectSame(now, orders.values(), span);
    }
    for (const month of months) expect(await recountMonth(now, month)).toBe(0);
    while ((await foldChanges(now)) > 0);
    for (const month of months) expect(await recountMonth(now, month)).toBe(0);

    await sql`update indicators.scope_sum set raw_met = raw_met + 3 where unit_path = ''`.execute(
      ctx.tx,
    );
    await sql`delete from indicators.unit_sum where figure = 'K8'`.execute(ctx.tx);
    await sql`update indicators.amount_sum set many = many + 1`.execute(ctx.tx);
    let mended = 0;
    for (const month of months) mended += await recountMonth(now, month);
    expect(mended).toBeGreaterThan(0);
    for (const month of months) expect(await recountMonth(now, month)).toBe(0);
    for (const span of spans) await expectSame(now, orders.values(), span);
  }),
  120_000,
);
