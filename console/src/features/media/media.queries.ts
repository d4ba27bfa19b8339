import {
  type BasisKind,
  type EffectBox,
  knowledge,
  media,
  type PieceBox,
  type PromiseBox,
  type ReplyOf,
  type TipBox,
} from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

const topics = ['media'];
export type TipRow = ReplyOf<typeof media.listTips>['rows'][number];
export type PieceRow = ReplyOf<typeof media.listPieces>['rows'][number];
export type Piece = ReplyOf<typeof media.readPiece>;
export type Topic = ReplyOf<typeof media.listTopics>['rows'][number];
export type DayRow = ReplyOf<typeof media.listDays>['rows'][number];
export type Day = ReplyOf<typeof media.readDay>;
export type PromiseRow = ReplyOf<typeof media.listPromises>['rows'][number];
export type Effect = ReplyOf<typeof media.readEffect>;

/** First words of the query keys that change with anything of the media desk. */
export const staleMedia = ['media'];

export const tipsQuery = (box: TipBox) =>
  keysetPages({
    queryKey: ['media', 'tips', box],
    topics,
    page: (from, signal) => call(media.listTips, { box, ...from }, { signal }),
  });

export const piecesQuery = (box: PieceBox) =>
  keysetPages({
    queryKey: ['media', 'pieces', box],
    topics,
    page: (from, signal) => call(media.listPieces, { box, ...from }, { signal }),
  });

export const pieceQuery = (pieceId: string) =>
  queryOptions({
    queryKey: ['media', 'piece', pieceId],
    meta: { topics },
    queryFn: ({ signal }) => call(media.readPiece, { pieceId }, { signal }),
  });

export const topicsQuery = (kind: BasisKind) =>
  queryOptions({
    queryKey: ['media', 'topics', kind],
    meta: { topics },
    queryFn: ({ signal }) => call(media.listTopics, { kind }, { signal }),
  });

export const daysQuery = keysetPages({
  queryKey: ['media', 'days'],
  topics,
  page: (from, signal) => call(media.listDays, from, { signal }),
});

export const dayQuery = (dayId: string) =>
  queryOptions({
    queryKey: ['media', 'day', dayId],
    meta: { topics },
    queryFn: ({ signal }) => call(media.readDay, { dayId }, { signal }),
  });

export const promisesQuery = (box: PromiseBox) =>
  keysetPages({
    queryKey: ['media', 'promises', box],
    topics,
    page: (from, signal) => call(media.listPromises, { box, ...from }, { signal }),
  });

interface Period {
  from: string;
  until: string;
}

export const effectQuery = (period: Period) =>
  queryOptions({
    queryKey: ['media', 'effect', period],
    meta: { topics },
    queryFn: ({ signal }) => call(media.readEffect, period, { signal }),
  });

export const effectOrdersQuery = (period: Period, box: EffectBox) =>
  keysetPages({
    queryKey: ['media', 'effect-orders', period, box],
    topics,
    page: (from, signal) => call(media.listEffectOrders, { ...period, box, ...from }, { signal }),
  });

export const answersQuery = (q: string) =>
  queryOptions({
    queryKey: ['media', 'answers', q],
    queryFn: ({ signal }) => call(knowledge.searchKnowledge, { q }, { signal }),
  });
