import type { foresight as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { countedOf } from './compare-forecast.ts';
import { comparisonsOf } from './comparisons.repo.ts';
import { ordersCounted } from './counted.repo.ts';
import { type Forecast, findForecast, latestForecasts } from './forecasts.repo.ts';
import { idOf, signalViews } from './list-signals.ts';
import { mayActOn, mayCompare, mayConfirmForecast, mayDismissForecast, mayWork } from './policy.ts';
import { proactiveRows } from './proactive.repo.ts';
import { proactiveViews } from './read-proactive.ts';
import { signalsByIds } from './signals.repo.ts';
import { latestTellings } from './tellings.repo.ts';
import { tellingViews } from './tellings.ts';

const shownCap = 50;
type List = ReplyOf<typeof contract.listForecasts>;

export async function listForecasts(
  ctx: Context,
  { cursor }: InputOf<typeof contract.listForecasts>,
): Promise<List> {
  const before = cursor === undefined ? null : idOf(cursor);
  const read = await latestForecasts(ctx, { before, most: shownCap + 1 });
  const shown = read.slice(0, shownCap);
  return {
    rows: await forecastViews(ctx, shown),
    next: read.length > shownCap ? (shown.at(-1)?.id ?? null) : null,
    shownCap,
    can: { work: mayWork(ctx.actor).allowed },
  };
}

async function forecastViews(ctx: Context, rows: readonly Forecast[]): Promise<List['rows']> {
  const [names, areas] = await Promise.all([
    accountNames(
      ctx,
      rows.map(({ asked_by }) => asked_by),
    ),
    organisation.areaNames(ctx, [
      ...new Set(rows.flatMap(({ county, control_county }) => [county, control_county])),
    ]),
  ]);
  const codes = [...new Set(rows.flatMap((row) => row.matters))];
  const named = new Map(
    await Promise.all(
      codes.map(async (code) => [code, await matters.prefixName(ctx, code)] as const),
    ),
  );
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, county: row.county, controlCounty: row.control_county },
    countyName: areas.get(row.county) ?? row.county,
    controlName: areas.get(row.control_county) ?? row.control_county,
    matters: row.matters.map((code) => ({ code, name: named.get(code) ?? code })),
    ...{ fromOn: row.from_on, untilOn: row.until_on, state: row.state },
    askedAt: row.asked_at.toISOString(),
    askedBy: names.get(row.asked_by ?? '') ?? '',
    band:
      row.expected === null || row.low === null || row.high === null
        ? null
        : { expected: row.expected, low: row.low, high: row.high },
  }));
}

type Reply = ReplyOf<typeof contract.readForecast>;

/** 一份预测, with its inputs, what was done about it and what came of it. */
export async function readForecast(
  ctx: Context,
  { forecastId }: InputOf<typeof contract.readForecast>,
): Promise<Reply> {
  const forecast = await findForecast(ctx, forecastId);
  const { on: today } = organisation.cityHour(ctx.now, ctx.city.zone);
  const wanted = { forecastId, before: null, most: shownCap };
  const [views, signals, proactive, tellings, runs] = await Promise.all([
    forecastViews(ctx, [forecast]),
    signalsByIds(ctx, signalIdsIn(forecast)),
    proactiveRows(ctx, wanted),
    latestTellings(ctx, wanted),
    comparisonsOf(ctx, forecastId),
  ]);
  const names = await accountNames(ctx, [
    forecast.decided_by,
    ...runs.map(({ made_by }) => made_by),
  ]);
  const [view] = views;
  if (!view) throw new Error('A forecast without a view.');
  const may = mayConfirmForecast(ctx.actor, forecast, today).allowed;
  return {
    ...view,
    madeAt: forecast.made_at?.toISOString() ?? null,
    model: forecast.model,
    content: forecast.content && {
      ...forecast.content,
      spots: await spotsShown(ctx, forecast.content.spots),
    },
    decided: forecast.decided_at && {
      by: names.get(forecast.decided_by ?? '') ?? '',
      at: forecast.decided_at.toISOString(),
      reason: forecast.reason ?? '',
    },
    signals: await signalViews(ctx, signals),
    proactive: await proactiveViews(ctx, proactive),
    tellings: await tellingViews(ctx, tellings),
    comparisons: runs.map(({ no, made_at, made_by, content }) => ({
      ...{ no, at: made_at.toISOString(), by: names.get(made_by ?? '') ?? '' },
      ...content,
      days: [...content.days],
    })),
    can: {
      confirm: may,
      dismiss: mayDismissForecast(ctx.actor, forecast).allowed,
      act: mayActOn(ctx.actor, forecast).allowed,
      compare: mayCompare(ctx.actor, forecast, today).allowed,
    },
  };
}

type Spot = NonNullable<Forecast['content']>['spots'][number];

/** 反复点位 by what their orders are called now; one somebody has asked secrecy for since is shown no more. */
async function spotsShown(ctx: Context, spots: readonly Spot[]) {
  const rows = await orders.rowsFor(
    ctx,
    spots.map(({ orderId }) => orderId),
  );
  const open = new Map(rows.filter(({ secrecy }) => secrecy === 0).map((row) => [row.id, row]));
  return spots.flatMap((spot) => {
    const row = open.get(spot.orderId);
    return row ? [{ ...spot, title: row.title }] : [];
  });
}

const signalIdsIn = ({ content }: Forecast): string[] => [
  ...new Set((content?.days ?? []).flatMap(({ signals }) => signals)),
];

/** 数字背后的工单. */
export async function listCounted(
  ctx: Context,
  { forecastId, of, on, cursor }: InputOf<typeof contract.listCounted>,
): Promise<ReplyOf<typeof contract.listCounted>> {
  const forecast = await findForecast(ctx, forecastId);
  const county = of === 'county' ? forecast.county : forecast.control_county;
  const what = countedOf(ctx, forecast, county);
  const { zone } = ctx.city;
  const span =
    on === undefined ? what : { ...what, from: dayStart(on, zone), to: dayEnd(on, zone) };
  const before = cursor === undefined ? null : idOf(cursor);
  const read = await ordersCounted(ctx, span, { before, most: shownCap + 1 });
  const shown = read.slice(0, shownCap);
  const [matterNames, areaNames] = await Promise.all([
    matters.matterNames(ctx, [...new Set(shown.map(({ matterCode }) => matterCode))]),
    organisation.areaNames(ctx, [...new Set(shown.map(({ areaCode }) => areaCode))]),
  ]);
  return {
    rows: shown.map(({ matterCode, areaCode, at, ...row }) => ({
      ...row,
      matterName: matterNames.get(matterCode) ?? matterCode,
      areaName: areaNames.get(areaCode) ?? ctx.city.name,
      at: at.toISOString(),
    })),
    next: read.length > shownCap ? (shown.at(-1)?.orderId ?? null) : null,
    shownCap,
  };
}
