import {
  exampleSeries,
  lookOver,
  type Over,
  seriesOf,
  shapes,
  traitReader,
} from '../../server/src/modules/warnings/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import { daysOfCity } from './city-days.ts';

type Tested = Over['tested'];

const historyDays = 1100;
const span = { skip: 2, length: 7 };

/**
 * 回测 (M7-1): of invented histories, how many days of the last year lay inside the band that was told of them two to
 * eight days before. Other histories with every seed; none of them is the one the band was written by.
 */
export async function evaluate(args: readonly string[]) {
  const given = readArguments(args, { values: ['seeds', 'first', 'city'], marks: [] });
  const seeds = Number(given.textOr('seeds', '3'));
  const first = Number(given.textOr('first', '101'));
  if (!Number.isInteger(seeds) || seeds < 1) throw new UsageError('--seeds is a number from 1 on');
  const traits = traitReader(daysOfCity(given.textOr('city', 'zhangzhou')));
  const byShape: Record<string, Tested & { share: number }> = {};
  for (const shape of shapes) {
    const all = Array.from({ length: seeds }, (_, no) => {
      const wish = { shape, seed: first + no, from: '2023-06-01', days: historyDays, traits };
      return lookOver(seriesOf(exampleSeries(wish).rows), traits, span)?.tested ?? none;
    });
    const sum = added(all);
    byShape[shape.name] = { ...sum, share: shareOf(sum) };
    process.stderr.write(`${shape.name}: ${sum.daysInside} of ${sum.days} days inside\n`);
  }
  const total = added(Object.values(byShape));
  return { byShape, total: { ...total, share: shareOf(total) } };
}

const none: Tested = { days: 0, daysInside: 0, periods: 0, periodsInside: 0 };

const added = (all: readonly Tested[]): Tested =>
  all.reduce(
    (sum, one) => ({
      days: sum.days + one.days,
      daysInside: sum.daysInside + one.daysInside,
      periods: sum.periods + one.periods,
      periodsInside: sum.periodsInside + one.periodsInside,
    }),
    none,
  );

const shareOf = ({ days, daysInside }: Tested): number =>
  Math.round((1000 * daysInside) / Math.max(1, days)) / 1000;
