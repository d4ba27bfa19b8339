import { assignmentRoles, assignmentStates, urgencies } from '@minsheng/contract';
import { RoleTag, StateTag, UrgencyTag } from '../../ui/tags.tsx';
import type { DutyView } from './duty-view.ts';

/** The phone page's shape carries its words as plain text: only known ones become tags. */
export function DutyTags({ duty }: { duty: DutyView }) {
  const urgency = urgencies.find((one) => one === duty.urgency);
  const role = assignmentRoles.find((one) => one === duty.role);
  const state = assignmentStates.find((one) => one === duty.state);
  return (
    <>
      {urgency !== undefined && <UrgencyTag urgency={urgency} />}
      {role !== undefined && <RoleTag role={role} />}
      {state !== undefined && <StateTag state={state} />}
    </>
  );
}
