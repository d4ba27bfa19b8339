import { baselineNames } from './experts.ts';
import type { Forecast } from './forecast.ts';
import { isKnown } from './series.ts';

export interface ForecastMeasure {
  readonly periods: number;
  readonly mae: number | null;
  readonly coverage80: number | null;
  readonly baselines: Readonly<Record<string, number | null>>;
}

/** Mean absolute error and how often the band held, beside what simple rules would have missed by. */
export function measureForecasts(forecasts: readonly Forecast[]): ForecastMeasure {
  const known = forecasts.filter(({ seen }) => isKnown(seen));
  const baselines = baselineNames.map((name) => {
    const told = known.flatMap(({ baselines, seen }) =>
      baselines[name] === null ? [] : [Math.abs(baselines[name] - seen)],
    );
    return [name, mean(told)];
  });
  return {
    periods: known.length,
    mae: mean(known.map(({ expected, seen }) => Math.abs(expected - seen))),
    coverage80: mean(
      known.map(({ low, high, seen }) => Number(seen >= low && seen <= high)),
      3,
    ),
    baselines: Object.fromEntries(baselines),
  };
}

function mean(values: readonly number[], digits = 2): number | null {
  if (values.length === 0) return null;
  const scale = 10 ** digits;
  return Math.round((scale * values.reduce((a, b) => a + b, 0)) / values.length) / scale;
}
