/** 预警: what stands out of what is usual, and how much the next days will bring. */
import './letters-about.ts';
import './warnings.jobs.ts';

export { cityTraits } from './city-traits.ts';
export { dayHours } from './count-book.ts';
export { dailyCountsAt } from './counts-at.ts';
export {
  type DayOn,
  type Days,
  type DayTraits,
  dayNo,
  dayOn,
  daysFrom,
  traitReader,
} from './day-traits.ts';
export { chanceOf, exampleSeries, shapes } from './example-series.ts';
export { lookOver, type Over } from './look-over.ts';
export { measureForecasts } from './measure-forecast.ts';
export { type DayCount, type Series, seriesOf } from './series.ts';
export { type Alarm, type Told, walkBursts } from './walk-bursts.ts';
export { walkWeeksAndDays } from './walk-weeks-and-days.ts';
export { wordKeysOf } from './words-as-keys.ts';
