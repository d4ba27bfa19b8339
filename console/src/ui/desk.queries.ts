import { type Desk, desk } from '@minsheng/contract';
import { call } from '../shell/call.ts';
import { keysetPages } from './keyset-pages.ts';
import type { OrderRow } from './order-row.tsx';

interface OrderPage {
  rows: OrderRow[];
  next: string | null;
  shownCap: number;
}

/** One desk of orders; read again when the desk's counter moves. */
export const deskOrdersQuery = (name: Desk) =>
  keysetPages({
    queryKey: ['desk', name],
    topics: [`desk:${name}`, 'alarm:u1'],
    page: (from, signal): Promise<OrderPage> =>
      call(desk.deskOrders, { desk: name, ...from }, { signal }),
  });

export const deskAssignmentsQuery = (name: Desk) =>
  keysetPages({
    queryKey: ['desk', name],
    topics: ['unit:'],
    page: (from, signal) => call(desk.deskAssignments, { desk: name, ...from }, { signal }),
  });

/** 待指定专人. */
export const dutiesToNameQuery = keysetPages({
  queryKey: ['desk', 'unit-to-name'],
  topics: ['unit:'],
  page: (from, signal) => call(desk.dutiesToName, from, { signal }),
});
