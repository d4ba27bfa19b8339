import { type TaskKind, taskKindLabel, taskKinds, tasks } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { orderQuery } from '../../ui/ground.queries.ts';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { ownersQuery, staleTasks } from './tasks.queries.ts';
import { tasksText } from './text.ts';

const words = tasksText.give;
const needed = [{ required: true, message: tasksText.needed }];
const neededWords = [{ required: true, whitespace: true, min: 4, message: tasksText.needed }];

interface Values {
  kind: TaskKind;
  title: string;
  wanted: string;
  unit: string;
  ownerId?: string | null;
  finishOn: Dayjs;
  leader?: string;
  noteWords?: string;
}

interface GiveTaskProps {
  orderId: string | undefined;
  onClose: () => void;
  onGiven: (taskId: string) => void;
}

/** 交办任务. Opens by itself where an order page sent the person here. */
export function GiveTask({ orderId, onClose, onGiven }: GiveTaskProps) {
  const [open, setOpen] = useState(orderId !== undefined);
  const close = () => {
    setOpen(false);
    onClose();
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      {open &&
        (orderId === undefined ? (
          <GiveForm order={null} onClose={close} onGiven={onGiven} />
        ) : (
          <AboutOrder orderId={orderId} onClose={close} onGiven={onGiven} />
        ))}
    </>
  );
}

function AboutOrder({ orderId, ...given }: GiveTaskProps & { orderId: string }) {
  const order = useQuery(orderQuery(orderId));
  return (
    <Ask of={order}>
      {({ orderNo }) => <GiveForm order={{ id: orderId, orderNo }} {...given} />}
    </Ask>
  );
}

interface GiveFormProps {
  order: { id: string; orderNo: string } | null;
  onClose: () => void;
  onGiven: (taskId: string) => void;
}

function GiveForm({ order, onClose, onGiven }: GiveFormProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const act = useAct(tasks.giveTask, {
    done: null,
    stale: staleTasks,
    quiet: true,
    onDone: ({ taskId, taskNo }) => {
      message.success(words.done(taskNo));
      onGiven(taskId);
    },
  });
  const send = ({ ownerId, finishOn, leader, noteWords, ...rest }: Values) =>
    act.mutate({
      ...rest,
      limit: { kind: 'on-day', on: finishOn.format('YYYY-MM-DD') },
      ...(ownerId ? { ownerId } : {}),
      ...(leader && noteWords ? { note: { leader, words: noteWords } } : {}),
      ...(order ? { subject: { kind: 'order' as const, id: order.id } } : {}),
    });
  return (
    <FormDrawer<Values>
      title={words.button}
      submitLabel={words.button}
      open
      onClose={onClose}
      isPending={act.isPending}
      error={act.error}
      form={form}
      initial={{ kind: 'assigned' }}
      onSubmit={send}
    >
      {order && (
        <p className="gap-below">
          {words.order}:{order.orderNo}
        </p>
      )}
      <What form={form} />
      <Owner form={form} />
      <Form.Item name="finishOn" label={words.finishOn} extra={words.finishHelp} rules={needed}>
        <DatePicker className="wide" allowClear={false} />
      </Form.Item>
    </FormDrawer>
  );
}

type Forms = ReturnType<typeof Form.useForm<Values>>[0];

const kindOptions = taskKinds
  .filter((kind) => kind !== 'meeting-decision')
  .map((value) => ({ value, label: taskKindLabel[value] }));

function What({ form }: { form: Forms }) {
  const kind = Form.useWatch('kind', form);
  return (
    <>
      <Form.Item name="kind" label={words.kind} rules={needed}>
        <Select options={kindOptions} />
      </Form.Item>
      {kind === 'leaders-note' && (
        <>
          <Form.Item name="leader" label={words.leader} rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="noteWords" label={words.note} rules={neededWords}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </>
      )}
      <Form.Item name="title" label={words.title} rules={neededWords}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="wanted" label={words.wanted} extra={words.wantedHelp} rules={neededWords}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </>
  );
}

function Owner({ form }: { form: Forms }) {
  const unit = Form.useWatch('unit', form) ?? null;
  const owners = useQuery(ownersQuery(unit));
  return (
    <>
      <Form.Item name="unit" label={words.unit} rules={needed}>
        <UnitPicker offers="every-unit" onChange={() => form.setFieldValue('ownerId', null)} />
      </Form.Item>
      {unit !== null && (
        <Form.Item name="ownerId" label={words.owner} extra={words.ownerHelp}>
          <Select
            allowClear
            placeholder={words.anybody}
            options={(owners.data?.rows ?? []).map(({ accountId, name }) => ({
              value: accountId,
              label: name,
            }))}
          />
        </Form.Item>
      )}
    </>
  );
}
