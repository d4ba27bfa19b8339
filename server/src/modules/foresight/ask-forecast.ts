import { foresight as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { enqueue, job } from '../../platform/jobs.ts';
import { badInput, demand, refuseUnless } from '../../platform/refusal.ts';
import { dayAfter } from '../../platform/zone.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { insertForecast } from './forecasts.repo.ts';
import { mayWork } from './policy.ts';

export const makeNow = job('foresight:make', z.object({ forecastId: z.uuid() }));

/** 提出预测 (M7-1): the control county is said here, before the period begins and before anybody acts. */
export async function askForecast(
  ctx: Context,
  { name, county, controlCounty, fromOn, untilOn, ...said }: InputOf<typeof contract.askForecast>,
): Promise<{ forecastId: string }> {
  demand(mayWork(ctx.actor));
  await checkPlace(ctx, [county, controlCounty]);
  checkSpan(ctx, { fromOn, untilOn });
  const prefixes = [...new Set(said.matters)].toSorted();
  const codes = await codesBelow(ctx, prefixes);
  if (codes.length === 0) throw badInput(['matters']);
  const id = ctx.newId();
  await insertForecast(ctx, {
    ...{ id, name, county, control_county: controlCounty, matters: prefixes },
    ...{ from_on: fromOn, until_on: untilOn, state: 'making' },
    ...{ asked_at: ctx.now, asked_by: ctx.actor.accountId },
  });
  isNew(ctx, { kind: 'forecast', id });
  tell(ctx, { kind: 'forecast', id }, 'foresight.forecast-asked', {
    ...{ county, control: controlCounty, matters: prefixes, fromOn, untilOn },
  });
  enqueue(ctx, makeNow, { forecastId: id });
  announce(ctx, 'foresight');
  return { forecastId: id };
}

async function checkPlace(ctx: Context, counties: readonly string[]): Promise<void> {
  const areas = await Promise.all(counties.map((code) => organisation.area(ctx, code)));
  refuseUnless(
    areas.every(({ level }) => level === 'county'),
    'foresight.not-a-county',
  );
  refuseUnless(new Set(counties).size === counties.length, 'foresight.same-county');
}

/** Begins tomorrow at the earliest: what has begun is no forecast. */
function checkSpan(ctx: Context, { fromOn, untilOn }: { fromOn: string; untilOn: string }): void {
  const { on: today } = organisation.cityHour(ctx.now, ctx.city.zone);
  refuseUnless(fromOn > today, 'foresight.window-begun');
  const { longestForecastDays: days, latestBeginDays: begin } = contract;
  const isFitting =
    untilOn >= fromOn && untilOn < dayAfter(fromOn, days) && fromOn <= dayAfter(today, begin);
  refuseUnless(isFitting, 'foresight.window-too-long', { days, begin });
}

/** 叶子事项 below these prefixes: what is counted has six digits. */
export async function codesBelow(ctx: Context, prefixes: readonly string[]): Promise<string[]> {
  const codes = [...(await matters.matterTree(ctx)).keys()];
  return codes.filter((code) => prefixes.some((prefix) => code.startsWith(prefix)));
}
