import { clueResultLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { Facts } from '../../ui/facts.tsx';
import { shortInstant } from '../../ui/format.ts';
import { fileAddress } from '../../ui/ground.queries.ts';
import { Panel } from '../../ui/panel.tsx';
import { CheckTable } from './check-table.tsx';
import { type Received, receivedOneQuery } from './clues.queries.ts';
import { ReceivedActs, ReportCheck } from './received-acts.tsx';
import { clueText, receivedText as words } from './text.ts';

/** 一条线索, as the unit reads it: no order, nobody who told of it. */
export function ReceivedDetail({ clueId }: { clueId: string }) {
  const clue = useQuery(receivedOneQuery(clueId));
  return (
    <Ask of={clue}>
      {(found) => (
        <div className="stack">
          <Panel
            title={`${found.no} ${found.subject}`}
            extra={<span className="chip chip-plain">{words.state[found.state]}</span>}
          >
            <ReceivedActs clue={found} />
            <Facts facts={factsOf(found)} />
            <h3>{clueText.pack}</h3>
            <p className="words">{found.facts}</p>
            {found.photos.length > 0 && <Photos photos={found.photos} />}
          </Panel>
          <CheckTable
            checks={found.checks}
            act={(check) => found.can.plan && <ReportCheck clueId={found.id} checkId={check.id} />}
          />
        </div>
      )}
    </Ask>
  );
}

function factsOf(clue: Received) {
  const { facts } = clueText;
  return [
    { label: facts.kind, value: clue.kindName },
    { label: facts.place, value: clue.place },
    { label: facts.area, value: clue.areaName },
    { label: facts.basis, value: clue.basis },
    {
      label: words.receipt,
      value: clue.receiptDueAt && clueText.noReceipt(shortInstant(clue.receiptDueAt)),
    },
    { label: facts.result, value: clue.result && clueResultLabel[clue.result] },
  ];
}

function Photos({ photos }: { photos: Received['photos'] }) {
  return (
    <ul className="clue-photos" aria-label={words.photos}>
      {photos.map(({ id, name }) => (
        <li key={id}>
          <a href={fileAddress(id)} target="_blank" rel="noreferrer">
            <img src={fileAddress(id)} alt={name} />
          </a>
          {name}
        </li>
      ))}
    </ul>
  );
}
