import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { MergingPanel } from '../../ui/merging/merging-panel.tsx';
import { OrderFacts, OrderHead } from '../../ui/order-facts.tsx';
import { HeadedPanel, Panel } from '../../ui/panel.tsx';
import { ReplyList } from '../../ui/reply-list.tsx';
import { DecidePanel } from './decide-panel.tsx';
import { reviewText } from './text.ts';

interface ReviewDetailProps {
  orderId: string;
  onDecided: () => void;
}

/** Question and answer side by side, then the decision. */
export function ReviewDetail({ orderId, onDecided }: ReviewDetailProps) {
  const order = useQuery(orderQuery(orderId));
  return (
    <Ask of={order}>
      {(found) => (
        <>
          <HeadedPanel label={found.title} head={<OrderHead order={found} />}>
            <OrderFacts order={found} />
          </HeadedPanel>
          <MergingPanel order={found} />
          <Panel title={reviewText.replies}>
            <ReplyList order={found} />
          </Panel>
          {found.abilities.includes('approve') && (
            <DecidePanel order={found} onDecided={onDecided} />
          )}
        </>
      )}
    </Ask>
  );
}
