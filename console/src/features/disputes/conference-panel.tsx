import { disputes, meetingStateLabel, type ReplyOf } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { Button, DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { UnitsPicker } from '../../ui/unit-picker.tsx';
import { conferenceText } from './text.ts';

export type Conference = NonNullable<ReplyOf<typeof disputes.readDispute>['conference']>;

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
            <span className="chip">{meetingStateLabel[meeting.state]}</span>{' '}
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
  const [open, setOpen] = useState(false);
  const act = useAct(disputes.planConference, {
    done: conferenceText.planned,
    stale: ['dispute', 'meetings'],
    quiet: true,
    onDone: () => setOpen(false),
  });
  const needed = [{ required: true, message: conferenceText.needed }];
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {conferenceText.plan}
      </Button>
      <FormDrawer<{ place: string; startsAt: Dayjs; units?: string[] }>
        title={conferenceText.plan}
        submitLabel={conferenceText.plan}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ place, startsAt, units = [] }) =>
          act.mutate({ orderId, place, startsAt: startsAt.toISOString(), units })
        }
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
      </FormDrawer>
    </>
  );
}
