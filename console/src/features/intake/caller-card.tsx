import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../../shell/keys.ts';
import { Ask } from '../../ui/ask.tsx';
import { shortInstant } from '../../ui/format.ts';
import { OrderDue } from '../../ui/order-due.tsx';
import type { OrderRow } from '../../ui/order-row.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusTag } from '../../ui/tags.tsx';
import { type CallerAct, CallerActions } from './caller-actions.tsx';
import { CallerLabels } from './caller-labels.tsx';
import { callerQuery } from './intake.queries.ts';
import { MarkCaller } from './mark-caller.tsx';
import { CallLine, lineWords, useOwnCalls } from './own-calls.tsx';
import { PutThrough } from './put-through.tsx';
import { callerText, callText } from './text.ts';
import type { IntakeDesk } from './use-intake-form.ts';

export const callerCardId = 'caller-card';

interface OpenOrderProps {
  row: OrderRow;
  no: number;
  isChosen: boolean;
  onChoose: () => void;
}

function OpenOrder({ row, no, isChosen, onChoose }: OpenOrderProps) {
  return (
    <li className={isChosen ? 'open-order is-chosen' : 'open-order'}>
      <button type="button" aria-pressed={isChosen} onClick={onChoose}>
        <kbd className="kbd">{no}</kbd> {row.title}
      </button>
      <p className="row-tags">
        <StatusTag status={row.status} />
        <OrderDue order={row} />
        <Link to="/orders/$orderId" params={{ orderId: row.id }} target="_blank" className="mono">
          {row.orderNo}
        </Link>
      </p>
    </li>
  );
}

function Earlier({ rows }: { rows: readonly OrderRow[] }) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>
        {callerText.earlier}({rows.length})
      </summary>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/orders/$orderId" params={{ orderId: row.id }} target="_blank">
              {row.title}
            </Link>{' '}
            <StatusTag status={row.status} />{' '}
            <span className="soft">{shortInstant(row.acceptedAt)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface OpenOrdersProps {
  rows: readonly OrderRow[];
  onNew: () => void;
}

/** Digit, then letter: two keys from the pop-up to anything about an open order. */
function OpenOrders({ rows, onNew }: OpenOrdersProps) {
  // By its id: a new order comes in above the others and must not slip under the agent's hand.
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [act, setAct] = useState<CallerAct | null>(null);
  const chosen = rows.find(({ id }) => id === chosenId) ?? rows[0] ?? null;
  const start = (name: CallerAct) => () => {
    if (chosen !== null) setAct(name);
  };
  const digits = Object.fromEntries(
    rows.slice(0, 9).map(({ id }, index) => [String(index + 1), () => setChosenId(id)]),
  );
  useKeys({
    ...digits,
    j: start('progress'),
    b: start('supplement'),
    c: start('urge'),
    g: start('number'),
    x: start('withdraw'),
    n: onNew,
  });
  return (
    <>
      <h3>{callerText.openOrders}</h3>
      {rows.length === 0 && <p className="soft">{callerText.noOpen}</p>}
      <ul className="plain-list">
        {rows.map((row, index) => (
          <OpenOrder
            key={row.id}
            row={row}
            no={index + 1}
            isChosen={row.id === chosen?.id}
            onChoose={() => setChosenId(row.id)}
          />
        ))}
      </ul>
      {chosen !== null && (
        <CallerActions
          key={chosen.id}
          order={chosen}
          act={act}
          onAct={setAct}
          onClosed={() => document.getElementById(callerCardId)?.focus()}
        />
      )}
    </>
  );
}

interface CallerCardProps {
  callId: string;
  desk: IntakeDesk;
  onEnded: (callId: string) => void;
  onNew: () => void;
}

/** 来电弹屏. */
export function CallerCard({ callId, desk, onNew, onEnded }: CallerCardProps) {
  const card = useQuery(callerQuery(callId));
  const own = useOwnCalls().find(({ id }) => id === callId);
  const place = useRef<HTMLDivElement>(null);
  const isHere = card.data !== undefined;
  // The pop-up takes the keyboard as soon as it is there, so that its keys work at once.
  useEffect(() => {
    if (isHere) place.current?.focus();
  }, [isHere]);
  return (
    <div ref={place} id={callerCardId} tabIndex={-1} className="caller-card">
      <Panel title={callerText.title}>
        <Ask of={card}>
          {({ call, name, openOrders, earlierOrders, callsIn30Days }) => (
            <div className="stack">
              <p>
                <strong className="mono caller-number">{call.maskedNumber}</strong>{' '}
                {name ?? callerText.unknownName}
                <br />
                <span className="soft">
                  {lineWords(call)} · {callText.callsIn30(callsIn30Days)}
                </span>
              </p>
              {own !== undefined && <CallerLabels callId={callId} />}
              {own !== undefined && <CallLine call={own} onEnded={onEnded} isKeyed />}
              {own !== undefined && <PutThrough own={own} desk={desk} onEnded={onEnded} />}
              <OpenOrders rows={openOrders} onNew={onNew} />
              <Earlier rows={earlierOrders} />
              {own !== undefined && <MarkCaller callId={callId} />}
              <Button block onClick={onNew}>
                {callerText.newAppeal} <kbd className="kbd">N</kbd>
              </Button>
            </div>
          )}
        </Ask>
      </Panel>
    </div>
  );
}
