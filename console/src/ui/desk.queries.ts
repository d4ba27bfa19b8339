import { type Desk, desk } from '@minsheng/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../shell/call.ts';

/** The first page has no cursor. */
const firstPage = (): string | null => null;

const cursorOf = (cursor: string | null) => (cursor === null ? {} : { cursor });

/** One desk of orders; read again when the desk's counter moves. */
export const deskOrdersQuery = (name: Desk) =>
  infiniteQueryOptions({
    queryKey: ['desk', name],
    meta: { topics: [`desk:${name}`, 'alarm:u1'] },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(desk.deskOrders, { desk: name, ...cursorOf(pageParam) }, { signal }),
    getNextPageParam: (last) => last.next,
  });

export const deskAssignmentsQuery = (name: Desk) =>
  infiniteQueryOptions({
    queryKey: ['desk', name],
    meta: { topics: ['unit:'] },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(desk.deskAssignments, { desk: name, ...cursorOf(pageParam) }, { signal }),
    getNextPageParam: (last) => last.next,
  });

/** 待指定专人. */
export const dutiesToNameQuery = infiniteQueryOptions({
  queryKey: ['desk', 'unit-to-name'],
  meta: { topics: ['unit:'] },
  initialPageParam: firstPage(),
  queryFn: ({ pageParam, signal }) => call(desk.dutiesToName, cursorOf(pageParam), { signal }),
  getNextPageParam: (last) => last.next,
});
