import { type Band, newBandKeeper } from './band.ts';
import type { DayOn, DayTraits } from './day-traits.ts';
import { forecastsOf } from './experts.ts';
import {
  type Forecast,
  type Forecaster,
  fewestDays,
  practiceStart,
  walkForward,
} from './forecast.ts';
import type { DayAhead } from './look-ahead.ts';
import { modelsOf } from './season-model.ts';
import { dayOfUnit, isKnown, type Series } from './series.ts';

/** How often the bands of the days behind held, each made before its day was known. */
export interface Tested {
  readonly days: number;
  readonly daysInside: number;
  readonly periods: number;
  readonly periodsInside: number;
}

export interface Over {
  /** One step ahead, as they would have been made then. */
  readonly behind: readonly Forecast[];
  readonly days: readonly DayAhead[];
  readonly total: Band & { readonly expected: number };
  readonly tested: Tested;
}

interface Span {
  /** Days between the last that is known and the first of the span. */
  readonly skip: number;
  readonly length: number;
}

/** Aimed a little above the four days in five a forecast is held to (M7-1): at four in five it would miss them half the time. */
const share = 0.85;

/** Bands that have seen fewer have not been tested by anything. */
const fewestTries = 8;

/**
 * 预测一段时间: its days and their sum. Their bands are as wide as looks just as far ahead, at just as many days, have
 * really missed, once a week through the days behind. Null while too little is known.
 */
export function lookOver(
  series: Series,
  traits: (on: DayOn) => DayTraits,
  { skip, length }: Span,
): Over | null {
  const end = series.counts.length;
  if (series.unitDays !== 1 || end < fewestDays + 7 * fewestTries + skip + length) return null;
  const models = modelsOf(series, traits, 7);
  const start = practiceStart(series, end, 1);
  const { forecasts, forecaster } = walkForward({ series, models, length: 1, start });
  const practice = practised(forecaster, { start, skip, length });
  const days = Array.from({ length }, (_, no) => {
    const expected = told(forecaster, end, skip + no);
    const on = dayOfUnit(series, end + skip + no);
    return { on, expected, ...practice.day.around(expected) };
  });
  const expected = days.reduce((sum, day) => sum + day.expected, 0);
  return {
    behind: forecasts,
    days,
    total: { expected, ...practice.total.around(expected) },
    tested: practice.tested,
  };
}

function told({ series, models, mix }: Forecaster, origin: number, ahead: number): number {
  const period = { origin, from: origin + ahead, to: origin + ahead + 1 };
  return mix.of(forecastsOf(series, models(origin), period));
}

function practised(forecaster: Forecaster, { start, skip, length }: Span & { start: number }) {
  const { counts } = forecaster.series;
  const [day, total] = [newBandKeeper(share), newBandKeeper(share)];
  const tested = { days: 0, daysInside: 0, periods: 0, periodsInside: 0 };
  let tries = 0;
  for (let origin = start; origin + skip + length <= counts.length; origin += 7) {
    const looks = Array.from({ length }, (_, no) => ({
      expected: told(forecaster, origin, skip + no),
      seen: counts[origin + skip + no],
    }));
    if (!looks.every(({ seen }) => isKnown(seen))) continue;
    const sum = (key: 'expected' | 'seen') =>
      looks.reduce((all, look) => all + (look[key] ?? 0), 0);
    if (tries >= fewestTries) {
      const inside = looks.filter(({ expected, seen }) => holds(day.around(expected), seen ?? 0));
      tested.days += length;
      tested.daysInside += inside.length;
      tested.periods += 1;
      tested.periodsInside += Number(holds(total.around(sum('expected')), sum('seen')));
    }
    for (const { expected, seen } of looks) day.learn(expected, seen ?? 0);
    total.learn(sum('expected'), sum('seen'));
    tries += 1;
  }
  return { day, total, tested };
}

const holds = ({ low, high }: Band, seen: number): boolean => seen >= low && seen <= high;
