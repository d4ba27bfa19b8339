import { type ReplyOf, regulations } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const meta = { topics: ['regulations'] };
/** First word of every key here: what any act makes stale. */
export const staleRegulations = ['regulations'];

export type Regulation = ReplyOf<typeof regulations.readRegulation>;
export type Change = Regulation['changes'][number];
export type RegulationRow = ReplyOf<typeof regulations.listRegulations>['rows'][number];

export const regulationsQuery = queryOptions({
  queryKey: ['regulations', 'all'],
  meta,
  queryFn: ({ signal }) => call(regulations.listRegulations, {}, { signal }),
});

export const regulationQuery = (code: string) =>
  queryOptions({
    queryKey: ['regulations', 'one', code],
    meta,
    queryFn: ({ signal }) => call(regulations.readRegulation, { code }, { signal }),
  });
