import { entryStateLabel, linkCauseLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { shortInstant } from '../../ui/format.ts';
import { OrderLine } from '../../ui/order-row.tsx';
import { Panel } from '../../ui/panel.tsx';
import { entryQuery, type WholeEntry } from './campaigns.queries.ts';
import { ChosenActs, EntryActs } from './entry-acts.tsx';
import { FieldWork } from './force/field-work.tsx';
import { DossierPanel } from './media/dossier-panel.tsx';
import { entryText as words } from './text.ts';

/** One listed problem: what a person may do with it, its appeals, and how it came here. */
export function EntryDetail({ entryId }: { entryId: string }) {
  const found = useQuery(entryQuery(entryId));
  return (
    <Ask of={found}>
      {(entry) => (
        <div className="stack">
          <Panel
            title={`${entry.no}. ${entry.name}`}
            extra={<span className="chip chip-plain">{entryStateLabel[entry.state]}</span>}
          >
            <p>
              {words.appeals(entry.appeals)}
              {entry.areaName !== null && ` · ${entry.areaName}`}
              {entry.supervisions > 0 && ` · ${words.supervised(entry.supervisions)}`}
            </p>
            {entry.words.length > 0 && (
              <p className="soft">
                {words.words} {entry.words.join('、')}
              </p>
            )}
            {entry.can.work && <EntryActs entry={entry} />}
          </Panel>
          <Orders entry={entry} />
          <FieldWork entryId={entryId} mayWork={entry.can.work} />
          <DossierPanel entryId={entryId} mayWork={entry.can.work} />
          <History entry={entry} />
        </div>
      )}
    </Ask>
  );
}

function Orders({ entry }: { entry: WholeEntry }) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => (isChosen ? [...before, id] : before.filter((one) => one !== id)));
  return (
    <Panel title={words.orders}>
      {entry.hidden > 0 && <p>{words.hidden(entry.hidden)}</p>}
      {chosen.length > 0 && (
        <ChosenActs entry={entry} orderIds={chosen} onDone={() => setChosen([])} />
      )}
      {entry.orders.map(({ order, cause, closeness, supervised }) => (
        <OrderLine
          key={order.id}
          row={order}
          isOpen={false}
          showsStatus
          hint={[
            linkCauseLabel[cause],
            closeness === null ? null : words.closeness(closeness),
            supervised.length === 0 ? null : supervised.join('、'),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
          onOpen={() => navigate({ to: '/orders/$orderId', params: { orderId: order.id } })}
          before={
            entry.can.work && (
              <Checkbox
                className="row-check"
                aria-label={words.choose}
                checked={chosen.includes(order.id)}
                onChange={({ target }) => choose(order.id, target.checked)}
              />
            )
          }
        />
      ))}
      {entry.orders.length >= entry.shownCap && <p className="soft">{words.cap(entry.shownCap)}</p>}
    </Panel>
  );
}

function History({ entry }: { entry: WholeEntry }) {
  return (
    <Panel title={words.history}>
      <ul className="plain-list">
        {entry.history.map(({ state, at, by, reason }) => (
          <li key={`${at}${state}`}>
            {shortInstant(at)} <strong>{entryStateLabel[state]}</strong> {words.said(by)}
            {reason !== '' && `:${reason}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
