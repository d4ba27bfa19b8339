import { type Band, type BandKeeper, dailyShare, newBandKeeper } from './band.ts';
import type { DayOn } from './day-traits.ts';
import { type Baseline, baselinesOf, forecastsOf, type Period } from './experts.ts';
import { type Mix, newMix } from './mix.ts';
import type { ModelAt } from './season-model.ts';
import { dayOfUnit, isKnown, type Series, sumOf } from './series.ts';

export interface Forecast extends Band {
  readonly on: DayOn;
  readonly expected: number;
  /** NaN while it lies ahead. */
  readonly seen: number;
  readonly baselines: Readonly<Record<Baseline, number | null>>;
}

export interface Forecaster {
  readonly series: Series;
  readonly models: ModelAt;
  readonly mix: Mix;
  readonly band: BandKeeper;
}

export interface Walk {
  readonly forecasts: readonly Forecast[];
  readonly forecaster: Forecaster;
}

interface WalkWish {
  readonly series: Series;
  /** Units in a period, and the first period's first unit. */
  readonly length: number;
  readonly start: number;
  /** May be shared between the walks over one series. */
  readonly models: ModelAt;
}

/** Before this nothing can be learned. */
export const fewestDays = 28;
const daysOfPractice = 400;

/**
 * 逐期预测: walks through the series period by period, knowing only what lies before each; the first periods are
 * practice for the mix and the band.
 */
export function walkForward(wish: WalkWish): Walk {
  const { series, length, start, models } = wish;
  const halfLife = length * series.unitDays >= 7 ? 26 : 45;
  const forecaster = { series, models, mix: newMix(halfLife), band: newBandKeeper(dailyShare) };
  const forecasts: Forecast[] = [];
  for (let from = start; from + length <= series.counts.length; from += length)
    forecasts.push(stepOver(forecaster, { origin: from, from, to: from + length }));
  return { forecasts, forecaster };
}

/** Where practice begins for what shall be told from `first` on, in whole periods before it. */
export function practiceStart({ unitDays }: Series, first: number, length: number): number {
  const wanted = Math.max(first * unitDays - daysOfPractice, fewestDays, (first * unitDays) / 3);
  const periods = Math.floor((first - wanted / unitDays) / length);
  return first - Math.max(0, periods) * length;
}

function stepOver({ series, models, mix, band }: Forecaster, period: Period): Forecast {
  const forecasts = forecastsOf(series, models(period.origin), period);
  const expected = mix.of(forecasts);
  const around = band.around(expected);
  const seen = sumOf(series, period.from, period.to);
  if (isKnown(seen)) {
    mix.learn(forecasts, seen);
    band.learn(expected, seen);
  }
  const on = dayOfUnit(series, period.from);
  return { on, expected, ...around, seen, baselines: baselinesOf(series, period) };
}
