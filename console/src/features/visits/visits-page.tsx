import {
  visitBoxes,
  visitOutcomeLabel,
  visitPurposeLabel,
  visitStateLabel,
  visits,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMay } from '../../shell/session.ts';
import { BoxedPage } from '../../ui/boxed-page.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FormAbout } from '../../ui/form-about.tsx';
import type { LineWords } from '../../ui/list-line.tsx';
import { AskVisit } from './ask-visit.tsx';
import { visitsText } from './text.ts';
import { VisitDetail } from './visit-detail.tsx';
import './visits.css';
import { type VisitRow, visitsQuery } from './visits.queries.ts';

const route = getRouteApi('/visits');

const lineOf = (row: VisitRow): LineWords => ({
  title: row.place,
  tags: (
    <>
      <span className="chip chip-plain">{visitPurposeLabel[row.purpose]}</span>
      <span className="chip chip-plain">
        {row.outcome ? visitOutcomeLabel[row.outcome] : visitStateLabel[row.state]}
      </span>
      {row.isLate && <span className="chip chip-alarm">{visitsText.late}</span>}
      {row.answerIsFalse && <span className="chip chip-alarm">{visitsText.isFalse}</span>}
    </>
  ),
  meta: [row.concern?.label ?? null, row.visitorUnit, row.visitor, visitsText.by(row.visitBy)],
});

/** 现场核查: who is sent where, and what they found. */
export function VisitsPage() {
  const { tab = 'open', visit, order, issue } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  return (
    <BoxedPage
      text={visitsText}
      box={tab}
      onBox={(next) => navigate({ search: { tab: next } })}
      tabs={visitBoxes.map((name) => ({ name, label: visitsText.tab[name], count: null }))}
      acts={
        <>
          {may('visits.ask') && (
            <>
              <FormAbout
                key={order ?? issue ?? ''}
                label={visitsText.ask.button}
                named={{ order, issue }}
                form={(given) => <AskVisit {...given} />}
                onClose={() => navigate({ search: { tab } })}
                onDone={(asked) => navigate({ search: { tab: 'open', visit: asked } })}
              />
              <ExportButton
                path={visits.exportVisitsPath}
                of={{ box: tab }}
                name={visitsText.title}
              />
            </>
          )}
          {may('visits.do') && <Button href="/c/f#/visits">{visitsText.phone}</Button>}
        </>
      }
      list={useInfiniteQuery(visitsQuery(tab))}
      line={lineOf}
      open={visit}
      onOpen={(next) => navigate({ search: { tab, visit: next } })}
      detail={(id) => <VisitDetail key={id} visitId={id} />}
    />
  );
}
