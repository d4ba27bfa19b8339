import { entryStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Entry, entriesQuery } from './campaigns.queries.ts';
import { entryText as words } from './text.ts';

interface EntryListProps {
  campaignId: string;
  at: string | undefined;
  chosen: string | undefined;
  onOpen: (entryId: string) => void;
}

/** 问题清单: what waits for a person first, then what is open, then the rest. */
export function EntryList({ campaignId, at, chosen, onOpen }: EntryListProps) {
  const found = useQuery(entriesQuery(campaignId, at));
  return (
    <Panel title={words.list}>
      <Ask of={found}>
        {({ rows, shownCap }) => (
          <>
            {rows.length === 0 && <EmptyState words={words.none} />}
            <ul className="rows" aria-label={words.list}>
              {[...rows].sort(byUrgency).map((row) => (
                <li key={row.id}>
                  <EntryLine row={row} isOpen={row.id === chosen} onOpen={() => onOpen(row.id)} />
                </li>
              ))}
            </ul>
            {rows.length === shownCap && <p className="soft">{words.cap(shownCap)}</p>}
          </>
        )}
      </Ask>
    </Panel>
  );
}

const places: Record<Entry['state'], number> = {
  proposed: 0,
  'to-media': 1,
  'not-rectified': 2,
  listed: 3,
  inspected: 4,
  rectified: 5,
  aside: 6,
  merged: 7,
};

const byUrgency = (a: Entry, b: Entry): number =>
  places[a.state] - places[b.state] || b.appeals - a.appeals || a.no - b.no;

interface EntryLineProps {
  row: Entry;
  isOpen: boolean;
  onOpen: () => void;
}

function EntryLine({ row, isOpen, onOpen }: EntryLineProps) {
  return (
    <div className={`row${isOpen ? ' is-open' : ''}`}>
      <button type="button" className="row-main" aria-pressed={isOpen} onClick={onOpen}>
        <span className="row-title">
          {row.no}. {row.name}{' '}
          <span className={`chip ${row.state === 'proposed' ? 'chip-alarm' : 'chip-plain'}`}>
            {entryStateLabel[row.state]}
          </span>
        </span>
        <span className="row-meta">
          {[
            words.appeals(row.appeals),
            row.areaName,
            row.supervisions > 0 ? words.supervised(row.supervisions) : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        {row.words.length > 0 && <span className="row-hints">{row.words.join('、')}</span>}
      </button>
    </div>
  );
}
