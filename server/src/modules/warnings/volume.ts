import { dayHours, everything } from './count-book.ts';
import type { DayTraits } from './day-traits.ts';
import { type Forecast, fewestDays, walkForward } from './forecast.ts';
import { modelsOf } from './season-model.ts';
import { isKnown, type Series } from './series.ts';
import type { Stirring } from './stirrings.ts';

const rememberedDays = 90;
const enoughDays = 21;
/** Days are wilder than a bell; so much wider is it taken. */
const widening = 1.3;

/** 总量异动: the days on which far more came in than was forecast the day before, by the day's number. */
export function volumeStirrings(
  series: Series,
  traits: (on: string) => DayTraits,
): ReadonlyMap<number, Stirring> {
  const found = new Map<number, Stirring>();
  if (series.unitDays !== 1) return found;
  const misses: number[] = [];
  const models = modelsOf(series, traits, 28);
  const { forecasts } = walkForward({ series, models, length: 1, start: fewestDays });
  forecasts.forEach((forecast, no) => {
    const day = series.from + fewestDays + no;
    if (!isKnown(forecast.seen)) return;
    const stirring = stirringOf(forecast, misses, day);
    if (stirring) found.set(day, stirring);
    misses.push((forecast.seen - forecast.expected) / Math.sqrt(forecast.expected + 1));
    if (misses.length > rememberedDays) misses.shift();
  });
  return found;
}

function stirringOf(forecast: Forecast, misses: readonly number[], day: number): Stirring | null {
  if (misses.length < enoughDays) return null;
  const { seen, expected, low, high } = forecast;
  const sizes = misses.map(Math.abs).sort((a, b) => a - b);
  const spread = 1.48 * (sizes[sizes.length >> 1] ?? 1) * widening;
  const far = (seen - expected) / Math.sqrt(expected + 1) / Math.max(spread, 1);
  if (far < 3) return null;
  const from = day * dayHours;
  const strength = tailOfBell(far);
  return { key: everything, from, to: from + dayHours, seen, expected, low, high, strength };
}

/** -log10 of the upper tail of a bell, by its usual bound. */
function tailOfBell(far: number): number {
  return (far ** 2 / 2) * Math.LOG10E + Math.log10(far * Math.sqrt(2 * Math.PI));
}
