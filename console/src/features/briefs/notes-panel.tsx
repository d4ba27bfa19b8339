import { briefs, taskStateLabel } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import {
  LeaderFields,
  type LeaderFieldValues,
  TaskFields,
  type TaskFieldValues,
} from '../../ui/note-fields.tsx';
import { Panel } from '../../ui/panel.tsx';
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

type Values = LeaderFieldValues & TaskFieldValues;

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
      <LeaderFields />
      <TaskFields />
    </FormButton>
  );
}
