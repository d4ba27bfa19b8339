import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { type LineWords, ListLine } from '../../ui/list-line.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type SiteRow, sitesQuery, type Whole } from './ledgers.queries.ts';
import { ledgersText as words } from './text.ts';

const lineOf = (row: SiteRow): LineWords => ({
  title: `${words.no(row.no)} ${row.address} ${row.building}`.trim(),
  tags: (
    <>
      <span className="chip chip-plain">{row.stateName}</span>
      {row.isLate && <span className="chip chip-alarm">{words.lateTag}</span>}
    </>
  ),
  meta: [
    row.areaName,
    row.kind,
    row.unit.name,
    row.planOn === null ? null : words.plan(row.planOn),
    row.orders === 0 ? null : words.orders(row.orders),
  ],
});

interface Props {
  ledger: Whole;
  onSite: (id: string) => void;
}

/** 点位, all or those in one state. */
export function SiteList({ ledger, onSite }: Props) {
  const [state, setState] = useState<string | null>(null);
  const list = useInfiniteQuery(sitesQuery(ledger.id, state));
  const states = [
    { code: null, label: words.allStates },
    ...ledger.byState
      .filter(({ sites }) => sites > 0)
      .map(({ code, name, sites }) => ({ code, label: words.stateCount(name, sites) })),
  ];
  return (
    <Panel title={words.sites}>
      <div className="ledger-states no-print">
        {states.map(({ code, label }) => (
          <Button
            key={code ?? ''}
            size="small"
            type={code === state ? 'primary' : 'default'}
            aria-pressed={code === state}
            onClick={() => setState(code)}
          >
            {label}
          </Button>
        ))}
      </div>
      <KeysetList
        key={state ?? ''}
        query={list}
        label={words.siteLabel}
        keyOf={({ id }) => id}
        empty={words.noSites}
        unit={words.siteUnit}
        render={(row) => (
          <ListLine words={lineOf(row)} isOpen={false} onOpen={() => onSite(row.id)} />
        )}
      />
    </Panel>
  );
}
