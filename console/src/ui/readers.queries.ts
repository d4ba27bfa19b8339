import { dispatch } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../shell/call.ts';

/** 可指定的人 of a unit. */
export const possibleReadersQuery = (unit: string) =>
  queryOptions({
    queryKey: ['possible-readers', unit],
    staleTime: 60_000,
    queryFn: ({ signal }) => call(dispatch.possibleReaders, { unit }, { signal }),
  });
