import { issues, sameReasonLabel, whyNotSameLabel } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useAct } from '../../shell/act.ts';
import { shortInstant } from '../format.ts';
import { StatusTag } from '../tags.tsx';
import { RejectButton } from './reject-button.tsx';
import { type ProposalView, staleAfterSame } from './same-thing.queries.ts';
import { sameText } from './text.ts';

export function reasonWords(reasons: ProposalView['reasons']): string {
  return reasons.map(({ code, words }) => sameText.reason(sameReasonLabel[code], words)).join(';');
}

export function ToldOrder({ order }: { order: ProposalView['order'] }) {
  const place = [order.areaName, order.address].filter((part) => part !== '').join(' · ');
  return (
    <>
      <Link to="/orders/$orderId" params={{ orderId: order.orderId }}>
        {order.title === '' ? order.orderNo : order.title}
      </Link>{' '}
      <StatusTag status={order.status} />
      <p className="soft">
        {place} · {shortInstant(order.acceptedAt)} · <span className="mono">{order.orderNo}</span>
      </p>
    </>
  );
}

function Reopen({ proposal }: { proposal: ProposalView }) {
  const { issueId, order, why } = proposal;
  const act = useAct(issues.reopenProposal, { done: sameText.reopened, stale: staleAfterSame });
  return (
    <p className="inline soft">
      {sameText.wasRejected(why === null ? '' : whyNotSameLabel[why])}
      <Button
        size="small"
        loading={act.isPending}
        onClick={() => act.mutate({ issueId, orderId: order.orderId })}
      >
        {sameText.reopen}
      </Button>
    </p>
  );
}

function Decide({ proposal, canConfirm }: { proposal: ProposalView; canConfirm: boolean }) {
  const { issueId, order } = proposal;
  const act = useAct(issues.confirmProposals, { done: sameText.confirmed, stale: staleAfterSame });
  return (
    <p className="inline">
      {canConfirm && (
        <Button
          type="primary"
          loading={act.isPending}
          onClick={() => act.mutate({ issueId, orderIds: [order.orderId] })}
        >
          {sameText.confirm}
        </Button>
      )}
      <RejectButton issueId={issueId} orderId={order.orderId} />
    </p>
  );
}

interface ProposalItemProps {
  proposal: ProposalView;
  /** From the order's side the issue is shown, from the issue's side the order. */
  from: 'order' | 'issue';
  before?: ReactNode;
}

/** 一条建议: what it may be the same as, why, and the two answers. */
export function ProposalItem({ proposal, from, before }: ProposalItemProps) {
  const { issueId, appeals, people, like, order, reasons, state } = proposal;
  return (
    <li className="same-thing">
      {before}
      <ToldOrder order={from === 'order' ? like : order} />
      {from === 'order' && (
        <p className="inline">
          <strong>{sameText.told(appeals, people)}</strong>
          <Link to="/issues/$issueId" params={{ issueId }}>
            {sameText.openIssue}
          </Link>
        </p>
      )}
      <p>{sameText.because(reasonWords(reasons))}</p>
      {state === 'proposed' ? (
        <Decide proposal={proposal} canConfirm={from === 'order'} />
      ) : (
        <Reopen proposal={proposal} />
      )}
    </li>
  );
}
