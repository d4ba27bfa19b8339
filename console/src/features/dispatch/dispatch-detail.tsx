import { dispatch } from '@minsheng/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { call } from '../../shell/call.ts';
import { Ask } from '../../ui/ask.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { shortInstant } from '../../ui/format.ts';
import { MergingPanel } from '../../ui/merging/merging-panel.tsx';
import { OrderFacts, OrderHead, type OrderPageView } from '../../ui/order-facts.tsx';
import { HeadedPanel, Panel } from '../../ui/panel.tsx';
import { SameThingPanel } from '../../ui/same-thing/same-thing-panel.tsx';
import { AlikePanel } from './alike-panel.tsx';
import { suggestionQuery } from './dispatch.queries.ts';
import { PlaceDoubt } from './place-doubt.tsx';
import { formFrom, type SendForm, withLead } from './send-form.ts';
import { SendPanel } from './send-panel.tsx';
import { type Suggestion, SuggestionPanel } from './suggestion-panel.tsx';
import { dispatchText } from './text.ts';
import type { RecentSend } from './undo-bar.tsx';

interface ClaimProps {
  orderId: string;
  /** A sent order has no claim left to give back. */
  wasSent: RefObject<boolean>;
  onLeave: () => void;
}

/** 领取: while one dispatcher reads an order nobody else sends it. Leaving gives it back; otherwise it ends by itself. */
function useClaim({ orderId, wasSent }: ClaimProps) {
  const client = useQueryClient();
  const claim = useAct(dispatch.claim, { done: null, stale: ['desk'], quiet: true });
  const { mutate } = claim;
  useEffect(() => {
    mutate({ orderId });
    return () => {
      if (wasSent.current) return;
      call(dispatch.releaseClaim, { orderId })
        // Somebody else may hold it by now: then there is nothing to give back.
        .catch(() => undefined)
        .then(() => client.invalidateQueries({ queryKey: ['desk'] }));
    };
  }, [client, mutate, orderId, wasSent]);
  return claim;
}

function Claim(props: ClaimProps) {
  const claim = useClaim(props);
  if (claim.error !== null)
    return <Alert type="warning" showIcon title={claim.error.message} role="alert" />;
  if (claim.data === undefined) return null;
  return (
    <p className="inline soft">
      {dispatchText.claimedUntil(shortInstant(claim.data.until))}
      <Button size="small" onClick={props.onLeave}>
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
  const use = (advice: Suggestion) => {
    const { lead, assists, linkage, copies } = formFrom(order, advice);
    patch({ lead, assists, linkage, copies });
  };
  return (
    <div className="dispatch-work">
      <div className="stack">
        <Panel title={dispatchText.order}>
          <OrderFacts order={order} />
        </Panel>
        <SameThingPanel orderId={order.id} showsNone={false} />
        <MergingPanel order={order} />
        <AlikePanel orderId={order.id} suggestion={suggestion} chosen={alike} onChoose={setAlike} />
      </div>
      <div className="stack">
        <SuggestionPanel
          suggestion={suggestion}
          onUse={() => use(suggestion)}
          onLead={(lead) => patch(withLead(form, lead))}
          placeDoubt={
            <PlaceDoubt orderId={order.id} doubt={suggestion.placeDoubt} onSuggested={use} />
          }
        />
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

interface DispatchDetailProps {
  orderId: string;
  onSent: (sent: RecentSend) => void;
  onLeave: () => void;
}

/** One order on the dispatch desk: read it, see the suggestion, decide. */
export function DispatchDetail({ orderId, onSent, onLeave }: DispatchDetailProps) {
  const order = useQuery(orderQuery(orderId));
  const suggestion = useQuery(suggestionQuery(orderId));
  const wasSent = useRef(false);
  const sent = (one: RecentSend) => {
    wasSent.current = true;
    onSent(one);
  };
  return (
    <Ask of={order}>
      {(found) => (
        <>
          <HeadedPanel label={found.title} head={<OrderHead order={found} />}>
            <Claim orderId={orderId} wasSent={wasSent} onLeave={onLeave} />
          </HeadedPanel>
          <Ask of={suggestion}>
            {(advice) => <DispatchWork order={found} suggestion={advice} onSent={sent} />}
          </Ask>
        </>
      )}
    </Ask>
  );
}
