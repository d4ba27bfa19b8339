import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { OrderFacts, OrderHead } from '../../ui/order-facts.tsx';
import { HeadedPanel, Panel } from '../../ui/panel.tsx';
import { AcceptPanel } from './accept-panel.tsx';
import { CheckPanel } from './check-panel.tsx';
import { InfoPanel } from './info-panel.tsx';
import { waitingText } from './text.ts';
import { TransferPanel } from './transfer-panel.tsx';

interface WaitingDetailProps {
  orderId: string;
  onDone: () => void;
}

/** A waiting order of the agent desk: what is to do follows from its abilities. */
export function WaitingDetail({ orderId, onDone }: WaitingDetailProps) {
  const order = useQuery(orderQuery(orderId));
  return (
    <Ask of={order}>
      {(found) => {
        const may = (ability: (typeof found.abilities)[number]) =>
          found.abilities.includes(ability);
        const works =
          may('take') ||
          may('accept') ||
          may('check') ||
          may('give-info') ||
          may('follow-transfer');
        return (
          <>
            <HeadedPanel label={found.title} head={<OrderHead order={found} />}>
              <OrderFacts order={found} />
            </HeadedPanel>
            {(may('take') || may('accept')) && <AcceptPanel order={found} onDone={onDone} />}
            {may('check') && <CheckPanel order={found} onDone={onDone} />}
            {may('give-info') && <InfoPanel order={found} onDone={onDone} />}
            {may('follow-transfer') && <TransferPanel order={found} onDone={onDone} />}
            {!works && <Panel title={waitingText.acceptForm}>{waitingText.notAllowed}</Panel>}
          </>
        );
      }}
    </Ask>
  );
}
