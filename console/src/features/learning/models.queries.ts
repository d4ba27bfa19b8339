import { learning, type ModelKind, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const topics = ['learning'];

export const modelsQuery = queryOptions({
  queryKey: ['models', 'list'],
  meta: { topics },
  queryFn: ({ signal }) => call(learning.listModels, {}, { signal }),
});

export const figuresQuery = (kind: ModelKind) =>
  queryOptions({
    queryKey: ['models', 'figures', kind],
    meta: { topics },
    queryFn: ({ signal }) => call(learning.readModelFigures, { kind }, { signal }),
  });

export type Models = ReplyOf<typeof learning.listModels>;
export type Model = Models['models'][number];
export type Version = Model['versions'][number];
export type Figures = ReplyOf<typeof learning.readModelFigures>;
export type Week = Figures['weeks'][number];

export interface KindFigures {
  kind: ModelKind;
  found: Figures;
}
