import { exchange } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { type ComparedDay, comparedQuery } from './exchange.queries.ts';
import { kindWords } from './message-detail.tsx';
import { exchangeText as words } from './text.ts';

interface ComparedPanelProps {
  peer: string | undefined;
  day: string | undefined;
  mayCompare: boolean;
  onDay: (peer: string, day: string, open?: string) => void;
}

/** 对账: each day with each peer; a number opens the messages it counts. */
export function ComparedPanel({ peer, day, mayCompare, onDay }: ComparedPanelProps) {
  const list = useQuery(comparedQuery(peer));
  return (
    <Panel title={words.compareTitle}>
      <p className="soft gap-below">{words.compareHelp}</p>
      {mayCompare && peer !== undefined && day !== undefined && <Compare peer={peer} day={day} />}
      <Ask of={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState words={words.none} />
          ) : (
            <DataTable heads={heads} rows={rows.map((row) => lineOf(row, onDay))} />
          )
        }
      </Ask>
    </Panel>
  );
}

const heads = [
  words.day,
  words.peer,
  words.sent,
  words.received,
  words.closed,
  words.mismatched,
  words.comparedAt,
];

function lineOf(row: ComparedDay, onDay: ComparedPanelProps['onDay']) {
  const open = () => onDay(row.peer, row.day);
  return {
    key: `${row.peer} ${row.day}`,
    cells: [
      <Button key="day" size="small" onClick={open}>
        {row.day}
      </Button>,
      row.peerName,
      row.sent,
      row.received,
      row.closed,
      row.state === 'unreachable' ? (
        words.unreachable
      ) : (
        <Mismatches key="m" row={row} onDay={onDay} />
      ),
      shortInstant(row.at),
    ],
  };
}

function Mismatches({ row, onDay }: { row: ComparedDay; onDay: ComparedPanelProps['onDay'] }) {
  if (row.mismatched === 0) return <span className="chip chip-good">0</span>;
  return (
    <details>
      <summary>
        <span className="chip chip-alarm">
          {row.mismatched} {words.unit}
        </span>
      </summary>
      <ul className="plain-list">
        {row.mismatches.map(({ kind, name, messageKind, messageId }) => (
          <li key={`${kind} ${name}`}>
            {words.mismatch[kind]}:{kindWords(messageKind)}{' '}
            {messageId === null ? (
              <span className="mono">{name}</span>
            ) : (
              <Button size="small" onClick={() => onDay(row.peer, row.day, messageId)}>
                {words.listLabel}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Compare({ peer, day }: { peer: string; day: string }) {
  const act = useAct(exchange.reconcileDay, { done: words.comparing, stale: ['exchange'] });
  return (
    <p className="gap-below">
      <Button loading={act.isPending} onClick={() => act.mutate({ peer, day })}>
        {words.compare}
      </Button>
    </p>
  );
}
