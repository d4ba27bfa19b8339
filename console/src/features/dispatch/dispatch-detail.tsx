import { dispatch } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { shortInstant } from '../../ui/format.ts';
import { orderQuery } from '../../ui/ground.queries.ts';
import { OrderFacts, OrderHead, type OrderPageView } from '../../ui/order-facts.tsx';
import { HeadedPanel, Panel } from '../../ui/panel.tsx';
import { AlikePanel } from './alike-panel.tsx';
import { suggestionQuery } from './dispatch.queries.ts';
import { formFrom, type SendForm } from './send-form.ts';
import { SendPanel } from './send-panel.tsx';
import { type Suggestion, SuggestionPanel } from './suggestion-panel.tsx';
import { dispatchText } from './text.ts';
import type { RecentSend } from './undo-bar.tsx';

/** 领取: while one dispatcher reads an order nobody else sends it; the claim also ends by itself. */
function useClaim(orderId: string) {
  const claim = useAct(dispatch.claim, { done: null, stale: ['desk'], quiet: true });
  const release = useAct(dispatch.releaseClaim, { done: null, stale: ['desk'], quiet: true });
  const { mutate } = claim;
  useEffect(() => mutate({ orderId }), [mutate, orderId]);
  return { claim, release };
}

function Claim({ orderId }: { orderId: string }) {
  const { claim, release } = useClaim(orderId);
  if (claim.error !== null)
    return <Alert type="warning" showIcon title={claim.error.message} role="alert" />;
  if (claim.data === undefined) return null;
  return (
    <p className="inline soft">
      {dispatchText.claimedUntil(shortInstant(claim.data.until))}
      <Button size="small" onClick={() => release.mutate({ orderId })}>
        {dispatchText.release}
      </Button>
    </p>
  );
}

interface DeskProps {
  order: OrderPageView;
  suggestion: Suggestion;
  onSent: (sent: RecentSend) => void;
}

function DispatchWork({ order, suggestion, onSent }: DeskProps) {
  const [form, setForm] = useState<SendForm>(() => formFrom(order, suggestion));
  const [alike, setAlike] = useState<readonly string[]>([]);
  const patch = (part: Partial<SendForm>) => setForm((before) => ({ ...before, ...part }));
  const use = () => {
    const { lead, assists, linkage, copies } = formFrom(order, suggestion);
    patch({ lead, assists, linkage, copies });
  };
  return (
    <div className="dispatch-work">
      <div className="stack">
        <Panel title={dispatchText.order}>
          <OrderFacts order={order} />
        </Panel>
        <AlikePanel suggestion={suggestion} chosen={alike} onChoose={setAlike} />
      </div>
      <div className="stack">
        <SuggestionPanel suggestion={suggestion} onUse={use} />
        <SendPanel
          order={order}
          suggestion={suggestion}
          form={form}
          onChange={patch}
          alike={alike}
          onSent={onSent}
        />
      </div>
    </div>
  );
}

/** One order on the dispatch desk: read it, see the suggestion, decide. */
export function DispatchDetail({
  orderId,
  onSent,
}: {
  orderId: string;
  onSent: (sent: RecentSend) => void;
}) {
  const order = useQuery(orderQuery(orderId));
  const suggestion = useQuery(suggestionQuery(orderId));
  return (
    <Ask of={order}>
      {(found) => (
        <>
          <HeadedPanel label={found.title} head={<OrderHead order={found} />}>
            <Claim orderId={orderId} />
          </HeadedPanel>
          <Ask of={suggestion}>
            {(advice) => <DispatchWork order={found} suggestion={advice} onSent={onSent} />}
          </Ask>
        </>
      )}
    </Ask>
  );
}
