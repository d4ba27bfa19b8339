import { meetingBoxes, meetingBoxLabel, meetingStateLabel, meetings } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { BoxedPage } from '../../ui/boxed-page.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FormAbout } from '../../ui/form-about.tsx';
import { fullInstant } from '../../ui/format.ts';
import type { LineWords } from '../../ui/list-line.tsx';
import { MeetingDetail } from './meeting-detail.tsx';
import { type MeetingRow, meetingsQuery } from './meetings.queries.ts';
import { PlanMeeting } from './plan-meeting.tsx';
import { meetingsText } from './text.ts';

const route = getRouteApi('/meetings');

const lineOf = (row: MeetingRow): LineWords => ({
  title: row.title,
  tags: <span className="chip chip-plain">{meetingStateLabel[row.state]}</span>,
  meta: [
    meetingsText.no(row.meetingNo),
    fullInstant(row.startsAt),
    row.place,
    meetingsText.came(row.came, row.units),
  ],
});

/** 会议: planned, held, minuted. */
export function MeetingsPage() {
  const { tab = 'open', meeting, order, issue } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const choose = (next?: string) => navigate({ search: { tab, meeting: next } });
  return (
    <BoxedPage
      text={meetingsText}
      box={tab}
      onBox={(next) => navigate({ search: { tab: next } })}
      tabs={meetingBoxes.map((name) => ({ name, label: meetingBoxLabel[name], count: null }))}
      acts={
        may('meetings.plan') && (
          <>
            <FormAbout
              key={order ?? issue ?? ''}
              label={meetingsText.plan.button}
              named={{ order, issue }}
              form={(given) => <PlanMeeting {...given} />}
              onClose={() => choose()}
              onDone={choose}
            />
            <ExportButton
              path={meetings.exportMeetingsPath}
              of={{ box: tab }}
              name={meetingsText.title}
            />
          </>
        )
      }
      list={useInfiniteQuery(meetingsQuery(tab))}
      line={lineOf}
      open={meeting}
      onOpen={choose}
      detail={(id) => <MeetingDetail key={id} meetingId={id} />}
    />
  );
}
