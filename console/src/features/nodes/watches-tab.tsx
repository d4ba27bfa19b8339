import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { AcceptOwn } from './accept-object.tsx';
import { type NodeWhole, type WatchBrief, watchesQuery } from './nodes.queries.ts';
import type { NodesSearch } from './search.ts';
import { watchText as words } from './text.ts';
import { WatchDetail } from './watch-detail.tsx';

interface WatchesTabProps {
  node: NodeWhole;
  search: NodesSearch;
  onSearch: (next: Partial<NodesSearch>) => void;
}

/** 关注对象 of a node, each with the last zero-complaint query. */
export function WatchesTab({ node, search, onSearch }: WatchesTabProps) {
  const watches = useQuery(watchesQuery(node.id));
  const show = (watch: string) => onSearch({ tab: 'watches', watch });
  return (
    <Ask of={watches}>
      {({ rows }) => {
        const open = search.watch ?? rows[0]?.id;
        return (
          <SplitPage
            onBack={() => onSearch({ watch: undefined })}
            list={
              <>
                {rows.length === 0 && <p>{words.none}</p>}
                <ul className="rows" aria-label={words.list}>
                  {rows.map((row) => (
                    <li key={row.id}>
                      <button
                        type="button"
                        className="node-object"
                        aria-current={row.id === open}
                        onClick={() => show(row.id)}
                      >
                        <Line row={row} />
                      </button>
                    </li>
                  ))}
                </ul>
                {node.can.work && <AcceptOwn nodeId={node.id} known={null} onDone={show} />}
              </>
            }
            detail={open === undefined ? null : <WatchDetail key={open} watchId={open} />}
          />
        );
      }}
    </Ask>
  );
}

function Line({ row }: { row: WatchBrief }) {
  return (
    <span>
      <strong>{row.name}</strong> <span className="soft">{row.areaName}</span>
      <br />
      {row.ended !== null ? (
        <span className="chip chip-plain">{words.ended}</span>
      ) : (
        <ZeroChip zero={row.zero} />
      )}
    </span>
  );
}

export function ZeroChip({ zero }: { zero: WatchBrief['zero'] }) {
  if (zero === null) return <span className="chip chip-plain">{words.never}</span>;
  return zero.breaks === 0 ? (
    <span className="chip chip-good">{words.zero}</span>
  ) : (
    <span className="chip chip-alarm">{words.breaks(zero.breaks)}</span>
  );
}
