import { weekdayOf } from '../../platform/zone.ts';
import type { DayOn, DayTraits } from './day-traits.ts';
import { type Forecast, fewestDays, practiceStart, walkForward } from './forecast.ts';
import { modelsOf } from './season-model.ts';
import { dayOfUnit, type Series, unitOfDay } from './series.ts';

interface Wish {
  readonly series: Series;
  readonly traits: (on: DayOn) => DayTraits;
  /** The first day to be told. */
  readonly from: DayOn;
}

/** 周与日: both one step ahead. Weeks begin on Monday and are told where all their days are; a series of weeks knows no days. */
export function walkWeeksAndDays({ series, traits, from }: Wish): {
  weeks: readonly Forecast[];
  days: readonly Forecast[] | null;
} {
  const models = modelsOf(series, traits, series.unitDays === 7 ? 14 : 7);
  const first = Math.max(unitOfDay(series, from), Math.ceil(fewestDays / series.unitDays));
  const told = ({ on }: Forecast) => on >= from;
  if (series.unitDays === 7) {
    const start = practiceStart(series, first, 1);
    const { forecasts } = walkForward({ series, models, length: 1, start });
    return { weeks: forecasts.filter(told), days: null };
  }
  const monday = first + ((8 - weekdayOf(dayOfUnit(series, first))) % 7);
  const weeks = walkForward({
    series,
    models,
    length: 7,
    start: practiceStart(series, monday, 7),
  });
  const days = walkForward({
    series,
    models,
    length: 1,
    start: practiceStart(series, first, 1),
  });
  return { weeks: weeks.forecasts.filter(told), days: days.forecasts.filter(told) };
}
