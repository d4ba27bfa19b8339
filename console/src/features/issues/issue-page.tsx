import { issues, type ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useAct } from '../../shell/act.ts';
import { useMay } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { issueQuery } from '../../ui/case.queries.ts';
import { OrderLine } from '../../ui/order-row.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { staleAfterSame } from '../../ui/same-thing/same-thing.queries.ts';
import { uiText } from '../../ui/text.ts';
import { MergeBar } from './merge-bar.tsx';
import { ProposedPanel } from './proposed-panel.tsx';
import { issueText } from './text.ts';
import { usePicked } from './use-picked.ts';

const route = getRouteApi('/issues/$issueId');

type Issue = ReplyOf<typeof issues.issuePage>;

const most = uiText.many.most(issues.mostMovedAtOnce);

function SplitBar({ issueId, picked }: { issueId: string; picked: readonly string[] }) {
  const act = useAct(issues.splitIssue, {
    done: issueText.splitDone,
    stale: staleAfterSame,
    quiet: true,
  });
  if (picked.length === 0) return null;
  if (picked.length > issues.mostMovedAtOnce) return <p className="soft">{most}</p>;
  return (
    <p className="inline">
      {issueText.picked(picked.length)}
      <ReasonButton
        label={issueText.split}
        help={`${issueText.splitHelp}${most}`}
        needed
        act={act}
        input={(reason) => ({ issueId, orderIds: [...picked], reason })}
      />
    </p>
  );
}

function OrdersPanel({ issue, maySplit }: { issue: Issue; maySplit: boolean }) {
  const navigate = useNavigate();
  const may = useMay();
  const { picked, tick } = usePicked(issue.orders.map(({ id }) => id));
  const { hidden } = issue;
  return (
    <Panel title={issueText.orders}>
      {maySplit && <SplitBar issueId={issue.issueId} picked={picked} />}
      {may('dispatch.send') && <MergeBar picked={picked} rows={issue.orders} />}
      {issue.orders.map((row) => (
        <OrderLine
          key={row.id}
          row={row}
          isOpen={false}
          showsStatus
          onOpen={() => navigate({ to: '/orders/$orderId', params: { orderId: row.id } })}
          before={
            maySplit && (
              <Checkbox
                aria-label={issueText.pick(row.title)}
                checked={picked.includes(row.id)}
                onChange={(event) => tick(row.id, event.target.checked)}
              />
            )
          }
        />
      ))}
      {hidden > 0 && <p className="soft">{issueText.hidden(hidden)}</p>}
    </Panel>
  );
}

/** What may be asked of units about all of it at once. */
function AboutActs({ issueId: issue }: { issueId: string }) {
  const may = useMay();
  return (
    <p className="inline no-print">
      {may('tasks.give') && (
        <Link to="/tasks" search={{ issue }}>
          {issueText.giveTask}
        </Link>
      )}
      {may('visits.ask') && (
        <Link to="/visits" search={{ issue }}>
          {issueText.askVisit}
        </Link>
      )}
      {may('meetings.plan') && (
        <Link to="/meetings" search={{ issue }}>
          {issueText.meet}
        </Link>
      )}
      {may('letters.write') && (
        <Link to="/letters" search={{ issue }}>
          {issueText.write}
        </Link>
      )}
    </p>
  );
}

/** 事项页: one real thing, who told of it, who may have told of it, and what can be taken back. */
export function IssuePage() {
  const { issueId } = route.useParams();
  const may = useMay();
  const issue = useQuery(issueQuery(issueId));
  const mayLink = may('issues.link');
  return (
    <Ask of={issue}>
      {(found) => (
        <div className="stack">
          <div className="page-title">
            <h1>{found.orders[0]?.title ?? issueText.title}</h1>
            {may('orders.search') && (
              <Link to="/search" search={{ issue: issueId }}>
                {may('release.ask') ? issueText.searchToRelease : issueText.search}
              </Link>
            )}
          </div>
          <p role="status">
            <strong>{issueText.counts(found.appeals, found.people)}</strong>
          </p>
          <p className="soft">{issueText.countsHelp}</p>
          <AboutActs issueId={issueId} />
          <OrdersPanel issue={found} maySplit={mayLink && found.appeals > 1} />
          {mayLink && <ProposedPanel issueId={issueId} />}
        </div>
      )}
    </Ask>
  );
}
