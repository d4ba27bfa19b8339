import { meetings } from '@minsheng/contract';
import { DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import type { AboutFormProps } from '../../ui/form-about.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { UnitsPicker } from '../../ui/unit-picker.tsx';
import { staleMeetings } from './meetings.queries.ts';
import { meetingsText } from './text.ts';

const words = meetingsText.plan;
const needed = [{ required: true, message: meetingsText.needed }];
const neededWords = (min: number) => [
  { required: true, whitespace: true, min, message: meetingsText.needed },
];

interface Values {
  title: string;
  place: string;
  startsAt: Dayjs;
  agenda: string;
  units: string[];
}

const linesOf = (agenda: string): string[] =>
  agenda
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** 安排会议. */
export function PlanMeeting({ about, onClose, onDone }: AboutFormProps) {
  const act = useAct(meetings.planMeeting, {
    done: words.done,
    stale: staleMeetings,
    quiet: true,
    onDone: ({ meetingId }) => onDone(meetingId),
  });
  const send = ({ startsAt, agenda, ...rest }: Values) =>
    act.mutate({
      ...rest,
      startsAt: startsAt.toISOString(),
      agenda: linesOf(agenda).map((title, at) => ({
        title,
        ...(at === 0 && about ? { subject: { kind: about.kind, id: about.id } } : {}),
      })),
    });
  return (
    <FormDrawer<Values>
      title={words.button}
      submitLabel={words.button}
      open
      onClose={onClose}
      isPending={act.isPending}
      error={act.error}
      onSubmit={send}
    >
      <Form.Item name="title" label={words.title} rules={neededWords(4)}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="startsAt" label={words.startsAt} rules={needed}>
        <DatePicker className="wide" allowClear={false} showTime={{ format: 'HH:mm' }} />
      </Form.Item>
      <Form.Item name="place" label={words.place} rules={neededWords(2)}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="agenda"
        label={words.agenda}
        extra={about ? words.about(about.name) : null}
        rules={neededWords(4)}
      >
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <Form.Item name="units" label={words.units} rules={needed}>
        <UnitsPicker offers="every-unit" />
      </Form.Item>
    </FormDrawer>
  );
}
