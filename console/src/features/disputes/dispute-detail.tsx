import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { AssignmentList } from '../../ui/assignment-list.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { disputeQuery } from '../../ui/disputes/dispute.queries.ts';
import { DisputePanel } from '../../ui/disputes/dispute-panel.tsx';
import { PrecedentList } from '../../ui/disputes/precedent-list.tsx';
import { disputeText } from '../../ui/disputes/text.ts';
import { OrderFacts, OrderHead, type OrderPageView } from '../../ui/order-facts.tsx';
import { HeadedPanel, Panel } from '../../ui/panel.tsx';
import { type Conference, ConferencePanel } from './conference-panel.tsx';
import { RulePanel } from './rule-panel.tsx';
import { disputesText } from './text.ts';

const heldBy = (conference: Conference | null): string | null =>
  conference?.meeting && conference.meeting.state !== 'planned' ? conference.meeting.id : null;

function Ruling({ order, onRuled }: { order: OrderPageView; onRuled: () => void }) {
  const dispute = useQuery(disputeQuery(order.id));
  return (
    <Ask of={dispute}>
      {(found) => (
        <>
          {found.precedents.length > 0 && (
            <Panel title={disputeText.precedents}>
              <PrecedentList
                precedents={found.precedents}
                lead={(unit) => <strong>{unit.name}</strong>}
              />
            </Panel>
          )}
          {found.conference && <ConferencePanel orderId={order.id} conference={found.conference} />}
          {found.mayRule ? (
            <RulePanel
              order={order}
              returns={found.returns}
              meetingId={heldBy(found.conference)}
              onRuled={onRuled}
            />
          ) : (
            <p className="soft">{disputesText.notYours}</p>
          )}
        </>
      )}
    </Ask>
  );
}

/** One disputed order: what it says, who held it, what was said, then the ruling. */
export function DisputeDetail({ orderId, onRuled }: { orderId: string; onRuled: () => void }) {
  const order = useQuery(orderQuery(orderId));
  return (
    <Ask of={order}>
      {(found) => (
        <>
          <HeadedPanel label={found.title} head={<OrderHead order={found} />}>
            <OrderFacts order={found} />
            <AssignmentList assignments={found.assignments} orderId={found.id} />
          </HeadedPanel>
          <DisputePanel orderId={orderId} />
          <Ruling order={found} onRuled={onRuled} />
        </>
      )}
    </Ask>
  );
}
