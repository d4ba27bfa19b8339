import { visitOutcomeLabel, visitPurposeLabel, visitStateLabel, visits } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { AboutLink } from '../../ui/about-link.tsx';
import { Ask } from '../../ui/ask.tsx';
import { Facts } from '../../ui/facts.tsx';
import { fullInstant, shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { visitsText } from './text.ts';
import { VisitPhotos } from './visit-photos.tsx';
import { staleVisits, visitQuery, type Whole } from './visits.queries.ts';

/** 一次核查: what was asked, and what was found. */
export function VisitDetail({ visitId }: { visitId: string }) {
  const visit = useQuery(visitQuery(visitId));
  return (
    <Ask of={visit}>
      {(found) => (
        <div className="stack visit-sheet">
          <Head visit={found} />
          {found.finished && <Result visit={found} />}
          <VisitPhotos visit={found} />
        </div>
      )}
    </Ask>
  );
}

function Head({ visit }: { visit: Whole }) {
  const { concern, begun, cancelled } = visit;
  return (
    <Panel
      title={visit.place}
      extra={
        <>
          <span className="chip chip-plain">{visitPurposeLabel[visit.purpose]}</span>
          <span className="chip chip-plain">{visitStateLabel[visit.state]}</span>
          <Acts visit={visit} />
        </>
      }
    >
      <Facts
        facts={[
          {
            label: visitsText.about,
            value: concern && <AboutLink about={concern} />,
          },
          { label: visitsText.what, value: visit.what },
          {
            label: visitsText.who,
            value: [visit.visitorUnit, visit.visitor].filter(Boolean).join(' '),
          },
          { label: visitsText.ask.visitBy, value: visit.visitBy },
          {
            label: visitsText.begun,
            value: begun && visitsText.took(fullInstant(begun.at), fullInstant(begun.sentAt)),
          },
        ]}
      />
      <p className="soft">{visitsText.askedBy(visit.askedBy, shortInstant(visit.askedAt))}</p>
      {visit.can.go && <p className="soft no-print">{visitsText.phoneHelp}</p>}
      {cancelled && (
        <p role="status">
          {visitsText.cancelledBy(cancelled.by, shortInstant(cancelled.at), cancelled.reason)}
        </p>
      )}
    </Panel>
  );
}

function Acts({ visit }: { visit: Whole }) {
  const cancel = useAct(visits.cancelVisit, {
    done: visitsText.cancelDone,
    stale: staleVisits,
    quiet: true,
  });
  return (
    <span className="inline no-print">
      {visit.can.cancel && (
        <ReasonButton
          label={visitsText.cancel}
          needed
          danger
          act={cancel}
          input={(reason) => ({ visitId: visit.id, reason })}
        />
      )}
      <Button onClick={() => window.print()}>{visitsText.print}</Button>
    </span>
  );
}

function Result({ visit }: { visit: Whole }) {
  const { finished, outcome } = visit;
  if (!finished || !outcome) return null;
  return (
    <Panel title={visitsText.outcome} extra={<b>{visitOutcomeLabel[outcome]}</b>}>
      <p className="words">{finished.findings}</p>
      <FalsePart visit={visit} />
      <dl className="facts">
        {visit.items
          .filter(({ kind }) => kind !== 'photo')
          .map((item) => (
            <div key={item.code}>
              <dt>{item.name}</dt>
              <dd>{answerOf(visit, item)}</dd>
            </div>
          ))}
      </dl>
      <p className="soft">
        {finished.by} {visitsText.took(fullInstant(finished.at), fullInstant(finished.sentAt))}
      </p>
    </Panel>
  );
}

function answerOf({ ticks }: Whole, { code, unit }: Whole['items'][number]): string {
  const tick = ticks.find((one) => one.code === code);
  if (!tick || tick.value === null) return visitsText.unanswered;
  const note = tick.note === '' ? '' : visitsText.note(tick.note);
  if (typeof tick.value === 'boolean') return (tick.value ? visitsText.yes : visitsText.no) + note;
  if (typeof tick.value === 'number') return visitsText.withUnit(tick.value, unit) + note;
  return tick.value + note;
}

function FalsePart({ visit }: { visit: Whole }) {
  const act = useAct(visits.reportFromVisit, {
    done: visitsText.reportDone,
    stale: [...staleVisits, 'false-completion', 'order'],
  });
  if (!visit.answerIsFalse) return null;
  if (visit.isReported) return <Alert type="info" showIcon title={visitsText.reported} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={visitsText.toReport}
      action={
        visit.can.report && (
          <Button
            type="primary"
            loading={act.isPending}
            onClick={() => act.mutate({ visitId: visit.id })}
          >
            {visitsText.report}
          </Button>
        )
      }
    />
  );
}
