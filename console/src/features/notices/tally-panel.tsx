import { noticeWayLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type NoticeTally, tallyQuery } from './notices.queries.ts';
import { noticesText as words } from './text.ts';

/** 收发统计, by day and way. */
export function TallyPanel() {
  const tally = useQuery(tallyQuery);
  return <Ask of={tally}>{(found) => <Tally tally={found} />}</Ask>;
}

function Tally({ tally: { days, rows } }: { tally: NoticeTally }) {
  if (rows.length === 0) return <EmptyState words={words.tallyEmpty} />;
  return (
    <>
      <p className="soft gap-below">{words.tallyHelp(days)}</p>
      <DataTable
        heads={words.tallyHeads}
        rows={rows.map((row) => ({
          key: `${row.day} ${row.way}`,
          cells: [
            row.day,
            noticeWayLabel[row.way],
            row.sent,
            row.delivered,
            row.failed,
            row.uncertain,
          ],
        }))}
      />
    </>
  );
}
