import { mechanisms, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export type HeldMechanism = NonNullable<ReplyOf<typeof mechanisms.orderMechanism>['held']>;

export const heldQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['mechanisms', 'of', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(mechanisms.orderMechanism, { orderId }, { signal }),
  });
