import {
  type disputes,
  type ReplyOf,
  returnReasonLabel,
  returnStateLabel,
  roundLabel,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Facts } from '../facts.tsx';
import { fullInstant } from '../format.ts';
import { Panel } from '../panel.tsx';
import { disputeQuery } from './dispute.queries.ts';
import { disputeText } from './text.ts';

type Dispute = ReplyOf<typeof disputes.readDispute>;
type Return = Dispute['returns'][number];

function ReturnItem({ one }: { one: Return }) {
  return (
    <li className="gap-below">
      <p className="row-tags">
        <strong>{one.unit.name}</strong>
        <span className={`chip ${one.state === 'asked' ? 'chip-wait' : 'chip-plain'}`}>
          {returnStateLabel[one.state]}
        </span>
        <span className="soft">{roundLabel[one.round]}</span>
      </p>
      <Facts
        facts={[
          { label: disputeText.reason, value: returnReasonLabel[one.reason] },
          { label: disputeText.basis, value: one.basis },
          { label: disputeText.properUnit, value: one.properUnit?.name ?? null },
          { label: disputeText.words, value: one.words },
          {
            label: disputeText.dueAt,
            value: one.state === 'asked' && one.dueAt !== null ? fullInstant(one.dueAt) : null,
          },
          { label: disputeText.ruling, value: one.ruling },
          { label: disputeText.newLead, value: one.newLead?.name ?? null },
        ]}
      />
      <p className="soft">
        {[
          disputeText.askedBy(one.askedBy, fullInstant(one.askedAt)),
          one.signedBy === null ? '' : disputeText.signedBy(one.signedBy),
          one.ruledBy === null || one.ruledAt === null
            ? ''
            : disputeText.ruledBy(one.ruledBy, fullInstant(one.ruledAt)),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </li>
  );
}

/** 退单与裁定 of an order; an order nobody ever returned shows nothing. */
export function DisputePanel({ orderId }: { orderId: string }) {
  const { data } = useQuery(disputeQuery(orderId));
  if (data === undefined || data.returns.length === 0) return null;
  return (
    <Panel title={disputeText.title}>
      {data.isProblem && <Alert className="gap-below" type="error" title={disputeText.problem} />}
      {data.leadFixed && <p className="gap-below">{disputeText.leadFixed}</p>}
      <ul className="plain-list">
        {data.returns.map((one) => (
          <ReturnItem key={one.no} one={one} />
        ))}
      </ul>
    </Panel>
  );
}
