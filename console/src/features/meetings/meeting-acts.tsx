import { meetings } from '@minsheng/contract';
import { App, Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { HoldMeeting } from './hold-meeting.tsx';
import { staleMeetings, type Whole } from './meetings.queries.ts';
import { meetingsText } from './text.ts';
import { WriteMinutes } from './write-minutes.tsx';

interface Props {
  meeting: Whole;
}

/** What this person may do with the meeting now. */
export function MeetingActs({ meeting }: Props) {
  const { can } = meeting;
  return (
    <span className="inline">
      {can.sayWho && <SayWho meeting={meeting} />}
      {can.hold && <HoldMeeting meeting={meeting} />}
      {can.write && <WriteMinutes meeting={meeting} />}
      {can.sign && <Sign meeting={meeting} />}
      {can.move && <Move meeting={meeting} />}
      {can.cancel && <Cancel meeting={meeting} />}
    </span>
  );
}

function SayWho({ meeting }: Props) {
  const act = useAct(meetings.sayWhoComes, {
    done: meetingsText.sayWhoDone,
    stale: staleMeetings,
    quiet: true,
  });
  return (
    <ReasonButton
      label={meetingsText.sayWho}
      fieldLabel={meetingsText.sayWhoField}
      primary
      needed
      act={act}
      input={(who) => ({ meetingId: meeting.id, who })}
    />
  );
}

function Sign({ meeting }: Props) {
  const { message, modal } = App.useApp();
  const act = useAct(meetings.signMinutes, {
    done: null,
    stale: [...staleMeetings, 'tasks'],
    onDone: ({ tasks }) => message.success(meetingsText.signed(tasks)),
  });
  const ask = () =>
    modal.confirm({
      title: meetingsText.sign,
      content: meetingsText.signHelp,
      okText: meetingsText.sign,
      onOk: () => act.mutate({ meetingId: meeting.id }),
    });
  return (
    <Button type="primary" loading={act.isPending} onClick={ask}>
      {meetingsText.sign}
    </Button>
  );
}

function Move({ meeting }: Props) {
  const [open, setOpen] = useState(false);
  const act = useAct(meetings.moveMeeting, {
    done: meetingsText.moveDone,
    stale: staleMeetings,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const needed = [{ required: true, message: meetingsText.needed }];
  return (
    <>
      <Button onClick={() => setOpen(true)}>{meetingsText.move}</Button>
      <FormDrawer<{ startsAt: Dayjs; place: string }>
        title={meetingsText.move}
        submitLabel={meetingsText.move}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        initial={{ startsAt: dayjs(meeting.startsAt), place: meeting.place }}
        onSubmit={({ startsAt, place }) =>
          act.mutate({ meetingId: meeting.id, startsAt: startsAt.toISOString(), place })
        }
      >
        <Form.Item name="startsAt" label={meetingsText.plan.startsAt} rules={needed}>
          <DatePicker className="wide" allowClear={false} showTime={{ format: 'HH:mm' }} />
        </Form.Item>
        <Form.Item name="place" label={meetingsText.plan.place} rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

function Cancel({ meeting }: Props) {
  const act = useAct(meetings.cancelMeeting, {
    done: meetingsText.cancelDone,
    stale: staleMeetings,
    quiet: true,
  });
  return (
    <ReasonButton
      label={meetingsText.cancel}
      needed
      danger
      act={act}
      input={(reason) => ({ meetingId: meeting.id, reason })}
    />
  );
}
