import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { issueQuery } from '../../ui/case.queries.ts';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LastMoveLine } from '../../ui/same-thing/last-move.tsx';
import { proposalsOfOrderQuery } from '../../ui/same-thing/same-thing.queries.ts';
import { StatusTag } from '../../ui/tags.tsx';
import { LinkIssueButton, UnlinkIssueButton } from './issue-buttons.tsx';
import { orderText } from './text.ts';

/** 上一步: whoever may move an order may take the last move of it back. */
function OwnLastMove({ order }: { order: OrderPageView }) {
  const { data } = useQuery({
    ...proposalsOfOrderQuery(order.id),
    enabled: order.abilities.includes('link-issue'),
  });
  return data?.lastMove ? <LastMoveLine move={data.lastMove} /> : null;
}

/** 事项: the real thing behind this and other orders. */
export function IssuePanel({ order }: { order: OrderPageView }) {
  const { data: issue } = useQuery(issueQuery(order.issueId));
  const may = (ability: OrderPageView['abilities'][number]) => order.abilities.includes(ability);
  return (
    <Panel
      title={orderText.issue}
      extra={
        <>
          {may('link-issue') && <LinkIssueButton order={order} />}
          {may('unlink-issue') && <UnlinkIssueButton order={order} />}
        </>
      }
    >
      {issue !== undefined && (
        <p className="inline">
          {orderText.issueWords(issue.appeals, issue.people)}
          <Link to="/issues/$issueId" params={{ issueId: order.issueId }}>
            {orderText.openIssue}
          </Link>
        </p>
      )}
      <OwnLastMove order={order} />
      {order.related.length === 0 && <p className="soft">{orderText.noRelated}</p>}
      <ul className="plain-list">
        {order.related.map((one) => (
          <li key={`${one.orderId}${one.relation}`}>
            <span className="soft">{orderText.relation[one.relation]}</span>{' '}
            <Link to="/orders/$orderId" params={{ orderId: one.orderId }}>
              {one.title}
            </Link>{' '}
            <StatusTag status={one.status} />
            <span className="soft mono"> {one.orderNo}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
