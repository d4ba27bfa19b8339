import { foresight, foresightSignals, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

export type Forecast = ReplyOf<typeof foresight.readForecast>;
export type ForecastRow = ReplyOf<typeof foresight.listForecasts>['rows'][number];
export type Comparison = Forecast['comparisons'][number];
export type Proactive = Forecast['proactive'][number];
export type Telling = ReplyOf<typeof foresight.listTellings>['rows'][number];
export type Signal = ReplyOf<typeof foresightSignals.listSignals>['rows'][number];
export type SignalBox = (typeof foresightSignals.signalBoxes)[number];

const topics = ['foresight'];
export const staleForesight = ['foresight', 'emergency'];

export const forecastsQuery = keysetPages({
  queryKey: ['foresight', 'forecasts'],
  topics,
  page: (from, signal) => call(foresight.listForecasts, from, { signal }),
});

export const forecastQuery = (forecastId: string) =>
  queryOptions({
    queryKey: ['foresight', 'forecast', forecastId],
    meta: { topics },
    queryFn: ({ signal }) => call(foresight.readForecast, { forecastId }, { signal }),
  });

export const countedQuery = (forecastId: string, of: 'county' | 'control') =>
  keysetPages({
    queryKey: ['foresight', 'counted', forecastId, of],
    topics,
    page: (from, signal) => call(foresight.listCounted, { forecastId, of, ...from }, { signal }),
  });

export const signalsQuery = (box: SignalBox) =>
  keysetPages({
    queryKey: ['foresight', 'signals', box],
    topics,
    page: (from, signal) => call(foresightSignals.listSignals, { box, ...from }, { signal }),
  });

export const proactiveQuery = keysetPages({
  queryKey: ['foresight', 'orders'],
  topics,
  page: (from, signal) => call(foresight.listProactive, from, { signal }),
});

export const tellingsQuery = keysetPages({
  queryKey: ['foresight', 'notices'],
  topics,
  page: (from, signal) => call(foresight.listTellings, from, { signal }),
});
