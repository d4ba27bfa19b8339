import { disputes, meetingStateLabel, type ReplyOf } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { UnitsPicker } from '../../ui/unit-picker.tsx';
import { conferenceText } from './text.ts';

export type Conference = NonNullable<ReplyOf<typeof disputes.readDispute>['conference']>;

interface PlanValues {
  place: string;
  startsAt: Dayjs;
  units?: string[];
}

interface ConferencePanelProps {
  orderId: string;
  conference: Conference;
}

/** 会商: the meeting that hears the units before the third ruling. */
export function ConferencePanel({ orderId, conference }: ConferencePanelProps) {
  const { candidates, meeting, isNeeded, mayPlan } = conference;
  const names = candidates.map(({ name }) => name).join('、');
  if (!isNeeded) return <p className="soft">{conferenceText.confined(names)}</p>;
  return (
    <Panel
      title={conferenceText.title}
      extra={!meeting && mayPlan && <Plan orderId={orderId} names={names} />}
    >
      <p>{conferenceText.candidates(names)}</p>
      {meeting ? (
        <>
          <p>
            <Link to="/meetings" search={{ tab: 'all', meeting: meeting.id }}>
              {meeting.title}
            </Link>{' '}
            <span className="chip chip-plain">{meetingStateLabel[meeting.state]}</span>{' '}
            {fullInstant(meeting.startsAt)}
          </p>
          <p className="soft">
            {meeting.state === 'planned'
              ? conferenceText.toHold
              : conferenceText.came(meeting.came.map(({ name }) => name).join('、'))}
          </p>
        </>
      ) : (
        <p className="soft">{conferenceText.toPlan}</p>
      )}
    </Panel>
  );
}

function Plan({ orderId, names }: { orderId: string; names: string }) {
  const act = useAct(disputes.planConference, {
    done: conferenceText.planned,
    stale: ['dispute', 'meetings'],
    quiet: true,
  });
  const needed = [{ required: true, message: conferenceText.needed }];
  return (
    <FormButton
      label={conferenceText.plan}
      kind="primary"
      act={act}
      input={({ place, startsAt, units = [] }: PlanValues) => ({
        ...{ orderId, place, units },
        startsAt: startsAt.toISOString(),
      })}
    >
      <p className="gap-below">{conferenceText.candidates(names)}</p>
      <Form.Item name="startsAt" label={conferenceText.startsAt} rules={needed}>
        <DatePicker className="wide" allowClear={false} showTime={{ format: 'HH:mm' }} />
      </Form.Item>
      <Form.Item name="place" label={conferenceText.place} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="units" label={conferenceText.others} extra={conferenceText.othersHelp}>
        <UnitsPicker offers="every-unit" />
      </Form.Item>
    </FormButton>
  );
}
