import { foresight as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { ComparisonVerdict } from '@minsheng/contract/words/foresight.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';
import { cityHour } from '../organisation/index.ts';
import { type Compared, comparisonsOf, insertComparison } from './comparisons.repo.ts';
import { instantsOf } from './counted.repo.ts';
import { type Forecast, holdForecast } from './forecasts.repo.ts';
import { mayCompare } from './policy.ts';
import { countOfForecast } from './proactive.repo.ts';
import { reachedOfForecast } from './tellings.repo.ts';

/**
 * 效果 (M7-4): predicted against actual, and against a control county named before the period began. It shows a
 * difference; that our work made it, it does not prove.
 */
export async function compareForecast(
  ctx: Context,
  { forecastId }: InputOf<typeof contract.compareForecast>,
): Promise<{ no: number }> {
  const forecast = await holdForecast(ctx, forecastId);
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  demand(mayCompare(ctx.actor, forecast, today));
  const [before] = await comparisonsOf(ctx, forecastId);
  const no = (before?.no ?? 0) + 1;
  const content = await compared(ctx, forecast);
  await insertComparison(ctx, { forecastId, no, content });
  const { actual, controlActual, verdict } = content;
  tell(ctx, { kind: 'forecast', id: forecastId }, 'foresight.compared', {
    ...{ no, actual, controlActual, verdict },
  });
  announce(ctx, 'foresight');
  return { no };
}

async function compared(ctx: Context, forecast: Forecast): Promise<Compared> {
  const { county, control_county, content, expected, low, high } = forecast;
  const [own, control, proactive, reached] = await Promise.all([
    daysAt(ctx, forecast, county),
    daysAt(ctx, forecast, control_county),
    countOfForecast(ctx, forecast.id),
    reachedOfForecast(ctx, forecast.id),
  ]);
  const [actual, controlActual] = [own.length, control.length];
  const controlExpected = content?.control.total.expected ?? 0;
  const band = { expected: expected ?? 0, low: low ?? 0, high: high ?? 0 };
  return {
    ...{ actual, controlActual, ...band, controlExpected, proactive, reached },
    asControl:
      controlExpected > 0 ? rounded((band.expected * controlActual) / controlExpected) : null,
    verdict: verdictOf(actual, band),
    days: (content?.days ?? []).map(({ on }) => ({
      on,
      actual: own.filter((day) => day === on).length,
      control: control.filter((day) => day === on).length,
    })),
    isCapped: [own, control].some(({ length }) => length >= contract.mostCompared),
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function verdictOf(
  actual: number,
  { low, high }: { low: number; high: number },
): ComparisonVerdict {
  if (actual < low) return 'below';
  return actual > high ? 'above' : 'inside';
}

/** The day of each appeal. */
async function daysAt(ctx: Context, forecast: Forecast, county: string): Promise<string[]> {
  const { zone } = ctx.city;
  const instants = await instantsOf(ctx, countedOf(ctx, forecast, county), contract.mostCompared);
  return instants.map((at) => cityHour(at, zone).on);
}

export const countedOf = (
  ctx: Context,
  { matters, from_on, until_on }: Pick<Forecast, 'matters' | 'from_on' | 'until_on'>,
  county: string,
) => ({
  ...{ county, matters },
  from: dayStart(from_on, ctx.city.zone),
  to: dayEnd(until_on, ctx.city.zone),
});
