import { briefs, taskStateLabel } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { Form, Input, InputNumber } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { type Brief, staleBriefs } from './briefs.queries.ts';
import { noteText as words } from './text.ts';

/** 领导批示: what was noted on it, each a task with an owner and a limit. */
export function Notes({ brief: { id, notes, can } }: { brief: Brief }) {
  return (
    <Panel title={words.title} extra={can.note ? <AddNote briefId={id} /> : undefined}>
      {notes.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="plain-list">
        {notes.map((note) => (
          <li key={note.taskId}>
            <Link to="/tasks" search={{ task: note.taskId }}>
              {`${note.taskNo} ${note.title}`}
            </Link>{' '}
            {note.unit.name} {taskStateLabel[note.state]} {shortInstant(note.dueAt)}{' '}
            {note.isLate && <span className="chip chip-alarm">{words.late}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface Values {
  leader: string;
  words: string;
  title: string;
  wanted: string;
  unit: string;
  days: number;
}

const needed = [{ required: true, message: words.needed }];
const needed4 = [{ required: true, whitespace: true, min: 4, message: words.needed4 }];

function AddNote({ briefId }: { briefId: string }) {
  const act = useAct(briefs.noteOnBrief, {
    done: words.done,
    stale: [...staleBriefs, 'tasks'],
    quiet: true,
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { taskId: string }>
      label={words.add}
      act={act}
      initial={{ days: 10 }}
      input={({ days, ...rest }) => ({
        briefId,
        ...rest,
        limit: { kind: 'working-days', days },
      })}
    >
      <Form.Item name="leader" label={words.leader} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="words" label={words.words} rules={needed4}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="title" label={words.task} rules={needed4}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="wanted" label={words.wanted} rules={needed4}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="unit" label={words.unit} rules={needed}>
        <UnitPicker offers="every-unit" />
      </Form.Item>
      <Form.Item name="days" label={words.days} rules={needed}>
        <InputNumber min={1} max={250} precision={0} />
      </Form.Item>
    </FormButton>
  );
}
