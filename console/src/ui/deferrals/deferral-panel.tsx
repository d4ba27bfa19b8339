import {
  deferralKindLabel,
  deferralReasonLabel,
  deferralStateLabel,
  deferrals,
  type ReplyOf,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Facts } from '../facts.tsx';
import { fullInstant } from '../format.ts';
import { Panel } from '../panel.tsx';
import { ReasonButton } from '../reason-button.tsx';
import { deferralsQuery } from './deferral.queries.ts';
import { LedgerPart, ReviewButton } from './ledger-part.tsx';
import { deferralText } from './text.ts';

type Deferrals = ReplyOf<typeof deferrals.readDeferrals>;
type Request = Deferrals['requests'][number];

const stale = ['deferrals', 'desk', 'counters', 'order', 'order-timeline', 'order-clocks', 'duty'];

function RequestItem({ one }: { one: Request }) {
  return (
    <li className="gap-below">
      <p className="row-tags">
        <strong>{deferralKindLabel[one.kind]}</strong>
        <span>{one.unit.name}</span>
        <span className={`chip ${one.state === 'asked' ? 'chip-wait' : 'chip-plain'}`}>
          {deferralStateLabel[one.state]}
        </span>
      </p>
      <Facts
        facts={[
          { label: deferralText.reason, value: deferralReasonLabel[one.reason] },
          { label: deferralText.span, value: one.span },
          { label: deferralText.plan, value: one.plan },
          { label: deferralText.words, value: one.words },
        ]}
      />
      <p className="soft">
        {[
          deferralText.askedBy(one.askedBy, fullInstant(one.askedAt)),
          one.decidedBy === null || one.decidedAt === null
            ? ''
            : deferralText.decidedBy(one.decidedBy, fullInstant(one.decidedAt)),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </li>
  );
}

function Decide({ orderId, onDecided }: { orderId: string; onDecided: () => void }) {
  const grant = useAct(deferrals.decideDeferral, {
    done: deferralText.granted,
    stale,
    onDone: onDecided,
  });
  const refuse = useAct(deferrals.decideDeferral, {
    done: deferralText.refused,
    stale,
    quiet: true,
    onDone: onDecided,
  });
  return (
    <>
      <Button
        type="primary"
        loading={grant.isPending}
        onClick={() => grant.mutate({ orderId, granted: true })}
      >
        {deferralText.grant}
      </Button>
      <ReasonButton
        label={deferralText.refuse}
        fieldLabel={deferralText.refuseReason}
        needed
        act={refuse}
        input={(words) => ({ orderId, granted: false, words })}
      />
    </>
  );
}

function ResumeButton({ orderId }: { orderId: string }) {
  const act = useAct(deferrals.resume, { done: deferralText.resumed, stale, quiet: true });
  return (
    <ReasonButton
      label={deferralText.resume}
      fieldLabel={deferralText.resumeReason}
      needed
      least={4}
      act={act}
      input={(words) => ({ orderId, words })}
    />
  );
}

interface DeferralPanelProps {
  orderId: string;
  onDecided?: () => void;
}

/** 延期、挂起与挂账 of an order; one nobody ever asked anything for shows nothing. */
export function DeferralPanel({ orderId, onDecided }: DeferralPanelProps) {
  const { data } = useQuery(deferralsQuery(orderId));
  if (data === undefined || data.requests.length === 0) return null;
  const { abilities, ledger } = data;
  return (
    <Panel
      title={deferralText.title}
      extra={
        <>
          {abilities.includes('decide') && (
            <Decide orderId={orderId} onDecided={onDecided ?? (() => undefined)} />
          )}
          {abilities.includes('resume') && <ResumeButton orderId={orderId} />}
          {abilities.includes('review') && ledger !== null && (
            <ReviewButton orderId={orderId} ledger={ledger} />
          )}
        </>
      }
    >
      <ul className="plain-list">
        {data.requests.map((one) => (
          <RequestItem key={one.no} one={one} />
        ))}
      </ul>
      {ledger !== null && <LedgerPart ledger={ledger} />}
    </Panel>
  );
}
