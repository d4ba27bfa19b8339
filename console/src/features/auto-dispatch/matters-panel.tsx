import { heldReasonLabel } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { AutoPage, MatterRow } from './auto-dispatch.queries.ts';
import { ChangeMatter } from './change-forms.tsx';
import { autoText, percent, shareWords } from './text.ts';

interface LineProps {
  row: MatterRow;
  page: AutoPage;
}

function Against({ row }: { row: MatterRow }) {
  if (row.against.length === 0) return <span className="chip chip-good">{autoText.yes}</span>;
  return (
    <>
      {row.against.map((reason) => (
        <span key={reason} className="chip chip-plain">
          {heldReasonLabel[reason]}
        </span>
      ))}
    </>
  );
}

function cellsOf({ row, page }: LineProps): ReactNode[] {
  const { name, group, settled, first, sure, barPermille, ownBar, sent, sentEnded } = row;
  return [
    <span key="name">
      {name} <small className="soft">{group}</small>
    </span>,
    autoText.settledWords(settled, page.window),
    shareWords(first),
    shareWords(sure),
    <span key="bar">
      {percent(barPermille)}
      {ownBar !== null && <small className="soft"> {autoText.ownBar}</small>}
    </span>,
    <Against key="against" row={row} />,
    <Link
      key="sent"
      to="/search"
      search={{ auto: 'sent', autoFrom: page.since, autoTo: page.today, matter: row.matterCode }}
    >
      {autoText.count(sent)}
    </Link>,
    shareWords(sentEnded),
    ...(page.can.stop ? [<ChangeMatter key="set" row={row} />] : []),
  ];
}

const heads = [
  autoText.matter,
  autoText.settled,
  autoText.first,
  autoText.sureEnded,
  autoText.bar,
  autoText.state,
  autoText.sentDays,
  autoText.sentDaysEnded,
];

/** 各事项: how much is known, whether that is enough, and what went by itself lately. */
export function MattersPanel({ page }: { page: AutoPage }) {
  const { matters, window, fewestSure, can } = page;
  return (
    <Panel title={autoText.matters}>
      <p className="soft">{autoText.mattersHelp(window, fewestSure)}</p>
      {matters.length === 0 && <p>{autoText.noMatters}</p>}
      {matters.length > 0 && (
        <DataTable
          heads={can.stop ? [...heads, autoText.set] : heads}
          rows={matters.map((row) => ({ key: row.matterCode, cells: cellsOf({ row, page }) }))}
        />
      )}
    </Panel>
  );
}
