import { type MeetingBox, meetings, type ReplyOf } from '@minsheng/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const topics = ['meetings'];
const firstPage = (): string | null => null;

export type MeetingRow = ReplyOf<typeof meetings.listMeetings>['rows'][number];
export type Whole = ReplyOf<typeof meetings.readMeeting>;

/** First words of the query keys that change with a meeting. */
export const staleMeetings = ['meetings', 'dispute'];

export const meetingsQuery = (box: MeetingBox) =>
  infiniteQueryOptions({
    queryKey: ['meetings', 'list', box],
    meta: { topics },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(meetings.listMeetings, pageParam === null ? { box } : { box, cursor: pageParam }, {
        signal,
      }),
    getNextPageParam: (last) => last.next,
  });

export const meetingQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ['meetings', 'one', meetingId],
    meta: { topics },
    queryFn: ({ signal }) => call(meetings.readMeeting, { meetingId }, { signal }),
  });
