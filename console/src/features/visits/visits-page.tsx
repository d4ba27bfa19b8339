import { visitOutcomeLabel, visitPurposeLabel, visitStateLabel, visits } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMe } from '../../shell/session.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { downloadSheet } from '../../ui/download.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { PurposeButton } from '../../ui/purpose-button.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { AskVisit } from './ask-visit.tsx';
import { visitsText } from './text.ts';
import { VisitDetail } from './visit-detail.tsx';
import './visits.css';
import { type VisitBox, type VisitRow, visitsQuery } from './visits.queries.ts';

const route = getRouteApi('/visits');
const { visitBoxes } = visits;

interface LineProps {
  row: VisitRow;
  isOpen: boolean;
  onOpen: () => void;
}

function Line({ row, isOpen, onOpen }: LineProps) {
  return (
    <div className={`row${isOpen ? ' is-open' : ''}`}>
      <button type="button" className="row-main" aria-pressed={isOpen} onClick={onOpen}>
        <span className="row-title">{row.place}</span>
        <span className="row-tags">
          <span className="chip">{visitPurposeLabel[row.purpose]}</span>
          <span className="chip">
            {row.outcome ? visitOutcomeLabel[row.outcome] : visitStateLabel[row.state]}
          </span>
          {row.isLate && <span className="chip chip-alarm">{visitsText.late}</span>}
          {row.answerIsFalse && <span className="chip chip-alarm">{visitsText.isFalse}</span>}
        </span>
        <span className="row-meta">
          {[row.concern?.label, row.visitorUnit, row.visitor, visitsText.by(row.visitBy)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
    </div>
  );
}

interface ListProps {
  box: VisitBox;
  open: string | undefined;
  choose: (visitId: string) => void;
}

function List({ box, open, choose }: ListProps) {
  const list = useInfiniteQuery(visitsQuery(box));
  return (
    <KeysetList
      query={list}
      label={visitsText.listLabel}
      keyOf={({ id }) => id}
      empty={visitsText.empty[box]}
      unit={visitsText.unit}
      render={(row) => <Line row={row} isOpen={row.id === open} onOpen={() => choose(row.id)} />}
    />
  );
}

function Acts({ box, order }: { box: VisitBox; order: string | undefined }) {
  const navigate = route.useNavigate();
  const { permissions } = useMe().account;
  const show = (visit: string | undefined) =>
    navigate({ search: visit === undefined ? { tab: box } : { tab: 'open', visit } });
  return (
    <div className="inline gap-below no-print">
      {permissions.includes('visits.ask') && (
        <>
          <AskVisit
            key={order ?? ''}
            orderId={order}
            onClose={() => show(undefined)}
            onAsked={show}
          />
          <PurposeButton
            label={visitsText.export}
            help={visitsText.exportHelp}
            download={(purpose) =>
              downloadSheet(
                `/api${visits.exportVisitsPath}`,
                { box, purpose },
                `${visitsText.title}.xlsx`,
              )
            }
          />
        </>
      )}
      {permissions.includes('visits.do') && <Button href="/c/f#/visits">{visitsText.phone}</Button>}
    </div>
  );
}

/** 现场核查: who is sent where, and what they found. */
export function VisitsPage() {
  const { tab = 'open', visit, order } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next?: string) =>
    navigate({ search: next === undefined ? { tab } : { tab, visit: next } });
  return (
    <>
      <div className="page-title">
        <h1>{visitsText.title}</h1>
      </div>
      <p className="gap-below soft no-print">{visitsText.help}</p>
      <Acts box={tab} order={order} />
      <DeskTabs
        label={visitsText.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={visitBoxes.map((name) => ({ name, label: visitsText.tab[name], count: null }))}
      />
      <SplitPage
        onBack={() => choose()}
        list={<List key={tab} box={tab} open={visit} choose={choose} />}
        detail={visit === undefined ? null : <VisitDetail key={visit} visitId={visit} />}
      />
    </>
  );
}
