import { type Band, type BandKeeper, dailyShare, newBandKeeper } from './band.ts';
import type { DayOn, DayTraits } from './day-traits.ts';
import { forecastsOf } from './experts.ts';
import {
  type Forecast,
  type Forecaster,
  fewestDays,
  practiceStart,
  walkForward,
} from './forecast.ts';
import { modelsOf } from './season-model.ts';
import { dayOfUnit, isKnown, type Series } from './series.ts';

export interface DayAhead extends Band {
  readonly on: DayOn;
  readonly expected: number;
}

export interface Ahead {
  /** One step ahead, as they would have been made then. */
  readonly behind: readonly Forecast[];
  readonly days: readonly DayAhead[];
}

/** Bands widen with how far one looks: as wide as looks so far ahead have really missed. */
const horizons = [1, 3, 7, 14];

/** 往前看: the next days by everything known, and how the days behind would have been told. Nothing while too little is known. */
export function lookAhead(
  series: Series,
  traits: (on: DayOn) => DayTraits,
  daysAhead: number,
): Ahead {
  const end = series.counts.length;
  if (end < fewestDays + 7) return { behind: [], days: [] };
  const models = modelsOf(series, traits, 7);
  const start = practiceStart(series, end, 1);
  const { forecasts, forecaster } = walkForward({ series, models, length: 1, start });
  const bands = practised(forecaster, start, daysAhead);
  const days = Array.from({ length: daysAhead }, (_, ahead) => {
    const expected = told(forecaster, end, ahead);
    return {
      on: dayOfUnit(series, end + ahead),
      expected,
      ...bandOf(bands, ahead).around(expected),
    };
  });
  return { behind: forecasts, days };
}

function told({ series, models, mix }: Forecaster, origin: number, ahead: number): number {
  const period = { origin, from: origin + ahead, to: origin + ahead + 1 };
  return mix.of(forecastsOf(series, models(origin), period));
}

/** Once a week of the days behind: what would have been said of each of the days after it. */
function practised(forecaster: Forecaster, start: number, daysAhead: number): BandKeeper[] {
  const bands = horizons.map(() => newBandKeeper(dailyShare));
  const { counts } = forecaster.series;
  for (let origin = start; origin < counts.length; origin += 7) {
    for (let ahead = 0; ahead < daysAhead; ahead += 1) {
      const seen = counts[origin + ahead];
      if (isKnown(seen)) bandOf(bands, ahead).learn(told(forecaster, origin, ahead), seen);
    }
  }
  return bands;
}

function bandOf(bands: readonly BandKeeper[], ahead: number): BandKeeper {
  const no = horizons.findIndex((horizon) => ahead < horizon);
  return bands[no === -1 ? bands.length - 1 : no] ?? newBandKeeper(dailyShare);
}
