import { taskKindLabel, taskStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { AboutLink } from '../../ui/about-link.tsx';
import { Ask } from '../../ui/ask.tsx';
import { DueChip } from '../../ui/due-chip.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FileGrid } from '../../ui/file-grid.tsx';
import { fullInstant, shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { TaskActs } from './task-acts.tsx';
import { taskQuery, type Whole } from './tasks.queries.ts';
import { taskEvents, tasksText } from './text.ts';

/** 一项任务: what is wanted, what was done, who confirmed. */
export function TaskDetail({ taskId }: { taskId: string }) {
  const task = useQuery(taskQuery(taskId));
  return (
    <Ask of={task}>
      {(found) => (
        <div className="stack task-sheet">
          <Head task={found} />
          <Claims task={found} />
          <History task={found} />
        </div>
      )}
    </Ask>
  );
}

const isRunning = ({ state }: Whole): boolean =>
  state === 'given' || state === 'accepted' || state === 'sent-back';

function Head({ task }: { task: Whole }) {
  const { note, withdrawn } = task;
  return (
    <Panel
      title={task.title}
      extra={
        <>
          <span className="chip chip-plain">{taskKindLabel[task.kind]}</span>
          <span className="chip chip-plain">{taskStateLabel[task.state]}</span>
          {isRunning(task) && <DueChip dueAt={task.dueAt} />}
          {task.isLate && !isRunning(task) && (
            <span className="chip chip-alarm">{tasksText.late}</span>
          )}
        </>
      }
    >
      <TaskActs task={task} />
      {note && (
        <blockquote className="words">
          <b>{tasksText.note(note.leader)}:</b>
          {note.words}
        </blockquote>
      )}
      <Facts facts={factsOf(task)} />
      <Extension task={task} />
      {withdrawn && (
        <p role="status">
          {tasksText.withdrawnBy(withdrawn.by, shortInstant(withdrawn.at), withdrawn.reason)}
        </p>
      )}
    </Panel>
  );
}

function factsOf(task: Whole) {
  const due = fullInstant(task.dueAt);
  return [
    { label: tasksText.wanted, value: <span className="words">{task.wanted}</span> },
    {
      label: tasksText.owner,
      value: [task.unit.name, task.owner].filter(Boolean).join(' '),
    },
    {
      label: tasksText.due,
      value:
        task.dueAt === task.firstDueAt
          ? due
          : tasksText.movedFrom(due, fullInstant(task.firstDueAt)),
    },
    { label: tasksText.subject, value: task.subject && <AboutLink about={task.subject} /> },
    {
      label: tasksText.given,
      value: tasksText.givenBy(task.givenBy, fullInstant(task.givenAt)),
    },
    { label: tasksText.accepted, value: task.acceptedAt && fullInstant(task.acceptedAt) },
    { label: tasksText.no('').trim(), value: task.taskNo },
  ];
}

function Extension({ task: { extension } }: { task: Whole }) {
  if (!extension) return null;
  const { decided } = extension;
  return (
    <p>
      {tasksText.extensionAsked(
        extension.by,
        shortInstant(extension.at),
        fullInstant(extension.until),
      )}
      :{extension.reason}
      {decided && (
        <>
          {' · '}
          <b>{decided.granted ? tasksText.extensionYes : tasksText.extensionNo}</b> {decided.reason}{' '}
          {tasksText.judgedBy(decided.by, shortInstant(decided.at))}
        </>
      )}
    </p>
  );
}

function Claims({ task }: { task: Whole }) {
  if (task.claims.length === 0) return null;
  return (
    <Panel title={tasksText.claims}>
      {task.claims.map((claim) => (
        <section key={claim.no}>
          <h3>{tasksText.claimOf(claim.no, claim.by, shortInstant(claim.at))}</h3>
          <p className="words">{claim.words}</p>
          {claim.files.length > 0 && <FileGrid files={claim.files} />}
          {claim.judged && (
            <p>
              <b>{claim.judged.confirmed ? tasksText.judged.yes : tasksText.judged.no}</b>{' '}
              {claim.judged.reason}{' '}
              <span className="soft">
                {tasksText.judgedBy(claim.judged.by, shortInstant(claim.judged.at))}
              </span>
            </p>
          )}
        </section>
      ))}
    </Panel>
  );
}

function History({ task }: { task: Whole }) {
  return (
    <Panel title={tasksText.history}>
      <ol className="plain-list">
        {task.history.map((one) => (
          <li key={`${one.at} ${one.type}`}>
            <span className="soft">{fullInstant(one.at)}</span>{' '}
            {tasksText.historyLine(
              taskEvents[one.type] ?? '',
              [one.unitName, one.by].filter(Boolean).join(' '),
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
