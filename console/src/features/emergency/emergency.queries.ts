import { emergency, type InputOf, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

export type Mode = ReplyOf<typeof emergency.listModes>['rows'][number];
export type Board = ReplyOf<typeof emergency.readBoard>;
export type Guest = ReplyOf<typeof emergency.listGuests>['rows'][number];
export type Group = ReplyOf<typeof emergency.listGroups>['rows'][number];

const topics = ['emergency'];
export const staleEmergency = ['emergency', 'order'];

export const modesQuery = queryOptions({
  queryKey: ['emergency', 'modes'],
  meta: { topics },
  queryFn: ({ signal }) => call(emergency.listModes, {}, { signal }),
});

/** Follows the units of the group: what they sign and do is on the board at once. That a limit runs out nobody tells. */
export const boardQuery = ({ id: modeId, unitPaths }: Mode) =>
  queryOptions({
    queryKey: ['emergency', 'board', modeId],
    meta: { topics: [...topics, ...unitPaths.map((path) => `unit:${path}`)] },
    queryFn: ({ signal }) => call(emergency.readBoard, { modeId }, { signal }),
    refetchInterval: 60_000,
  });

export const candidatesQuery = (asked: InputOf<typeof emergency.listCandidates>) =>
  queryOptions({
    queryKey: ['emergency', 'candidates', asked],
    meta: { topics: [...topics, 'desk:to-dispatch'] },
    queryFn: ({ signal }) => call(emergency.listCandidates, asked, { signal }),
  });

export const guestsQuery = (modeId: string) =>
  queryOptions({
    queryKey: ['emergency', 'guests', modeId],
    meta: { topics },
    queryFn: ({ signal }) => call(emergency.listGuests, { modeId }, { signal }),
  });

export const groupsQuery = queryOptions({
  queryKey: ['emergency', 'groups'],
  queryFn: ({ signal }) => call(emergency.listGroups, {}, { signal }),
});
