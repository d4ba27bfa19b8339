import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { NodeLists } from './node-lists.tsx';
import { NodeView } from './node-view.tsx';
import './nodes.css';
import { nodesQuery, watchQuery } from './nodes.queries.ts';
import { nodesText as words } from './text.ts';

const route = getRouteApi('/nodes');

/** 重要节点: of a year, and one of them opened. */
export function NodesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(nodesQuery(search.year));
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.intro}</p>
      <Ask of={list}>
        {(found) => (
          <div className="stack">
            <Select
              className="node-year"
              aria-label={words.year}
              value={found.year}
              options={yearsAround(found.year).map((year) => ({
                value: year,
                label: words.yearOf(year),
              }))}
              onChange={(year) => navigate({ search: { year } })}
            />
            <NodeLists
              list={found}
              chosen={search.node}
              onChoose={(node) => navigate({ search: { year: found.year, node } })}
            />
            {search.node === undefined && search.watch !== undefined && (
              <OfWatch watchId={search.watch} />
            )}
            {search.node !== undefined && (
              <NodeView
                key={search.node}
                nodeId={search.node}
                search={search}
                onSearch={(next) => navigate({ search: { ...search, ...next } })}
              />
            )}
          </div>
        )}
      </Ask>
    </>
  );
}

/** Opened from a letter or a task about the object: its node is found first. */
function OfWatch({ watchId }: { watchId: string }) {
  const watch = useQuery(watchQuery(watchId));
  return (
    <Ask of={watch}>
      {({ nodeId }) => (
        <Navigate to="/nodes" search={{ node: nodeId, tab: 'watches', watch: watchId }} replace />
      )}
    </Ask>
  );
}

const yearsAround = (year: number): number[] => [year - 2, year - 1, year, year + 1];
