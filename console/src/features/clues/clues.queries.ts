import {
  clueRecords,
  clues,
  clueUnits,
  type InputOf,
  type ReplyOf,
  visits,
} from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

const topics = ['clues'];
export type ClueRow = ReplyOf<typeof clues.listClues>['rows'][number];
export type Clue = ReplyOf<typeof clues.readClue>;
export type Received = ReplyOf<typeof clueUnits.readReceived>;
export type ReceivedRow = ReplyOf<typeof clueUnits.listReceived>['rows'][number];
export type Audit = ReplyOf<typeof clueRecords.readAudit>;
export type SubjectClue = ReplyOf<typeof clueRecords.listSubjectClues>['rows'][number];
export type Subject = ReplyOf<typeof clueRecords.readSubject>;
export type Listed = Omit<InputOf<typeof clues.listClues>, 'cursor'>;

/** First words of the query keys that change with a clue. */
export const staleClues = ['clues'];

export const kindsQuery = queryOptions({
  queryKey: ['clue-kinds'],
  queryFn: ({ signal }) => call(clues.listKinds, {}, { signal }),
});

export const draftQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['clues', 'draft', orderId],
    queryFn: ({ signal }) => call(clues.draftFromOrder, { orderId }, { signal }),
  });

export const cluesQuery = (asked: Listed) =>
  keysetPages({
    queryKey: ['clues', 'list', asked],
    topics,
    page: (from, signal) => call(clues.listClues, { ...asked, ...from }, { signal }),
  });

export const clueQuery = (clueId: string) =>
  queryOptions({
    queryKey: ['clues', 'one', clueId],
    meta: { topics },
    queryFn: ({ signal }) => call(clues.readClue, { clueId }, { signal }),
  });

export const figuresQuery = (period: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['clues', 'figures', period],
    meta: { topics },
    queryFn: ({ signal }) => call(clueRecords.readFigures, period, { signal }),
  });

export const auditQuery = (month: string) =>
  queryOptions({
    queryKey: ['clues', 'audit', month],
    queryFn: ({ signal }) => call(clueRecords.readAudit, { month }, { signal }),
  });

export const subjectsQuery = (words: string, contestedOnly: boolean) =>
  keysetPages({
    queryKey: ['clues', 'subjects', words, contestedOnly],
    topics,
    page: (from, signal) =>
      call(
        clueRecords.listSubjects,
        { words, ...(contestedOnly ? { contested: 'open' as const } : {}), ...from },
        { signal },
      ),
  });

export const subjectQuery = (subjectId: string) =>
  queryOptions({
    queryKey: ['clues', 'subject', subjectId],
    meta: { topics },
    queryFn: ({ signal }) => call(clueRecords.readSubject, { subjectId }, { signal }),
  });

export const subjectCluesQuery = (subjectId: string) =>
  keysetPages({
    queryKey: ['clues', 'subject-clues', subjectId],
    topics,
    page: (from, signal) => call(clueRecords.listSubjectClues, { subjectId, ...from }, { signal }),
  });

export const receivedQuery = (box: 'open' | 'all') =>
  keysetPages({
    queryKey: ['clues', 'received', box],
    topics,
    page: (from, signal) => call(clueUnits.listReceived, { box, ...from }, { signal }),
  });

export const receivedOneQuery = (clueId: string) =>
  queryOptions({
    queryKey: ['clues', 'received-one', clueId],
    meta: { topics },
    queryFn: ({ signal }) => call(clueUnits.readReceived, { clueId }, { signal }),
  });

export const checklistsQuery = queryOptions({
  queryKey: ['clue-checklists'],
  queryFn: ({ signal }) => call(visits.listChecklists, {}, { signal }),
});
