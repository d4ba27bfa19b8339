import { calendar, city } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const catalogueQuery = (q: string, matter: string | null) =>
  queryOptions({
    queryKey: ['catalogue', q, matter],
    queryFn: ({ signal }) =>
      call(
        city.listCatalogue,
        { ...(q === '' ? {} : { q }), ...(matter === null ? {} : { matter }) },
        { signal },
      ),
  });

export const linesQuery = queryOptions({
  queryKey: ['lines'],
  queryFn: ({ signal }) => call(city.listLines, {}, { signal }),
});

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => call(calendar.listCalendar, { year }, { signal }),
  });
