import type { foresight as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { cityHour } from '../organisation/index.ts';
import { changeForecast, holdForecast } from './forecasts.repo.ts';
import { mayConfirmForecast, mayDismissForecast } from './policy.ts';

/** 确认预测 (M7-1): from now on it is what the period is measured against, and nothing in it changes. */
export async function confirmForecast(
  ctx: Context,
  { forecastId, reason }: InputOf<typeof contract.confirmForecast>,
): Promise<{ done: true }> {
  const forecast = await holdForecast(ctx, forecastId);
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  demand(mayConfirmForecast(ctx.actor, forecast, today));
  return decide(ctx, { forecastId, reason, state: 'confirmed' });
}

export async function dismissForecast(
  ctx: Context,
  { forecastId, reason }: InputOf<typeof contract.dismissForecast>,
): Promise<{ done: true }> {
  demand(mayDismissForecast(ctx.actor, await holdForecast(ctx, forecastId)));
  return decide(ctx, { forecastId, reason, state: 'dismissed' });
}

async function decide(
  ctx: Context,
  {
    forecastId: id,
    reason,
    state,
  }: { forecastId: string; reason: string; state: 'confirmed' | 'dismissed' },
): Promise<{ done: true }> {
  const by = { decided_at: ctx.now, decided_by: ctx.actor.accountId };
  await changeForecast(ctx, id, { state, reason, ...by });
  tell(ctx, { kind: 'forecast', id }, `foresight.forecast-${state}`, {});
  announce(ctx, 'foresight');
  return { done: true };
}
