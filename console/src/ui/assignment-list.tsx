import type { orders } from '@minsheng/contract';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { DueChip } from './due-chip.tsx';
import { PhotoStrip } from './file-grid.tsx';
import { shortInstant } from './format.ts';
import { NameReadersButton } from './name-readers.tsx';
import { RoleTag, StateTag } from './tags.tsx';
import { assignmentText, readersText } from './text.ts';

export type AssignmentView = z.output<typeof orders.assignmentView>;

const finished: readonly string[] = ['submitted', 'done', 'revoked', 'returned'];

/** What happened so far on one duty, each with its time. */
function marks(one: AssignmentView): string[] {
  const at = (label: string, instant: string | null) =>
    instant === null ? null : `${label} ${shortInstant(instant)}`;
  return [
    at(assignmentText.sent, one.sentAt),
    at(one.signedLate ? assignmentText.signedLate : assignmentText.signed, one.signedAt),
    at(assignmentText.contacted, one.contactedAt),
    at(assignmentText.arrived, one.arrivedAt),
    at(assignmentText.fixed, one.fixedAt),
    at(assignmentText.submitted, one.submittedAt),
    at(assignmentText.done, one.doneAt),
  ].filter((mark) => mark !== null);
}

function Clocks({ one }: { one: AssignmentView }) {
  if (finished.includes(one.state)) return null;
  return (
    <>
      {one.signedAt === null && <DueChip dueAt={one.signDueAt} label={assignmentText.signed} />}
      {one.signedAt !== null && one.contactedAt === null && (
        <DueChip dueAt={one.contactDueAt} label={assignmentText.contacted} />
      )}
      <DueChip dueAt={one.dueAt} label={assignmentText.finish} />
    </>
  );
}

/** 专人专办: who alone reads it there. */
function Readers({ one }: { one: AssignmentView }) {
  if (one.readers === null) return null;
  const names = one.readers.map(({ name }) => name).join('、');
  return <p className="soft">{names === '' ? readersText.waiting : readersText.named(names)}</p>;
}

interface AssignmentListProps {
  assignments: readonly AssignmentView[];
  actions?: ((one: AssignmentView) => ReactNode) | undefined;
  /** Where somebody may be named for a duty. */
  orderId?: string;
}

interface LineProps {
  one: AssignmentView;
  all: readonly AssignmentView[];
  actions: AssignmentListProps['actions'];
  orderId: string | undefined;
  depth: number;
}

function Line({ one, all, actions, orderId, depth }: LineProps) {
  const children = all.filter((child) => child.parentId === one.id);
  return (
    <>
      <li className={depth === 0 ? 'duty' : 'duty duty-below'}>
        <p className="row-tags">
          <strong>{one.unit.name}</strong>
          <RoleTag role={one.role} />
          <StateTag state={one.state} />
          <Clocks one={one} />
          {actions?.(one)}
          {orderId !== undefined &&
            one.readers !== null &&
            one.abilities.includes('name-readers') && (
              <NameReadersButton
                orderId={orderId}
                assignmentId={one.id}
                unitCode={one.unit.code}
                named={one.readers.map(({ id }) => id)}
              />
            )}
        </p>
        <p className="soft">{marks(one).join(' → ')}</p>
        <Readers one={one} />
        {one.firstPhotoId !== null && (
          <PhotoStrip fileIds={[one.firstPhotoId]} label={assignmentText.firstPhoto} />
        )}
      </li>
      {children.map((child) => (
        <Line
          key={child.id}
          one={child}
          all={all}
          actions={actions}
          orderId={orderId}
          depth={depth + 1}
        />
      ))}
    </>
  );
}

/** 承办任务: every unit's duty with its own state and clock, delegates under their parent. */
export function AssignmentList({ assignments, actions, orderId }: AssignmentListProps) {
  const known = new Set(assignments.map((one) => one.id));
  const tops = assignments.filter((one) => one.parentId === null || !known.has(one.parentId));
  return (
    <ul className="plain-list">
      {tops.map((one) => (
        <Line
          key={one.id}
          one={one}
          all={assignments}
          actions={actions}
          orderId={orderId}
          depth={0}
        />
      ))}
    </ul>
  );
}
