import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { AssignmentList } from '../../ui/assignment-list.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { MergingPanel } from '../../ui/merging/merging-panel.tsx';
import { OrderFacts, OrderHead } from '../../ui/order-facts.tsx';
import { HeadedPanel, Panel } from '../../ui/panel.tsx';
import { SentActions } from './sent-actions.tsx';
import { dispatchText } from './text.ts';

/** An order under way: who holds it, and what a dispatcher may still change. */
export function SentDetail({ orderId }: { orderId: string }) {
  const order = useQuery(orderQuery(orderId));
  return (
    <Ask of={order}>
      {(found) => (
        <>
          <HeadedPanel label={found.title} head={<OrderHead order={found} />}>
            <div className="inline gap-below">
              <SentActions order={found} />
            </div>
            <OrderFacts order={found} />
          </HeadedPanel>
          <MergingPanel order={found} />
          <Panel title={dispatchText.assignments}>
            <AssignmentList assignments={found.assignments} orderId={found.id} />
          </Panel>
        </>
      )}
    </Ask>
  );
}
