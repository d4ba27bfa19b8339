import { fullInstant } from '../format.ts';
import type { Handouts } from './handouts.queries.ts';
import { handoutText as words } from './text.ts';

/** What was sent by link, and whether it was opened. */
export function HandoutList({ of: { rows, shownCap } }: { of: Handouts }) {
  return (
    <ul className="plain-list" aria-label={words.title}>
      {rows.map((row) => (
        <li key={row.id}>
          <p>
            {row.title}{' '}
            <span className={`chip ${row.openedAt === null ? 'chip-plain' : 'chip-good'}`}>
              {openingOf(row)}
            </span>
          </p>
          <p className="soft">{words.by(row.sentBy, fullInstant(row.sentAt))}</p>
        </li>
      ))}
      {rows.length >= shownCap && <li className="soft">{words.capped(shownCap)}</li>}
    </ul>
  );
}

function openingOf({ openedAt, opens, isOver }: Handouts['rows'][number]): string {
  if (openedAt !== null) return words.opened(fullInstant(openedAt), opens);
  return isOver ? words.over : words.unopened;
}
