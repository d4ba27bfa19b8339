import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { linesQuery } from './city.queries.ts';
import { linesText } from './text.ts';

/** 归并热线台账: which lines answer as 12345, and how. */
export function LinesTab() {
  const lines = useQuery(linesQuery);
  return (
    <Ask of={lines}>
      {({ rows }) => (
        <>
          <p className="soft gap-below">{linesText.caption(rows.length)}</p>
          <ul className="rows" aria-label={linesText.listLabel}>
            {rows.map((line) => (
              <li key={`${line.number}${line.name}`} className="row unit-line">
                <strong className="mono">{line.number}</strong>
                <span>{line.name}</span>
                <span className="soft">
                  {linesText.owner} {line.owner}
                </span>
                <span className="chip chip-plain">{linesText.mode[line.mode]}</span>
                {line.since !== null && <span className="soft">{linesText.since(line.since)}</span>}
                {line.invented && <span className="chip chip-wait">{linesText.invented}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Ask>
  );
}
