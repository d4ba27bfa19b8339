import {
  type TaskBox,
  taskBoxes,
  taskBoxLabel,
  taskKindLabel,
  taskStateLabel,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { BoxedPage } from '../../ui/boxed-page.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FormAbout } from '../../ui/form-about.tsx';
import { shortInstant } from '../../ui/format.ts';
import type { LineWords } from '../../ui/list-line.tsx';
import { GiveTask } from './give-task.tsx';
import { TaskDetail } from './task-detail.tsx';
import './tasks.css';
import { type TaskPage, type TaskRow, tasksQuery } from './tasks.queries.ts';
import { tasksText } from './text.ts';

const route = getRouteApi('/tasks');

const lineOf = (row: TaskRow): LineWords => ({
  title: row.title,
  tags: (
    <>
      <span className="chip chip-plain">{taskKindLabel[row.kind]}</span>
      <span className="chip chip-plain">{taskStateLabel[row.state]}</span>
      {row.isLate && <span className="chip chip-alarm">{tasksText.late}</span>}
      {row.asksForTime && <span className="chip chip-strong">{tasksText.asksForTime}</span>}
    </>
  ),
  meta: [tasksText.no(row.taskNo), row.unit.name, row.owner, shortInstant(row.dueAt)],
});

function countOf(counts: TaskPage['counts'] | undefined, box: TaskBox): number | null {
  if (counts === undefined || box === 'all') return null;
  return box === 'to-confirm' ? counts.toConfirm : counts[box];
}

/** 任务: what units have to do by a day, and whether it is done. */
export function TasksPage() {
  const { tab = 'ours', task, order, issue } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const list = useInfiniteQuery(tasksQuery(tab));
  const counts = list.data?.pages[0]?.counts;
  return (
    <BoxedPage
      text={tasksText}
      box={tab}
      onBox={(next) => navigate({ search: { tab: next } })}
      tabs={taskBoxes.map((name) => ({
        name,
        label: taskBoxLabel[name],
        count: countOf(counts, name),
      }))}
      acts={
        <>
          {may('tasks.give') && (
            <FormAbout
              key={order ?? issue ?? ''}
              label={tasksText.give.button}
              named={{ order, issue }}
              form={(given) => <GiveTask {...given} />}
              onClose={() => navigate({ search: { tab } })}
              onDone={(given) => navigate({ search: { tab: 'ours', task: given } })}
            />
          )}
          {may('orders.export') && (
            <ExportButton path="/tasks/export" of={{ box: tab }} name={tasksText.title} />
          )}
        </>
      }
      list={list}
      line={lineOf}
      open={task}
      onOpen={(next) => navigate({ search: { tab, task: next } })}
      detail={(id) => <TaskDetail key={id} taskId={id} />}
    />
  );
}
