import { issues } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LastMoveLine } from '../../ui/same-thing/last-move.tsx';
import { ProposalItem } from '../../ui/same-thing/proposal-item.tsx';
import '../../ui/same-thing/same-thing.css';
import {
  type LastMove,
  type ProposalView,
  proposalsToIssueQuery,
  staleAfterSame,
} from '../../ui/same-thing/same-thing.queries.ts';
import { sameText } from '../../ui/same-thing/text.ts';
import { uiText } from '../../ui/text.ts';
import { issueText } from './text.ts';
import { usePicked } from './use-picked.ts';

function ProposedList({ issueId, rows }: { issueId: string; rows: readonly ProposalView[] }) {
  const open = rows.filter(({ state }) => state === 'proposed').map(({ order }) => order.orderId);
  const { picked, tick } = usePicked(open);
  const act = useAct(issues.confirmProposals, { done: sameText.confirmed, stale: staleAfterSame });
  return (
    <>
      <p className="soft">{sameText.help}</p>
      <ul className="plain-list">
        {rows.map((proposal) => (
          <ProposalItem
            key={proposal.order.orderId}
            proposal={proposal}
            from="issue"
            before={
              proposal.state === 'proposed' && (
                <Checkbox
                  aria-label={issueText.pick(proposal.order.title)}
                  checked={picked.includes(proposal.order.orderId)}
                  onChange={(event) => tick(proposal.order.orderId, event.target.checked)}
                />
              )
            }
          />
        ))}
      </ul>
      {open.length > 0 && (
        <Button
          type="primary"
          disabled={picked.length === 0 || picked.length > issues.mostMovedAtOnce}
          loading={act.isPending}
          onClick={() => act.mutate({ issueId, orderIds: [...picked] })}
        >
          {issueText.confirmPicked(picked.length)}
        </Button>
      )}
      {open.length > 1 && <p className="soft">{uiText.many.most(issues.mostMovedAtOnce)}</p>}
    </>
  );
}

function Moves({ issueId, moves }: { issueId: string; moves: readonly LastMove[] }) {
  if (moves.length === 0) return <p className="soft">{issueText.noMoves}</p>;
  return (
    <ul className="plain-list">
      {moves.map((move) => (
        <li key={move.orderId}>
          <strong>{move.issueId === issueId ? issueText.movedIn : issueText.movedOut}</strong>{' '}
          {move.title} <span className="soft mono">{move.orderNo}</span>
          <LastMoveLine move={move} />
        </li>
      ))}
    </ul>
  );
}

/** 可能也属于本事项: tick and confirm several at once; below, what was moved lately and can be taken back. */
export function ProposedPanel({ issueId }: { issueId: string }) {
  const asked = useQuery(proposalsToIssueQuery(issueId));
  return (
    <Ask of={asked}>
      {({ rows, lastMoves, shownCap }) => (
        <>
          <Panel title={issueText.proposed}>
            {rows.length === 0 ? (
              <p className="soft">{issueText.noneProposed}</p>
            ) : (
              <ProposedList issueId={issueId} rows={rows} />
            )}
            {rows.length === shownCap && <p className="soft">{issueText.shownFirst(shownCap)}</p>}
          </Panel>
          <Panel title={issueText.moves}>
            <Moves issueId={issueId} moves={lastMoves} />
          </Panel>
        </>
      )}
    </Ask>
  );
}
