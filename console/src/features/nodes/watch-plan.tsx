import { meetingStateLabel, meetings, nodes, taskStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { UnitPicker, UnitsPicker } from '../../ui/unit-picker.tsx';
import { planQuery, staleNodes, type WatchWhole } from './nodes.queries.ts';
import { watchText } from './text.ts';

const words = watchText.plan;
const needed = [{ required: true, message: words.needed }];
const neededWords = [{ required: true, whitespace: true, min: 4, message: words.needed }];

/** 应急预案: each row a task with an owner, done before the first day; and the meeting about it. */
export function PlanOf({ watch }: { watch: WatchWhole }) {
  const { data } = useQuery(planQuery(watch.id));
  return (
    <Panel
      title={words.title}
      extra={
        <span className="inline">
          {watch.can.meet && <Meet watch={watch} />}
          {watch.can.plan && <AddRow watch={watch} />}
        </span>
      }
    >
      {data?.rows.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="plain-list">
        {data?.rows.map((row) => (
          <li key={row.id}>
            <span className={`chip ${row.isLate ? 'chip-alarm' : 'chip-plain'}`}>
              {taskStateLabel[row.state]}
            </span>{' '}
            <Link to="/tasks" search={{ tab: 'all', task: row.id }}>
              {words.line(row.taskNo, row.title, row.unit.name)}
            </Link>{' '}
            <span className="soft">{words.due(shortInstant(row.dueAt))}</span>
          </li>
        ))}
      </ul>
      {watch.meeting !== null && (
        <p>
          {words.meeting}:{' '}
          <Link to="/meetings" search={{ tab: 'all', meeting: watch.meeting.id }}>
            {words.meetLine(
              watch.meeting.title,
              shortInstant(watch.meeting.startsAt),
              meetingStateLabel[watch.meeting.state],
            )}
          </Link>
        </p>
      )}
    </Panel>
  );
}

interface Row {
  title: string;
  wanted: string;
  unit: string;
  finishOn: Dayjs;
}

function AddRow({ watch }: { watch: WatchWhole }) {
  const act = useAct(nodes.planWatch, {
    done: words.done,
    stale: [...staleNodes, 'tasks'],
    quiet: true,
  });
  return (
    <FormButton
      label={words.add}
      help={words.help(watch.first)}
      act={act}
      input={({ finishOn, ...row }: Row) => ({
        watchId: watch.id,
        rows: [{ ...row, finishOn: finishOn.format('YYYY-MM-DD') }],
      })}
    >
      <Form.Item name="title" label={words.row} rules={neededWords}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="wanted" label={words.wanted} rules={neededWords}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="unit" label={words.unit} rules={needed}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="finishOn" label={words.finishOn} rules={needed}>
        <DatePicker className="wide" />
      </Form.Item>
    </FormButton>
  );
}

interface Meeting {
  title: string;
  place: string;
  startsAt: Dayjs;
  units: string[];
}

function Meet({ watch }: { watch: WatchWhole }) {
  const act = useAct(meetings.planMeeting, {
    done: words.meetDone,
    stale: [...staleNodes, 'meetings'],
    quiet: true,
  });
  const title = `${watch.nodeName}${watch.name}`.slice(0, 80);
  return (
    <FormButton
      label={words.meet}
      act={act}
      initial={{ title }}
      input={({ startsAt, ...rest }: Meeting) => ({
        ...rest,
        startsAt: startsAt.toISOString(),
        agenda: [{ title, subject: { kind: 'watch' as const, id: watch.id } }],
      })}
    >
      <Form.Item name="title" label={words.meetTitle} rules={neededWords}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="startsAt" label={words.meetAt} rules={needed}>
        <DatePicker className="wide" allowClear={false} showTime={{ format: 'HH:mm' }} />
      </Form.Item>
      <Form.Item name="place" label={words.meetPlace} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="units" label={words.meetUnits} rules={needed}>
        <UnitsPicker offers="every-unit" />
      </Form.Item>
    </FormButton>
  );
}
