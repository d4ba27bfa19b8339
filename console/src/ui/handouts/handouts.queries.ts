import { handouts, knowledge, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export type Handouts = ReplyOf<typeof handouts.ofOrder>;

/** First words of the query keys that change when an answer is sent. */
export const staleHandouts = ['handouts', 'notices'];

export const ofOrderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['handouts', 'order', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(handouts.ofOrder, { orderId }, { signal }),
  });

export const ofCallQuery = (callId: string) =>
  queryOptions({
    queryKey: ['handouts', 'call', callId],
    meta: { topics: ['handouts'] },
    queryFn: ({ signal }) => call(handouts.ofCall, { callId }, { signal }),
  });

/** Answers that may be sent, by words. */
export const sendableQuery = (q: string) =>
  queryOptions({
    queryKey: ['handouts', 'sendable', q],
    staleTime: 60_000,
    queryFn: ({ signal }) => call(knowledge.searchKnowledge, q === '' ? {} : { q }, { signal }),
    select: ({ rows }) => rows.filter(({ isPublic, isExpired }) => isPublic && !isExpired),
  });
