/** 预警: what stands out of what is usual, and how much the next days will bring. */
import './letters-about.ts';
import './warnings.jobs.ts';

export { dayHours } from './count-book.ts';
export { type DayOn, type Days, dayNo, dayOn, daysFrom, traitReader } from './day-traits.ts';
export { measureForecasts } from './measure-forecast.ts';
export { type DayCount, type Series, seriesOf } from './series.ts';
export { type Alarm, type Told, walkBursts } from './walk-bursts.ts';
export { walkWeeksAndDays } from './walk-weeks-and-days.ts';
export { wordKeysOf } from './words-as-keys.ts';
