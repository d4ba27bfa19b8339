import { heldReasonLabel } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
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

function MatterLine({ row, page }: LineProps) {
  return (
    <tr>
      <th scope="row">
        {row.name} <small className="soft">{row.group}</small>
      </th>
      <td>{autoText.settledWords(row.settled, page.window)}</td>
      <td>{shareWords(row.first)}</td>
      <td>{shareWords(row.sure)}</td>
      <td>
        {percent(row.barPermille)}
        {row.ownBar !== null && <small className="soft"> {autoText.ownBar}</small>}
      </td>
      <td>
        <Against row={row} />
      </td>
      <td>
        <Link
          to="/search"
          search={{
            auto: 'sent',
            autoFrom: page.since,
            autoTo: page.today,
            matter: row.matterCode,
          }}
        >
          {autoText.count(row.sent)}
        </Link>
      </td>
      <td>{shareWords(row.sentEnded)}</td>
      {page.can.stop && (
        <td>
          <ChangeMatter row={row} />
        </td>
      )}
    </tr>
  );
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
        <div className="auto-table">
          <table>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                {can.stop && <th scope="col">{autoText.set}</th>}
              </tr>
            </thead>
            <tbody>
              {matters.map((row) => (
                <MatterLine key={row.matterCode} row={row} page={page} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
