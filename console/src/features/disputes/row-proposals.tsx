import { dispatch, type ReplyOf, rowProposalStateLabel } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { call } from '../../shell/call.ts';
import { useMe } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { disputesText } from './text.ts';

type Row = ReplyOf<typeof dispatch.listRowProposals>['rows'][number];

const rowProposalsQuery = queryOptions({
  queryKey: ['row-proposals'],
  queryFn: ({ signal }) => call(dispatch.listRowProposals, {}, { signal }),
});

function Decide({ row }: { row: Row }) {
  const stale = ['row-proposals', 'catalogue', 'suggestion'];
  const accept = useAct(dispatch.decideRow, { done: disputesText.accepted, stale });
  const refuse = useAct(dispatch.decideRow, { done: disputesText.refused, stale, quiet: true });
  return (
    <div className="inline">
      <Button
        type="primary"
        loading={accept.isPending}
        onClick={() => accept.mutate({ proposalId: row.id, accepted: true })}
      >
        {disputesText.accept}
      </Button>
      <ReasonButton
        label={disputesText.refuse}
        needed
        act={refuse}
        input={(why) => ({ proposalId: row.id, accepted: false, why })}
      />
    </div>
  );
}

/** 目录增补: precedents followed three times, for whoever keeps the catalogue. */
export function RowProposals() {
  const rows = useQuery(rowProposalsQuery);
  const me = useMe();
  return (
    <Ask of={rows}>
      {({ rows: found }) => (
        <>
          <p className="gap-below soft">{disputesText.rowsHelp}</p>
          {found.length === 0 && <EmptyState words={disputesText.noRows} />}
          <ul className="plain-list">
            {found.map((row) => (
              <li key={row.id} className="panel">
                <p className="row-tags">
                  <strong>{row.matterName}</strong>
                  <span className="chip chip-plain">{rowProposalStateLabel[row.state]}</span>
                </p>
                <Facts
                  facts={[
                    { label: disputesText.row.area, value: row.areaName },
                    { label: disputesText.row.lead, value: row.leadName },
                    { label: disputesText.row.basis, value: row.basis },
                    { label: disputesText.row.why, value: row.why },
                  ]}
                />
                {row.state === 'proposed' && me.account.permissions.includes('dispatch.govern') && (
                  <Decide row={row} />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Ask>
  );
}
