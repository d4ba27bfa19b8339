import {
  type MeetingBox,
  meetingBoxes,
  meetingBoxLabel,
  meetingStateLabel,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../../shell/session.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { fullInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { MeetingDetail } from './meeting-detail.tsx';
import { type MeetingRow, meetingsQuery } from './meetings.queries.ts';
import { PlanMeeting } from './plan-meeting.tsx';
import { meetingsText } from './text.ts';

const route = getRouteApi('/meetings');

interface LineProps {
  row: MeetingRow;
  isOpen: boolean;
  onOpen: () => void;
}

function Line({ row, isOpen, onOpen }: LineProps) {
  return (
    <div className={`row${isOpen ? ' is-open' : ''}`}>
      <button type="button" className="row-main" aria-pressed={isOpen} onClick={onOpen}>
        <span className="row-title">{row.title}</span>
        <span className="row-tags">
          <span className="chip">{meetingStateLabel[row.state]}</span>
        </span>
        <span className="row-meta">
          {[
            meetingsText.no(row.meetingNo),
            fullInstant(row.startsAt),
            row.place,
            meetingsText.came(row.came, row.units),
          ].join(' · ')}
        </span>
      </button>
    </div>
  );
}

interface ListProps {
  box: MeetingBox;
  open: string | undefined;
  choose: (meetingId: string) => void;
}

function List({ box, open, choose }: ListProps) {
  const list = useInfiniteQuery(meetingsQuery(box));
  return (
    <KeysetList
      query={list}
      label={meetingsText.listLabel}
      keyOf={({ id }) => id}
      empty={meetingsText.empty[box]}
      unit={meetingsText.unit}
      render={(row) => <Line row={row} isOpen={row.id === open} onOpen={() => choose(row.id)} />}
    />
  );
}

/** 会议: planned, held, minuted. */
export function MeetingsPage() {
  const { tab = 'open', meeting, order } = route.useSearch();
  const navigate = route.useNavigate();
  const mayPlan = useMe().account.permissions.includes('meetings.plan');
  const choose = (next?: string) =>
    navigate({ search: next === undefined ? { tab } : { tab, meeting: next } });
  return (
    <>
      <div className="page-title">
        <h1>{meetingsText.title}</h1>
      </div>
      <p className="gap-below soft">{meetingsText.help}</p>
      {mayPlan && (
        <div className="inline gap-below">
          <PlanMeeting
            key={order ?? ''}
            orderId={order}
            onClose={() => choose()}
            onPlanned={choose}
          />
        </div>
      )}
      <DeskTabs
        label={meetingsText.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={meetingBoxes.map((name) => ({ name, label: meetingBoxLabel[name], count: null }))}
      />
      <SplitPage
        onBack={() => choose()}
        list={<List key={tab} box={tab} open={meeting} choose={choose} />}
        detail={meeting === undefined ? null : <MeetingDetail key={meeting} meetingId={meeting} />}
      />
    </>
  );
}
