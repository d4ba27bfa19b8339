import { dispatch, handling } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

interface DutyKey {
  orderId: string;
  assignmentId: string;
}

export const dutyQuery = (duty: DutyKey) =>
  queryOptions({
    queryKey: ['duty', duty.orderId, duty.assignmentId],
    meta: { topics: [`order:${duty.orderId}`] },
    queryFn: ({ signal }) => call(handling.dutyView, duty, { signal }),
  });

export const targetsQuery = (duty: DutyKey) =>
  queryOptions({
    queryKey: ['delegate-targets', duty.assignmentId],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => call(dispatch.delegateTargets, duty, { signal }),
  });

/** Everything a step on a duty makes stale. */
export const staleAfterDuty = [
  'duty',
  'desk',
  'counters',
  'order',
  'order-timeline',
  'order-clocks',
] as const;
