import { type InputOf, mechanisms, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export type MechanismPage = ReplyOf<typeof mechanisms.readMechanism>;
export type Figure = MechanismPage['figures'][number];

export const listQuery = queryOptions({
  queryKey: ['mechanisms', 'list'],
  queryFn: ({ signal }) => call(mechanisms.listMechanisms, {}, { signal }),
});

export const pageQuery = (asked: InputOf<typeof mechanisms.readMechanism>) =>
  queryOptions({
    queryKey: ['mechanisms', 'page', asked],
    queryFn: ({ signal }) => call(mechanisms.readMechanism, asked, { signal }),
  });

export const ordersQuery = (asked: InputOf<typeof mechanisms.mechanismOrders>) =>
  queryOptions({
    queryKey: ['mechanisms', 'orders', asked],
    queryFn: ({ signal }) => call(mechanisms.mechanismOrders, asked, { signal }),
  });

export const groupsQuery = (code: string, by: string) =>
  queryOptions({
    queryKey: ['mechanisms', 'groups', code, by],
    queryFn: ({ signal }) => call(mechanisms.mechanismGroups, { code, by }, { signal }),
  });

export const jointQuery = (code: string) =>
  queryOptions({
    queryKey: ['mechanisms', 'joint', code],
    meta: { topics: ['supervision'] },
    queryFn: ({ signal }) => call(mechanisms.jointList, { code }, { signal }),
  });
