import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { handle, oneAtATime } from '../../platform/jobs.ts';
import { dayAfter, dayEnd, dayStart } from '../../platform/zone.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import {
  cityTraits,
  type DayTraits,
  dailyCountsAt,
  dayNo,
  dayOn,
  lookOver,
  type Over,
} from '../warnings/index.ts';
import { codesBelow, makeNow } from './ask-forecast.ts';
import { spotsOf } from './counted.repo.ts';
import { type Content, changeForecast, type Forecast, holdForecast } from './forecasts.repo.ts';
import { lastYearOf } from './last-year.ts';
import { type Effect, signalEffects } from './signal-effects.ts';
import { type Signal, within } from './signals.repo.ts';

/** Raised whenever a forecast is made otherwise: a kept one says by which it was made. */
export const model = 'weeks-and-days-1+signals-1';

handle(makeNow, async (ctx, { forecastId }) => {
  const forecast = await holdForecast(ctx, forecastId);
  if (forecast.state !== 'making') return;
  const made = await make(ctx, forecast);
  if (made === null)
    await changeForecast(ctx, forecastId, { state: 'impossible', made_at: ctx.now });
  else
    await changeForecast(ctx, forecastId, {
      ...{ state: 'draft', made_at: ctx.now, model, content: JSON.stringify(made.content) },
      ...made.total,
    });
  tell(ctx, { kind: 'forecast', id: forecastId }, 'foresight.forecast-made', {
    model,
    isPossible: made !== null,
    ...(made !== null && { low: made.total.low, high: made.total.high }),
  });
  announce(ctx, 'foresight');
});
oneAtATime(makeNow);

interface Made {
  readonly content: Content;
  readonly total: Content['control']['total'];
}

/** 预测: the county and its control by the same model, each with the signals in force there. */
async function make(ctx: Context, forecast: Forecast): Promise<Made | null> {
  const traits = await cityTraits(ctx);
  const codes = await codesBelow(ctx, forecast.matters);
  const [own, control] = [
    await sideOf(ctx, forecast, { county: forecast.county, codes, traits }),
    await sideOf(ctx, forecast, { county: forecast.control_county, codes, traits }),
  ];
  if (own === null || control === null) return null;
  const { zone } = ctx.city;
  const until = ctx.now;
  const from = dayStart(dayAfter(forecast.from_on, -spotDays), zone);
  const { county, matters: prefixes } = forecast;
  const content: Content = {
    ...{ days: own.days, tested: own.tested, effects: own.effects, knownSince: own.knownSince },
    control: { days: control.days, total: control.total, tested: control.tested },
    lastYear: lastYearOf(own.series, traits, {
      fromOn: forecast.from_on,
      untilOn: forecast.until_on,
    }),
    spots: await spotsOf(ctx, { county, matters: prefixes, from, to: until }, mostSpots),
  };
  return { content, total: own.total };
}

const spotDays = 90;
const mostSpots = 10;
const rememberedDays = 1100;
const mostSignals = 2000;

interface Side {
  readonly county: string;
  readonly codes: readonly string[];
  readonly traits: (on: string) => DayTraits;
}

/** Null: too little is known of the county. */
async function sideOf(ctx: Context, { from_on, until_on, ...forecast }: Forecast, side: Side) {
  const { county, codes: matterCodes, traits } = side;
  const series = await dailyCountsAt(ctx, { matterCodes, county });
  const end = series.from + series.counts.length;
  const length = dayNo(until_on) - dayNo(from_on) + 1;
  const over = lookOver(series, traits, { skip: dayNo(from_on) - end, length });
  if (over === null) return null;
  const signals = await signalsAt(ctx, { county, prefixes: forecast.matters, until: until_on });
  const effects = signalEffects(over.behind, daysOf(ctx, signals));
  const names = await matters.signalKindRules(ctx);
  const days = over.days.map((day) => dayWith(ctx, day, { signals, effects, traits }));
  const expected = days.reduce((sum, day) => sum + day.expected, 0);
  const factor = over.total.expected > 0 ? expected / over.total.expected : 1;
  return {
    series,
    days,
    total: {
      expected: rounded(expected),
      low: Math.floor(over.total.low * factor),
      high: Math.ceil(over.total.high * factor),
    },
    tested: over.tested,
    knownSince: dayOn(series.from),
    effects: effects.map((one) => ({
      ...one,
      aboutName: names.find(({ code }) => code === one.about)?.name ?? one.about,
    })),
  };
}

/** 起作用的外部信息: at the county or the whole city, of a kind that brings one of the matters. */
async function signalsAt(
  ctx: Context,
  { county, prefixes, until }: { county: string; prefixes: readonly string[]; until: string },
): Promise<Signal[]> {
  const { zone, code } = ctx.city;
  const span = {
    from: new Date(ctx.now.getTime() - rememberedDays * dayMs),
    until: dayEnd(until, zone),
  };
  const [all, kinds] = await Promise.all([
    within(ctx, { ...span, most: mostSignals }),
    matters.signalKindRules(ctx),
  ]);
  const meets = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);
  const about = new Set(
    kinds
      .filter((kind) => kind.matters.some((own) => prefixes.some((prefix) => meets(own, prefix))))
      .map((kind) => kind.code),
  );
  const isHere = (area: string) => area.startsWith(county) || area === code.padEnd(12, '0');
  return all.filter((signal) => about.has(signal.about) && signal.areas.some(isHere));
}

const dayMs = 86_400_000;

function daysOf(ctx: Context, signals: readonly Signal[]) {
  const byKind = Map.groupBy(signals, ({ about }) => about);
  return [...byKind].map(([about, rows]) => ({
    about,
    days: new Set(rows.flatMap((signal) => daysIn(ctx, signal))),
  }));
}

function daysIn(ctx: Context, { from_at, until_at }: Signal): string[] {
  const { zone } = ctx.city;
  const first = dayNo(organisation.cityHour(from_at, zone).on);
  const last = dayNo(organisation.cityHour(new Date(until_at.getTime() - 1), zone).on);
  return Array.from({ length: last - first + 1 }, (_, no) => dayOn(first + no));
}

interface Known {
  readonly signals: readonly Signal[];
  readonly effects: readonly Effect[];
  readonly traits: (on: string) => DayTraits;
}

/** Of several signals on a day the strongest counts: that they add up nobody has measured. */
function dayWith(
  ctx: Context,
  { on, expected, low, high }: Over['days'][number],
  { signals, effects, traits }: Known,
): Content['days'][number] {
  const inForce = signals.filter((signal) => daysIn(ctx, signal).includes(on));
  const factors = effects
    .filter(({ about }) => inForce.some((signal) => signal.about === about))
    .map(({ factor }) => factor);
  const factor = factors.length === 0 ? 1 : Math.max(...factors);
  return {
    on,
    feast: traits(on).feast,
    expected: rounded(expected * factor),
    low: Math.floor(low * factor),
    high: Math.ceil(high * factor),
    signals: inForce.map(({ id }) => id),
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
