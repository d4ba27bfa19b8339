import { ledgerSites, ledgers } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAct } from '../../shell/act.ts';
import { useMay } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { shortInstant } from '../../ui/format.ts';
import { MapPoints } from '../../ui/map-point.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { ImportSites } from './import-sites.tsx';
import { LedgerWeeks } from './ledger-weeks.tsx';
import { ledgerQuery, mapQuery, staleLedgers, type Whole } from './ledgers.queries.ts';
import { MoreSites } from './more-sites.tsx';
import { SiteList } from './site-list.tsx';
import { closeText, ledgersText as words } from './text.ts';

interface Props {
  ledgerId: string;
  onSite: (id: string) => void;
}

/** 一本台账: how far it is, week by week, on the map, site by site. */
export function LedgerDetail({ ledgerId, onSite }: Props) {
  const ledger = useQuery(ledgerQuery(ledgerId));
  return (
    <Ask of={ledger}>
      {(found) => (
        <div className="stack">
          <Head ledger={found} />
          <LedgerWeeks ledger={found} />
          <SiteMap ledgerId={ledgerId} />
          <SiteList ledger={found} onSite={onSite} />
        </div>
      )}
    </Ask>
  );
}

function Head({ ledger }: { ledger: Whole }) {
  const may = useMay();
  return (
    <Panel
      title={ledger.name}
      extra={
        ledger.closedAt === null ? undefined : (
          <span className="chip chip-plain">{words.closedOn}</span>
        )
      }
    >
      <div className="ledger-acts no-print">
        {ledger.can.lead && <MoreSites ledger={ledger} />}
        {ledger.can.lead && <ImportSites ledgerId={ledger.id} />}
        {may('orders.export') && (
          <ExportButton
            path={ledgerSites.exportPath}
            of={{ ledgerId: ledger.id }}
            name={ledger.name}
          />
        )}
        {ledger.can.close && <Close ledgerId={ledger.id} />}
      </div>
      <Facts facts={factsOf(ledger, may('ledgers.lead'))} />
    </Panel>
  );
}

function factsOf(ledger: Whole, leads: boolean) {
  const { facts } = words;
  const { sums, baseline, since, fromOrder } = ledger;
  return [
    { label: facts.advanced, value: words.rate(sums.advanced, sums.sites) },
    { label: facts.closed, value: words.rate(sums.closed, sums.sites) },
    { label: facts.late, value: sums.late === 0 ? null : facts.pieces(sums.late) },
    {
      label: facts.writtenOff,
      value: sums.writtenOff === 0 ? null : facts.pieces(sums.writtenOff),
    },
    { label: facts.linked, value: facts.told(ledger.toldOrders, ledger.linkedOrders) },
    {
      label: facts.baseline,
      value: leads
        ? facts.baselineOf(baseline.weeks, baseline.appeals, baseline.repeats, baseline.isCut)
        : null,
    },
    {
      label: facts.since,
      value: since && facts.sinceOf(since),
    },
    { label: facts.matter, value: ledger.matterName },
    { label: facts.area, value: ledger.areaName },
    { label: facts.path, value: ledger.pathName },
    { label: facts.unit, value: ledger.unit.name },
    { label: facts.plan, value: ledger.planOn },
    {
      label: facts.from,
      value: fromOrder.mayOpen ? (
        <Link to="/orders/$orderId" params={{ orderId: fromOrder.id }}>
          {fromOrder.orderNo}
        </Link>
      ) : (
        fromOrder.orderNo
      ),
    },
    { label: facts.founded, value: facts.by(ledger.foundedBy, shortInstant(ledger.foundedAt)) },
    {
      label: facts.closing,
      value: ledger.closing && `${ledger.closing.words}(${ledger.closing.by})`,
    },
  ];
}

function Close({ ledgerId }: { ledgerId: string }) {
  const act = useAct(ledgers.closeLedger, {
    done: closeText.done,
    stale: staleLedgers,
    quiet: true,
  });
  return (
    <ReasonButton
      label={closeText.button}
      fieldLabel={closeText.words}
      help={closeText.help}
      needed
      least={4}
      primary
      act={act}
      input={(said) => ({ ledgerId, words: said })}
    />
  );
}

function SiteMap({ ledgerId }: { ledgerId: string }) {
  const { data } = useQuery(mapQuery(ledgerId));
  const marks = useMemo(
    () =>
      (data?.rows ?? []).map(({ lng, lat, no, isEnded }) => ({
        lng,
        lat,
        name: String(no),
        isSettled: isEnded,
      })),
    [data],
  );
  return (
    <Panel title={words.map}>
      {marks.length === 0 ? (
        <p className="soft">{words.noMap}</p>
      ) : (
        <>
          <p className="soft gap-below">{words.mapHelp}</p>
          <MapPoints marks={marks} />
        </>
      )}
    </Panel>
  );
}
