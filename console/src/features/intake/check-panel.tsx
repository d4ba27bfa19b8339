import { intake } from '@minsheng/contract';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { AssignmentList } from '../../ui/assignment-list.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { staleAfterIntake } from './intake.queries.ts';
import { waitingText } from './text.ts';

interface CheckPanelProps {
  order: OrderPageView;
  onDone: () => void;
}

/** 规则受理待核: a person looks at what the rule did. */
export function CheckPanel({ order, onDone }: CheckPanelProps) {
  const options = { done: waitingText.checked, stale: staleAfterIntake, onDone };
  const right = useAct(intake.checkAccepted, options);
  const wrong = useAct(intake.checkAccepted, { ...options, quiet: true });
  return (
    <Panel title={waitingText.checkTitle}>
      <p className="gap-below">
        {waitingText.checkHelp[order.channel === 'import' ? 'imported' : 'urgent']}
      </p>
      <AssignmentList assignments={order.assignments} />
      <div className="inline check-bar">
        <Button
          type="primary"
          loading={right.isPending}
          onClick={() => right.mutate({ orderId: order.id, isRight: true })}
        >
          {waitingText.checkRight}
        </Button>
        <ReasonButton
          label={waitingText.checkWrong}
          fieldLabel={waitingText.checkNote}
          needed
          act={wrong}
          input={(note) => ({ orderId: order.id, isRight: false, note })}
        />
      </div>
    </Panel>
  );
}
