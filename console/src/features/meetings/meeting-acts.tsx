import { meetings } from '@minsheng/contract';
import { App, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { FormButton } from '../../ui/form-button.tsx';
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
      {can.move && !can.hold && <span className="soft">{meetingsText.holdLater}</span>}
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
  const { message } = App.useApp();
  const act = useAct(meetings.signMinutes, {
    done: null,
    stale: [...staleMeetings, 'tasks'],
    onDone: ({ tasks }) => message.success(meetingsText.signed(tasks)),
  });
  return (
    <ConfirmButton
      label={meetingsText.sign}
      help={meetingsText.signHelp}
      isPending={act.isPending}
      onSure={() => act.mutate({ meetingId: meeting.id })}
    />
  );
}

function Move({ meeting }: Props) {
  const act = useAct(meetings.moveMeeting, {
    done: meetingsText.moveDone,
    stale: staleMeetings,
    quiet: true,
  });
  const needed = [{ required: true, message: meetingsText.needed }];
  return (
    <FormButton
      label={meetingsText.move}
      act={act}
      initial={{ startsAt: dayjs(meeting.startsAt), place: meeting.place }}
      input={({ startsAt, place }: { startsAt: Dayjs; place: string }) => ({
        meetingId: meeting.id,
        startsAt: startsAt.toISOString(),
        place,
      })}
    >
      <Form.Item name="startsAt" label={meetingsText.plan.startsAt} rules={needed}>
        <DatePicker className="wide" allowClear={false} showTime={{ format: 'HH:mm' }} />
      </Form.Item>
      <Form.Item name="place" label={meetingsText.plan.place} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
    </FormButton>
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
      least={4}
      danger
      act={act}
      input={(reason) => ({ meetingId: meeting.id, reason })}
    />
  );
}
