import {
  assignmentRoleLabel,
  assignmentRoles,
  assignmentStateLabel,
  assignmentStates,
} from '@minsheng/contract';
import { PhotoStrip } from '../../ui/file-grid.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import type { DutyView } from './duty-view.ts';
import { handlingText } from './text.ts';

function stateWord(state: string): string {
  const known = assignmentStates.find((one) => one === state);
  return known === undefined ? state : assignmentStateLabel[known];
}

function roleWord(role: string): string {
  const known = assignmentRoles.find((one) => one === role);
  return known === undefined ? role : assignmentRoleLabel[known];
}

/** 双方可见: each side sees how far the other is, and its first photo. */
export function OtherUnits({ duty }: { duty: DutyView }) {
  if (duty.others.length === 0) return null;
  return (
    <Panel title={handlingText.others}>
      <ul className="plain-list">
        {duty.others.map((other) => (
          <li key={`${other.unitName}${other.role}`} className="other-unit">
            <p>
              <strong>{other.unitName}</strong>{' '}
              <span className="soft">
                {roleWord(other.role)} · {stateWord(other.state)}
                {other.arrivedAt === null
                  ? ''
                  : ` · ${handlingText.arrivedAt} ${shortInstant(other.arrivedAt)}`}
              </span>
            </p>
            {other.firstPhotoId !== null && (
              <PhotoStrip fileIds={[other.firstPhotoId]} label={handlingText.othersPhoto} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
