import { city, files } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../shell/call.ts';

const groundStale = 10 * 60_000;

export const cityQuery = queryOptions({
  queryKey: ['city-facts'],
  staleTime: groundStale,
  queryFn: ({ signal }) => call(city.cityFacts, {}, { signal }),
});

export const unitsQuery = (q: string, kinds?: { parent?: string }) =>
  queryOptions({
    queryKey: ['units', q, kinds],
    staleTime: groundStale,
    queryFn: ({ signal }) =>
      call(
        city.searchUnits,
        {
          ...(q === '' ? {} : { q }),
          ...(kinds?.parent === undefined ? {} : { parent: kinds.parent }),
        },
        { signal },
      ),
  });

export const areasQuery = (ask: { parent?: string; q?: string }) =>
  queryOptions({
    queryKey: ['areas', ask],
    staleTime: groundStale,
    queryFn: ({ signal }) => call(city.listAreas, ask, { signal }),
  });

export const mattersQuery = (q: string) =>
  queryOptions({
    queryKey: ['matters', q],
    staleTime: groundStale,
    queryFn: ({ signal }) => call(city.searchMatters, q === '' ? {} : { q }, { signal }),
  });

export const matterQuery = (code: string) =>
  queryOptions({
    queryKey: ['matter', code],
    staleTime: 60_000,
    queryFn: ({ signal }) => call(city.matterDetail, { code }, { signal }),
  });

export const fileAddress = (fileId: string): string => `/api${files.uploadPath}/${fileId}`;
