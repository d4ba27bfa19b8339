import { nodes, windowRoleLabel } from '@minsheng/contract';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { AcceptOwn } from './accept-object.tsx';
import { type NodeWhole, staleNodes } from './nodes.queries.ts';
import type { NodesSearch } from './search.ts';
import { SmallBars } from './small-bars.tsx';
import { compareText as words } from './text.ts';

type Reading = NonNullable<NodeWhole['reading']>;
type Window = Reading['windows'][number];

interface CompareTabProps {
  node: NodeWhole;
  onSearch: (next: Partial<NodesSearch>) => void;
}

/** 历年对比, by the days of the holiday. */
export function CompareTab({ node, onSearch }: CompareTabProps) {
  const { reading } = node;
  return (
    <>
      <Panel title={words.caption} extra={node.can.work ? <AskReading node={node} /> : undefined}>
        <p className="soft gap-below">{words.help}</p>
        {reading === null && <p>{words.never}</p>}
        {stateOf(node) === 'failed' && <p role="alert">{words.failed}</p>}
        {isAtWork(node) && <p role="status">{words.running}</p>}
        {reading?.state === 'done' && <Aligned reading={reading} />}
      </Panel>
      {node.lastReview !== null && (
        <Panel title={words.lastYear(node.lastReview.year)}>
          <p className="gap-below">{node.lastReview.words}</p>
          {node.lastReview.stays.length > 0 && <h3 className="node-head">{words.stays}</h3>}
          <ul className="plain-list">
            {node.lastReview.stays.map((stay) => (
              <li key={stay.objectId}>
                {stay.name} <span className="soft">{stay.words}</span>{' '}
                {node.can.work && (
                  <AcceptOwn
                    nodeId={node.id}
                    known={stay}
                    onDone={(watch) => onSearch({ tab: 'watches', watch })}
                  />
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

/** Of the last that was asked for; what was read before it stays to be seen. */
const stateOf = ({ reading, again }: NodeWhole) => again ?? reading?.state;
const isAtWork = (node: NodeWhole): boolean => {
  const state = stateOf(node);
  return state === 'waiting' || state === 'running';
};

function AskReading({ node }: { node: NodeWhole }) {
  const act = useAct(nodes.askReading, { done: words.asked, stale: staleNodes });
  return (
    <Button
      type="primary"
      disabled={isAtWork(node)}
      loading={act.isPending}
      onClick={() => act.mutate({ nodeId: node.id })}
    >
      {node.reading === null ? words.read : words.again}
    </Button>
  );
}

function Aligned({ reading }: { reading: Reading }) {
  const { windows } = reading;
  const numbers = windows.flatMap(({ days }) => days.map(({ no }) => no));
  const rows = [...new Set(numbers)].sort((a, b) => a - b);
  return (
    <>
      <p role="status">
        <strong>{words.sum(reading.orders, reading.people)}</strong>{' '}
        <span className="soft">{words.ordinary(reading.ordinaryOrders, reading.ordinaryDays)}</span>
      </p>
      {windows.map((window) => (
        <WindowBars key={window.role} window={window} />
      ))}
      <DataTable
        heads={[
          words.dayNo,
          ...windows.map(({ role, name }) => words.head(windowRoleLabel[role], name)),
        ]}
        rows={rows.map((no) => ({
          key: String(no),
          cells: [
            words.no(no),
            ...windows.map((window) => <Day key={window.role} {...{ window, no }} />),
          ],
        }))}
      />
    </>
  );
}

function Day({ window, no }: { window: Window; no: number }) {
  const day = window.days.find((one) => one.no === no);
  if (!day) return null;
  return (
    <>
      {words.cell(day.orders, day.people)}
      <div className="soft">
        {day.on} {day.label}
      </div>
    </>
  );
}

function WindowBars({ window }: { window: Window }) {
  const bars = window.days.map(({ orders }) => orders);
  return (
    <p className="inline">
      <SmallBars bars={bars} label={words.chart(window.name, Math.max(0, ...bars))} />
      <span>
        {windowRoleLabel[window.role]} {window.name} {words.cell(window.orders, window.people)}
        {window.readFrom !== null && (
          <span className="soft"> {words.cut(shortInstant(window.readFrom))}</span>
        )}
      </span>
    </p>
  );
}
