import { windowRoleLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { AcceptFound } from './accept-object.tsx';
import { behindQuery, type Candidate, type NodeWhole } from './nodes.queries.ts';
import type { NodesSearch } from './search.ts';
import { compareText, objectText as words } from './text.ts';

interface ObjectsTabProps {
  node: NodeWhole;
  search: NodesSearch;
  onSearch: (next: Partial<NodesSearch>) => void;
}

/** 找到的对象, ranked by people above ordinary weeks; a person accepts. */
export function ObjectsTab({ node, search, onSearch }: ObjectsTabProps) {
  const chosen = node.candidates.find(({ id }) => id === search.object);
  if (node.reading?.state !== 'done') return <EmptyState words={compareText.never} />;
  if (node.candidates.length === 0) return <EmptyState words={words.none} />;
  return (
    <SplitPage
      onBack={() => onSearch({ object: undefined })}
      list={
        <ul className="rows" aria-label={words.list}>
          {node.candidates.map((row) => (
            <li key={row.id}>
              <Line
                row={row}
                isOpen={row.id === search.object}
                onOpen={() => onSearch({ object: row.id })}
              />
            </li>
          ))}
        </ul>
      }
      meanwhile={
        <Panel title={words.how}>
          <p>{words.howHelp}</p>
        </Panel>
      }
      detail={chosen === undefined ? null : <Detail {...{ node, onSearch }} row={chosen} />}
    />
  );
}

const whole = (expected: number): number => Math.round(expected);

function Line({ row, isOpen, onOpen }: { row: Candidate; isOpen: boolean; onOpen: () => void }) {
  return (
    <button type="button" className="node-object" aria-current={isOpen} onClick={onOpen}>
      <span className="node-rank">{row.rank}</span>
      <span>
        <strong>{row.name}</strong> <span className="soft">{row.areaName}</span>{' '}
        {row.watchId !== null && <span className="chip chip-good">{words.watched}</span>}
        <br />
        {words.line(row.people, whole(row.expected))}{' '}
        <span className="chip chip-plain">
          {words.above(Math.max(0, whole(row.people - row.expected)))}
        </span>
      </span>
    </button>
  );
}

function Detail({ node, row, onSearch }: Omit<ObjectsTabProps, 'search'> & { row: Candidate }) {
  const { facts } = words;
  return (
    <div className="stack">
      <Panel
        title={row.name}
        extra={
          node.can.work && row.watchId === null ? (
            <AcceptFound
              nodeId={node.id}
              row={row}
              onDone={(watch) => onSearch({ tab: 'watches', watch })}
            />
          ) : undefined
        }
      >
        <Facts
          facts={[
            { label: facts.area, value: row.areaName },
            {
              label: facts.numbers,
              value: words.numbers(row.people, row.orders, whole(row.expected)),
            },
            { label: facts.names, value: row.names.join('、') },
            { label: facts.things, value: row.things.join('、') },
            { label: facts.aliases, value: row.aliases.join('、') },
          ]}
        />
      </Panel>
      {row.reasons.length > 0 && <Reasons reasons={row.reasons} />}
      <Behind candidateId={row.id} />
    </div>
  );
}

export function Reasons({ reasons }: { reasons: Candidate['reasons'] }) {
  return (
    <Panel title={words.reasons}>
      <ol className="node-reasons">
        {reasons.map((reason) => (
          <li key={reason.words}>
            <strong>{words.reason(reason.words, reason.people)}</strong>
            <div>{words.quote(reason.quote)}</div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Behind({ candidateId }: { candidateId: string }) {
  const behind = useQuery(behindQuery(candidateId));
  return (
    <Panel title={words.behind}>
      <Ask of={behind}>
        {({ rows, hidden }) => (
          <>
            <ul className="plain-list">
              {rows.map((row) => (
                <li key={`${row.orderId} ${row.role}`}>
                  <span className="chip chip-plain">
                    {row.role === 'ordinary' ? words.role.ordinary : windowRoleLabel[row.role]}
                  </span>{' '}
                  <Link to="/orders/$orderId" params={{ orderId: row.orderId }}>
                    {row.orderNo}
                  </Link>{' '}
                  {row.title} <span className="soft">{row.label}</span>
                </li>
              ))}
            </ul>
            {hidden > 0 && <p className="soft">{words.hidden(hidden)}</p>}
          </>
        )}
      </Ask>
    </Panel>
  );
}
