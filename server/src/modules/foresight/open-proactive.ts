import type { foresight as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as intake from '../intake/index.ts';
import { findForecast } from './forecasts.repo.ts';
import { mayActOn, mayWork } from './policy.ts';
import { insertProactive } from './proactive.repo.ts';
import { hold } from './signals.repo.ts';

type Asked = InputOf<typeof contract.openProactive>;

/** 主动工单 (M7-2): dispatched, handled and reviewed like every order; what it rests on stays with it. */
export async function openProactive(
  ctx: Context,
  { trigger, basis, forecastId, signalId, ...wanted }: Asked,
): Promise<ReplyOf<typeof contract.openProactive>> {
  demand(mayWork(ctx.actor));
  refuseUnless(trigger !== 'forecast' || forecastId, 'foresight.forecast-needed');
  refuseUnless(trigger !== 'signal' || signalId, 'foresight.signal-needed');
  if (forecastId) demand(mayActOn(ctx.actor, await findForecast(ctx, forecastId)));
  if (signalId) await hold(ctx, signalId);
  const order = await intake.openProactive(ctx, wanted);
  await insertProactive(ctx, {
    ...{ order_id: order.id, trigger, basis },
    ...{ forecast_id: forecastId ?? null, signal_id: signalId ?? null },
    ...{ opened_at: ctx.now, opened_by: ctx.actor.accountId },
  });
  tell(ctx, { kind: 'order', id: order.id }, 'foresight.order-opened', {
    trigger,
    forecast: forecastId ?? null,
    signal: signalId ?? null,
  });
  announce(ctx, 'foresight');
  return { orderId: order.id, orderNo: order.order_no };
}
