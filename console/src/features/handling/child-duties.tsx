import { dispatch } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../shell/act.ts';
import { AssignmentList, type AssignmentView } from '../../ui/assignment-list.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { staleAfterDuty } from './duty.queries.ts';
import type { DutyView } from './duty-view.ts';
import { actionText, handlingText } from './text.ts';

function RecallChild({ orderId, child }: { orderId: string; child: AssignmentView }) {
  const act = useAct(dispatch.recallChild, {
    done: actionText.recallChildDone,
    stale: staleAfterDuty,
    quiet: true,
  });
  return (
    <ReasonButton
      label={actionText.recallChild}
      needed
      act={act}
      input={(reason) => ({ orderId, assignmentId: child.id, reason })}
    />
  );
}

/** 下派情况: this unit stays responsible for what it passed down. */
export function ChildDuties({ duty }: { duty: DutyView }) {
  const { data: order } = useQuery(orderQuery(duty.orderId));
  const below = descendants(order?.assignments ?? [], duty.assignmentId);
  if (below.length === 0) return null;
  return (
    <Panel title={handlingText.children}>
      <AssignmentList
        assignments={below}
        orderId={duty.orderId}
        actions={(child) =>
          child.abilities.includes('recall-child') ? (
            <RecallChild orderId={duty.orderId} child={child} />
          ) : null
        }
      />
    </Panel>
  );
}

function descendants(all: readonly AssignmentView[], parentId: string): AssignmentView[] {
  const children = all.filter((one) => one.parentId === parentId);
  return children.flatMap((child) => [child, ...descendants(all, child.id)]);
}
