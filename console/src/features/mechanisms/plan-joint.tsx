import { type mechanisms, meetings, type ReplyOf } from '@minsheng/contract';
import { useNavigate } from '@tanstack/react-router';
import { DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { planText, jointText as words } from './text.ts';

type Joint = ReplyOf<typeof mechanisms.jointList>;

interface Values {
  startsAt: Dayjs;
  place: string;
}

const mostItems = 20;

/** 联席会议: the open rows of the list are its agenda, the units of the list are invited. */
export function PlanJoint({ name, units, rows }: Pick<Joint, 'name' | 'units' | 'rows'>) {
  const navigate = useNavigate();
  const act = useAct(meetings.planMeeting, {
    done: planText.done,
    stale: ['meetings'],
    quiet: true,
    onDone: ({ meetingId }) => navigate({ to: '/meetings', search: { meeting: meetingId } }),
  });
  const agenda = rows
    .filter(({ isOpen }) => isOpen)
    .slice(0, mostItems)
    .map(({ orderId, orderNo }) => ({
      title: planText.item(orderNo),
      subject: { kind: 'order' as const, id: orderId },
    }));
  return (
    <FormButton
      label={words.plan}
      help={planText.help(agenda.length, units.length)}
      act={act}
      input={({ startsAt, place }: Values) => ({
        title: words.planTitle(name),
        place,
        startsAt: startsAt.toISOString(),
        agenda,
        units: units.map(({ code }) => code),
      })}
    >
      <Form.Item
        name="startsAt"
        label={planText.startsAt}
        rules={[{ required: true, message: planText.needed }]}
      >
        <DatePicker className="wide" allowClear={false} showTime={{ format: 'HH:mm' }} />
      </Form.Item>
      <Form.Item
        name="place"
        label={planText.place}
        rules={[{ required: true, whitespace: true, min: 2, message: planText.needed }]}
      >
        <Input maxLength={100} />
      </Form.Item>
    </FormButton>
  );
}
