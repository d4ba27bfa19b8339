import { handling, intake } from '@minsheng/contract';
import { useAct } from '../../shell/act.ts';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { staleAfterOrder } from './order.queries.ts';
import { actText } from './text.ts';

interface ActProps {
  order: OrderPageView;
}

/** 补充. */
export function Supplement({ order }: ActProps) {
  const act = useAct(intake.supplement, {
    done: actText.supplementDone,
    stale: staleAfterOrder,
    quiet: true,
  });
  return (
    <ReasonButton
      label={actText.supplement}
      fieldLabel={actText.supplementField}
      needed
      act={act}
      input={(content) => ({ orderId: order.id, content })}
    />
  );
}

/** 补充信息: the unit's question is answered. */
export function GiveInfo({ order }: ActProps) {
  const act = useAct(handling.giveInfo, {
    done: actText.giveInfoDone,
    stale: staleAfterOrder,
    quiet: true,
  });
  return (
    <ReasonButton
      label={actText.giveInfo}
      fieldLabel={actText.giveInfoField}
      needed
      act={act}
      input={(content) => ({ orderId: order.id, content })}
    />
  );
}

/** 催办. */
export function Urge({ order }: ActProps) {
  const act = useAct(intake.urge, { done: actText.urgeDone, stale: staleAfterOrder, quiet: true });
  return (
    <ReasonButton
      label={actText.urge}
      fieldLabel={actText.urgeField}
      needed={false}
      act={act}
      input={(note) => ({ orderId: order.id, note })}
    />
  );
}

/** 撤回. */
export function Withdraw({ order }: ActProps) {
  const act = useAct(intake.withdraw, {
    done: actText.withdrawDone,
    stale: staleAfterOrder,
    quiet: true,
  });
  return (
    <ReasonButton
      label={actText.withdraw}
      fieldLabel={actText.withdrawField}
      needed={false}
      danger
      act={act}
      input={(reason) => ({ orderId: order.id, reason })}
    />
  );
}
