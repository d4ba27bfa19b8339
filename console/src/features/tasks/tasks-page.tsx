import {
  type TaskBox,
  taskBoxes,
  taskBoxLabel,
  taskKindLabel,
  taskStateLabel,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../../shell/session.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { downloadSheet } from '../../ui/download.ts';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { PurposeButton } from '../../ui/purpose-button.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { GiveTask } from './give-task.tsx';
import { TaskDetail } from './task-detail.tsx';
import './tasks.css';
import { type TaskPage, type TaskRow, tasksQuery } from './tasks.queries.ts';
import { tasksText } from './text.ts';

const route = getRouteApi('/tasks');

interface LineProps {
  row: TaskRow;
  isOpen: boolean;
  onOpen: () => void;
}

function Line({ row, isOpen, onOpen }: LineProps) {
  return (
    <div className={`row${isOpen ? ' is-open' : ''}`}>
      <button type="button" className="row-main" aria-pressed={isOpen} onClick={onOpen}>
        <span className="row-title">{row.title}</span>
        <span className="row-tags">
          <span className="chip">{taskKindLabel[row.kind]}</span>
          <span className="chip">{taskStateLabel[row.state]}</span>
          {row.isLate && <span className="chip chip-alarm">{tasksText.late}</span>}
          {row.asksForTime && <span className="chip chip-strong">{tasksText.asksForTime}</span>}
        </span>
        <span className="row-meta">
          {[tasksText.no(row.taskNo), row.unit.name, row.owner, shortInstant(row.dueAt)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
    </div>
  );
}

interface ListProps {
  box: TaskBox;
  open: string | undefined;
  choose: (taskId: string) => void;
}

function List({ box, open, choose }: ListProps) {
  const list = useInfiniteQuery(tasksQuery(box));
  return (
    <KeysetList
      query={list}
      label={tasksText.listLabel}
      keyOf={({ id }) => id}
      empty={tasksText.empty[box]}
      unit={tasksText.unit}
      render={(row) => <Line row={row} isOpen={row.id === open} onOpen={() => choose(row.id)} />}
    />
  );
}

function Acts({ box, order }: { box: TaskBox; order: string | undefined }) {
  const navigate = route.useNavigate();
  const { permissions } = useMe().account;
  const show = (task: string | undefined) =>
    navigate({ search: task === undefined ? { tab: box } : { tab: 'ours', task } });
  return (
    <div className="inline gap-below no-print">
      {permissions.includes('tasks.give') && (
        <GiveTask
          key={order ?? ''}
          orderId={order}
          onClose={() => show(undefined)}
          onGiven={show}
        />
      )}
      {permissions.includes('orders.export') && (
        <PurposeButton
          label={tasksText.export}
          help={tasksText.exportHelp}
          download={(purpose) =>
            downloadSheet('/api/tasks/export', { box, purpose }, `${tasksText.title}.xlsx`)
          }
        />
      )}
    </div>
  );
}

function countOf(counts: TaskPage['counts'] | undefined, box: TaskBox): number | null {
  if (counts === undefined || box === 'all') return null;
  return box === 'to-confirm' ? counts.toConfirm : counts[box];
}

/** 任务: what units have to do by a day, and whether it is done. */
export function TasksPage() {
  const { tab = 'ours', task, order } = route.useSearch();
  const navigate = route.useNavigate();
  const counts = useInfiniteQuery(tasksQuery(tab)).data?.pages[0]?.counts;
  const choose = (next?: string) =>
    navigate({ search: next === undefined ? { tab } : { tab, task: next } });
  return (
    <>
      <div className="page-title">
        <h1>{tasksText.title}</h1>
      </div>
      <p className="gap-below soft no-print">{tasksText.help}</p>
      <Acts box={tab} order={order} />
      <DeskTabs
        label={tasksText.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={taskBoxes.map((name) => ({
          name,
          label: taskBoxLabel[name],
          count: countOf(counts, name),
        }))}
      />
      <SplitPage
        onBack={() => choose()}
        list={<List key={tab} box={tab} open={task} choose={choose} />}
        detail={task === undefined ? null : <TaskDetail key={task} taskId={task} />}
      />
    </>
  );
}
