import { problemStateLabel } from '@minsheng/contract';
import { Bars } from './bars.tsx';
import type { Found } from './problems.queries.ts';
import { problemsText } from './text.ts';

interface ProblemLineProps {
  row: Found;
  isOpen: boolean;
  onOpen: () => void;
}

/** Rank, name, how many, since when more, and why they belong together. */
export function ProblemLine({ row, isOpen, onOpen }: ProblemLineProps) {
  const { rank, name, state, people, messages, peopleBefore, urgent, bars, matter, area } = row;
  const mostly = [matter?.name, area?.name].filter((part) => part !== undefined);
  return (
    <div className={`row${isOpen ? ' is-open' : ''}`}>
      <button type="button" className="row-main" aria-pressed={isOpen} onClick={onOpen}>
        <span className="row-title">
          {rank}. {name}{' '}
          {state !== 'open' && <span className="chip chip-plain">{problemStateLabel[state]}</span>}
        </span>
        <span className="problem-numbers">
          <b>{problemsText.counts(people, messages)}</b>
          <span className="soft">{problemsText.peopleBefore(peopleBefore)}</span>
          {urgent > 0 && <span className="chip chip-alarm">{problemsText.urgent(urgent)}</span>}
          <Bars bars={bars} />
        </span>
        <span className="row-meta">{mostly.join(' · ')}</span>
      </button>
    </div>
  );
}
