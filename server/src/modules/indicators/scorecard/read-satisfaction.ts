import type { scorecard as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import type { Context } from '../../../platform/context.ts';
import { cityRules } from '../city-rules.ts';
import { published, type SatisfactionFormula } from '../satisfaction.ts';
import { sumsIn } from '../sums.repo.ts';
import { type Tally, tallyOfSums } from '../tally.ts';
import type { Ratio } from '../wilson.ts';
import { monthSpan } from './month-span.ts';

type Reply = ReplyOf<typeof contract.readSatisfaction>;
type Readings = Reply['raw'];

const read = [
  'K41a',
  'K41b',
  'K41-objective',
  'K41-partly',
  'K41-claim',
  'K42-wide',
  'K42-strict',
  'K42-all',
  'K42-rated',
  'K42-process',
  'K42-process-strict',
  'K42-process-all',
] as const satisfies readonly FigureKey[];

/** 满意率、解决率 of a month in every reading; the city's own formula is made of the same counts. */
export async function readSatisfaction(
  ctx: Context,
  input: InputOf<typeof contract.readSatisfaction>,
): Promise<Reply> {
  const span = await monthSpan(ctx, input);
  const [sums, { satisfaction: formula }] = await Promise.all([
    sumsIn(ctx, span, { by: [], figures: read }),
    cityRules(ctx),
  ]);
  return { formula, ...readingsOf(tallyOfSums(sums), formula) };
}

/** The same counts in the words of the readings. */
export function readingsOf(
  tally: Tally,
  formula: SatisfactionFormula,
): Pick<Reply, 'raw' | 'adjusted'> {
  const result = { raw: variantsOf(tally, 'raw'), adjusted: variantsOf(tally, 'adjusted') };
  const city = published(result, formula);
  const all = (side: Side): Readings => ({
    result: result[side],
    process: {
      wide: ratioOf(tally, 'K42-process', side),
      strict: ratioOf(tally, 'K42-process-strict', side),
      full: ratioOf(tally, 'K42-process-all', side),
    },
    city,
    solvedValid: solvedValid(tally, side, formula),
    solvedFull: ratioOf(tally, 'K41b', side),
    objective: ratioOf(tally, 'K41-objective', side),
    claimed: ratioOf(tally, 'K41-claim', side),
  });
  return { raw: all('raw'), adjusted: all('adjusted') };
}

type Side = 'raw' | 'adjusted';

const variantsOf = (tally: Tally, side: Side): Readings['result'] => ({
  wide: ratioOf(tally, 'K42-wide', side),
  strict: ratioOf(tally, 'K42-strict', side),
  full: ratioOf(tally, 'K42-all', side),
  participation: ratioOf(tally, 'K42-rated', side),
});

function ratioOf(tally: Tally, figure: FigureKey, side: Side): Ratio {
  return tally.get(figure)?.[side] ?? { numerator: 0, denominator: 0 };
}

function solvedValid(tally: Tally, side: Side, { partlyIsHalf }: SatisfactionFormula): Ratio {
  const { numerator, denominator } = ratioOf(tally, 'K41a', side);
  const half = partlyIsHalf ? ratioOf(tally, 'K41-partly', side).numerator / 2 : 0;
  return { numerator: numerator + half, denominator };
}
