import { taskKindLabel, taskStateLabel, tasks } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../shell/call.ts';
import { useMe } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { tasksPanelText as words } from './text.ts';

const tasksQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['tasks', 'of', orderId],
    meta: { topics: ['tasks'] },
    queryFn: ({ signal }) => call(tasks.listTasks, { box: 'all', orderId }, { signal }),
  });

/** 任务 about this order; whoever gives tasks may give one, or ask units to a meeting. */
export function TasksPanel({ orderId }: { orderId: string }) {
  const { permissions } = useMe().account;
  const mayGive = permissions.includes('tasks.give');
  return mayGive || permissions.includes('tasks.work') ? (
    <Panelled orderId={orderId} mayGive={mayGive} />
  ) : null;
}

function Panelled({ orderId, mayGive }: { orderId: string; mayGive: boolean }) {
  const { data } = useQuery(tasksQuery(orderId));
  if (!mayGive && (data?.rows.length ?? 0) === 0) return null;
  return (
    <Panel
      title={words.title}
      extra={
        mayGive && (
          <>
            <Link to="/tasks" search={{ order: orderId }}>
              {words.give}
            </Link>
            <Link to="/meetings" search={{ order: orderId }}>
              {words.meet}
            </Link>
          </>
        )
      }
    >
      {data?.rows.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="plain-list">
        {data?.rows.map((row) => (
          <li key={row.id}>
            <Link to="/tasks" search={{ tab: 'all', task: row.id }}>
              {words.line(taskKindLabel[row.kind], row.title, row.unit.name)}
            </Link>{' '}
            <span className="chip chip-plain">{taskStateLabel[row.state]}</span>
            {row.isLate && <span className="chip chip-alarm">{words.late}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
