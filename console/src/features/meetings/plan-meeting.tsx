import { meetings } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { orderQuery } from '../../ui/ground.queries.ts';
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

interface PlanMeetingProps {
  orderId: string | undefined;
  onClose: () => void;
  onPlanned: (meetingId: string) => void;
}

/** 安排会议. Opens by itself where an order page sent the person here. */
export function PlanMeeting({ orderId, onClose, onPlanned }: PlanMeetingProps) {
  const [open, setOpen] = useState(orderId !== undefined);
  const close = () => {
    setOpen(false);
    onClose();
  };
  const planned = (meetingId: string) => {
    setOpen(false);
    onPlanned(meetingId);
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      {open &&
        (orderId === undefined ? (
          <PlanForm order={null} onClose={close} onPlanned={planned} />
        ) : (
          <AboutOrder orderId={orderId} onClose={close} onPlanned={planned} />
        ))}
    </>
  );
}

function AboutOrder({ orderId, ...given }: PlanMeetingProps & { orderId: string }) {
  const order = useQuery(orderQuery(orderId));
  return (
    <Ask of={order}>
      {({ orderNo }) => <PlanForm order={{ id: orderId, orderNo }} {...given} />}
    </Ask>
  );
}

interface PlanFormProps {
  order: { id: string; orderNo: string } | null;
  onClose: () => void;
  onPlanned: (meetingId: string) => void;
}

const linesOf = (agenda: string): string[] =>
  agenda
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function PlanForm({ order, onClose, onPlanned }: PlanFormProps) {
  const act = useAct(meetings.planMeeting, {
    done: words.done,
    stale: staleMeetings,
    quiet: true,
    onDone: ({ meetingId }) => onPlanned(meetingId),
  });
  const send = ({ startsAt, agenda, ...rest }: Values) =>
    act.mutate({
      ...rest,
      startsAt: startsAt.toISOString(),
      agenda: linesOf(agenda).map((title, at) => ({
        title,
        ...(at === 0 && order ? { subject: { kind: 'order' as const, id: order.id } } : {}),
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
        extra={order ? words.order(order.orderNo) : null}
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
