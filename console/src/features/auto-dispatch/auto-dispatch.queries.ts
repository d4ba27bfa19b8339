import { autoDispatch, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export type AutoPage = ReplyOf<typeof autoDispatch.readPage>;
export type MatterRow = AutoPage['matters'][number];
export type WeekRow = AutoPage['weeks'][number];

export const autoPageQuery = queryOptions({
  queryKey: ['auto-dispatch'],
  meta: { topics: ['auto-dispatch'] },
  queryFn: ({ signal }) => call(autoDispatch.readPage, {}, { signal }),
});
