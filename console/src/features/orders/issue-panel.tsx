import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusTag } from '../../ui/tags.tsx';
import { LinkIssueButton, UnlinkIssueButton } from './issue-buttons.tsx';
import { issueQuery } from './order.queries.ts';
import { orderText } from './text.ts';

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
      {issue !== undefined && <p>{orderText.issueWords(issue.appeals, issue.people)}</p>}
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
