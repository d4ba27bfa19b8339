import { type ReplyOf, warningStateLabel, type warnings } from '@minsheng/contract';
import { shortInstant } from '../../ui/format.ts';
import { warningsText } from './text.ts';

export type WarningRow = ReplyOf<typeof warnings.listWarnings>['rows'][number];

interface WarningLineProps {
  row: WarningRow;
  isOpen: boolean;
  onOpen: () => void;
}

export const numbersOf = ({ hours, seen, low, high }: WarningRow): string =>
  warningsText.numbers(hours, seen, low, high);

/** What, how many against how many, since when, and the words that stand out. */
export function WarningLine({ row, isOpen, onOpen }: WarningLineProps) {
  const { lead, state, sinceAt, words } = row;
  return (
    <div className={`row${isOpen ? ' is-open' : ''}${state === 'new' ? ' is-alarm' : ''}`}>
      <button type="button" className="row-main" aria-pressed={isOpen} onClick={onOpen}>
        <span className="row-title">
          <b>{warningsText.about(lead.subject, lead.label)}</b>{' '}
          <span className={`chip ${state === 'new' ? 'chip-alarm' : ''}`}>
            {warningStateLabel[state]}
          </span>
        </span>
        <span>{numbersOf(row)}</span>
        <span className="soft">
          {warningsText.since(shortInstant(sinceAt))} {words.join('、')}
        </span>
      </button>
    </div>
  );
}
