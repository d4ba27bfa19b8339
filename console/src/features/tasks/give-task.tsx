import { type TaskKind, taskKindLabel, taskKinds, tasks } from '@minsheng/contract';
import { App, Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import type { About, AboutFormProps } from '../../ui/form-about.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { OrderPicker } from '../../ui/order-picker.tsx';
import { UnitAndPerson } from '../../ui/unit-and-person.tsx';
import { LimitFields, type LimitValues, limitOf } from './limit-fields.tsx';
import { staleTasks } from './tasks.queries.ts';
import { tasksText } from './text.ts';

const words = tasksText.give;
const needed = [{ required: true, message: tasksText.needed }];
const neededWords = [{ required: true, whitespace: true, min: 4, message: tasksText.needed }];

interface Values extends LimitValues {
  kind: TaskKind;
  title: string;
  wanted: string;
  unit: string;
  ownerId?: string | null;
  leader?: string;
  noteWords?: string;
  orderId?: string | null;
}

const subjectOf = (about: About | null, orderId: string | null | undefined) => {
  if (about) return { subject: { kind: about.kind, id: about.id } };
  return orderId ? { subject: { kind: 'order' as const, id: orderId } } : {};
};

/** 交办任务. */
export function GiveTask({ about, onClose, onDone }: AboutFormProps) {
  const { message } = App.useApp();
  const act = useAct(tasks.giveTask, {
    done: null,
    stale: staleTasks,
    quiet: true,
    onDone: ({ taskId, taskNo }) => {
      message.success(words.done(taskNo));
      onDone(taskId);
    },
  });
  const send = ({ kind, title, wanted, unit, ...more }: Values) => {
    const limit = limitOf(more);
    if (limit === null) return;
    const { ownerId, leader, noteWords, orderId } = more;
    act.mutate({
      ...{ kind, title, wanted, unit, limit },
      ...(ownerId ? { ownerId } : {}),
      ...(leader && noteWords ? { note: { leader, words: noteWords } } : {}),
      ...subjectOf(about, orderId),
    });
  };
  return (
    <FormDrawer<Values>
      title={words.button}
      submitLabel={words.button}
      open
      onClose={onClose}
      isPending={act.isPending}
      error={act.error}
      initial={{ kind: 'assigned' }}
      onSubmit={send}
    >
      {about ? (
        <p className="gap-below">{about.name}</p>
      ) : (
        <Form.Item name="orderId" label={words.order}>
          <OrderPicker offered={[]} />
        </Form.Item>
      )}
      <What />
      <UnitAndPerson unit="unit" person="ownerId" words={words} />
      <LimitFields needed help={words.finishHelp} />
    </FormDrawer>
  );
}

const kindOptions = taskKinds
  .filter((kind) => kind !== 'meeting-decision')
  .map((value) => ({ value, label: taskKindLabel[value] }));

function What() {
  const kind = Form.useWatch<TaskKind | undefined>('kind');
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
