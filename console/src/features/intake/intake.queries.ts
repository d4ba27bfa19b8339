import { city, conduct, intake, knowledge, learning, telephony } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export const ringingQuery = queryOptions({
  queryKey: ['ringing'],
  meta: { topics: ['desk:calls'] },
  refetchInterval: 5_000,
  queryFn: ({ signal }) => call(telephony.listRinging, {}, { signal }),
});

/** 本人通话: what is on this agent's line, whatever the browser remembers. */
export const ownCallsQuery = queryOptions({
  queryKey: ['own-calls'],
  meta: { topics: ['desk:calls'] },
  refetchInterval: 5_000,
  queryFn: ({ signal }) => call(telephony.listOwnCalls, {}, { signal }),
});

export const missedQuery = queryOptions({
  queryKey: ['missed'],
  meta: { topics: ['desk:calls'] },
  queryFn: ({ signal }) => call(telephony.listMissed, {}, { signal }),
});

/** What is stale once a call has moved. */
export const staleAfterCall = ['ringing', 'own-calls', 'missed', 'caller'] as const;

export const callerQuery = (callId: string) =>
  queryOptions({
    queryKey: ['caller', callId],
    meta: { topics: [`call:${callId}`] },
    queryFn: ({ signal }) => call(telephony.callerCard, { callId }, { signal }),
  });

/** 标注和以前的诉求 of the number on the line. */
export const callerConductQuery = (callId: string) =>
  queryOptions({
    queryKey: ['conduct', 'caller', callId],
    meta: { topics: ['conduct'] },
    queryFn: ({ signal }) => call(conduct.readCaller, { callId }, { signal }),
  });

export const progressQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['progress', orderId],
    staleTime: 0,
    queryFn: ({ signal }) => call(intake.readProgress, { orderId }, { signal }),
  });

export const transferQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['transfer', orderId],
    meta: { topics: ['desk:in-transfer'] },
    queryFn: ({ signal }) => call(intake.readTransfer, { orderId }, { signal }),
  });

interface AssessKey {
  readonly matterCode: string | null;
  readonly address: string;
  readonly point: { lng: number; lat: number } | null;
}

export const assessQuery = (content: string, { matterCode, address, point }: AssessKey) =>
  queryOptions({
    queryKey: ['assess', content, matterCode, address, point],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) =>
      call(
        intake.assessAppeal,
        {
          content,
          address,
          ...(matterCode === null ? {} : { matterCode }),
          ...(point === null ? {} : { point }),
        },
        { signal },
      ),
  });

/** Asked anew after a while: what was decided meanwhile shows. */
export const suggestQuery = (title: string, content: string, areaCode: string | null) =>
  queryOptions({
    queryKey: ['suggest', title, content, areaCode],
    staleTime: 5_000,
    gcTime: 60_000,
    queryFn: ({ signal }) =>
      call(
        learning.suggestForAppeal,
        { title, content, ...(areaCode === null ? {} : { areaCode }) },
        { signal },
      ),
  });

/** 附近同类: the same question, once matter and area are chosen. */
export const nearQuery = (asked: {
  title: string;
  content: string;
  address: string;
  subjectName: string;
  matterCode: string;
  areaCode: string;
  point: { lng: number; lat: number } | null;
}) =>
  queryOptions({
    queryKey: ['near', asked],
    staleTime: 5_000,
    gcTime: 60_000,
    queryFn: ({ signal }) => {
      const { point, ...words } = asked;
      return call(
        learning.suggestForAppeal,
        { ...words, ...(point === null ? {} : { point }) },
        { signal },
      );
    },
  });

export interface RepeatKey {
  callId: string | null;
  phone: string | null;
  matterCode: string | null;
  areaCode: string | null;
}

/** The number goes in the body of the request and stays out of the query's name. */
export const repeatsQuery = ({ callId, phone, matterCode, areaCode }: RepeatKey) =>
  queryOptions({
    queryKey: [
      'likely-repeats',
      callId,
      phone === null ? null : phone.length,
      matterCode,
      areaCode,
    ],
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) =>
      call(
        intake.likelyRepeats,
        {
          ...(callId === null ? {} : { callId }),
          ...(phone === null ? {} : { phone }),
          ...(matterCode === null ? {} : { matterCode }),
          ...(areaCode === null ? {} : { areaCode }),
        },
        { signal },
      ),
  });

export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: ({ signal }) => call(intake.listDrafts, {}, { signal }),
});

export const dispositionsQuery = queryOptions({
  queryKey: ['dispositions'],
  staleTime: 10 * 60_000,
  queryFn: ({ signal }) => call(city.listDispositions, {}, { signal }),
});

export const knowledgeQuery = (q: string, matter: string | null) =>
  queryOptions({
    queryKey: ['knowledge', q, q === '' ? matter : null],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      call(
        knowledge.searchKnowledge,
        { ...(q === '' ? {} : { q }), ...(q === '' && matter !== null ? { matter } : {}) },
        { signal },
      ),
  });

export const staleAfterIntake = [
  'order',
  'desk',
  'counters',
  'caller',
  'progress',
  'drafts',
  'transfer',
] as const;
