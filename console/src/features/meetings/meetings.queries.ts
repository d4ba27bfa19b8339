import { type MeetingBox, meetings, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

const topics = ['meetings'];
export type MeetingRow = ReplyOf<typeof meetings.listMeetings>['rows'][number];
export type Whole = ReplyOf<typeof meetings.readMeeting>;

/** First words of the query keys that change with a meeting. */
export const staleMeetings = ['meetings', 'dispute'];

export const meetingsQuery = (box: MeetingBox) =>
  keysetPages({
    queryKey: ['meetings', 'list', box],
    topics,
    page: (from, signal) =>
      call(
        meetings.listMeetings,
        { box, ...from },
        {
          signal,
        },
      ),
  });

export const meetingQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ['meetings', 'one', meetingId],
    meta: { topics },
    // It begins by the clock, which tells nobody.
    refetchInterval: 60_000,
    queryFn: ({ signal }) => call(meetings.readMeeting, { meetingId }, { signal }),
  });
