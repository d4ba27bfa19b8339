import { indicators, type RankedFigure, type ReplyOf, scorecard } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { daysOf } from './months.ts';

const topics = ['indicators'];

/** First word of every key here: what any act makes stale. */
export const staleScorecard = ['scorecard'];

/** 谁的哪个月. */
export interface Scope {
  readonly month: string;
  readonly unit: string | undefined;
}

const askedOf = ({ month, unit }: Scope) => ({ month, ...(unit ? { unit } : {}) });
export const spanOf = ({ month, unit }: Scope) => ({ ...daysOf(month), ...(unit ? { unit } : {}) });

export const figuresQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['scorecard', 'figures', scope],
    meta: { topics },
    refetchInterval: 60_000,
    queryFn: ({ signal }) => call(indicators.readFigures, spanOf(scope), { signal }),
  });

export const satisfactionQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['scorecard', 'satisfaction', scope],
    meta: { topics },
    refetchInterval: 60_000,
    queryFn: ({ signal }) => call(scorecard.readSatisfaction, askedOf(scope), { signal }),
  });

export const trendQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['scorecard', 'trend', scope],
    queryFn: ({ signal }) => call(scorecard.readTrend, askedOf(scope), { signal }),
  });

export const rankingQuery = (month: string, figure: RankedFigure) =>
  queryOptions({
    queryKey: ['scorecard', 'ranking', month, figure],
    queryFn: ({ signal }) => call(scorecard.readRanking, { month, figure }, { signal }),
  });

export const targetsQuery = queryOptions({
  queryKey: ['scorecard', 'targets'],
  queryFn: ({ signal }) => call(scorecard.listTargets, {}, { signal }),
});

export const reportsQuery = queryOptions({
  queryKey: ['scorecard', 'reports'],
  meta: { topics },
  refetchInterval: 20_000,
  queryFn: ({ signal }) => call(scorecard.listReports, {}, { signal }),
});

/** While a report is made again it is looked at this often. */
const checkingMs = 3000;

export const reportQuery = (reportId: string) =>
  queryOptions({
    queryKey: ['scorecard', 'report', reportId],
    meta: { topics },
    queryFn: ({ signal }) => call(scorecard.readReport, { reportId }, { signal }),
    refetchInterval: ({ state }) => (state.data?.check?.isSame === null ? checkingMs : false),
  });

export type Figures = ReplyOf<typeof indicators.readFigures>;
export type Figure = Figures['figures'][number];
export type Satisfaction = ReplyOf<typeof scorecard.readSatisfaction>;
export type Trend = ReplyOf<typeof scorecard.readTrend>;
export type Ranking = ReplyOf<typeof scorecard.readRanking>;
export type Targets = ReplyOf<typeof scorecard.listTargets>;
