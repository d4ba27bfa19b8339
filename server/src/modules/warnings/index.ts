/** 预警: what stands out of what is usual, and how much the next days will bring. */
export { type DayOn, type Days, daysFrom, traitReader } from './day-traits.ts';
export { measureForecasts } from './measure-forecast.ts';
export { type DayCount, type Series, seriesOf } from './series.ts';
export { walkWeeksAndDays } from './walk-weeks-and-days.ts';
