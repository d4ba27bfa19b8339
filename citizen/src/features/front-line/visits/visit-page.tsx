import { useState } from 'react';
import { instantOfPhone, momentWords, phoneNow } from '../../../shell/clock.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { mapAddress } from '../map-address.ts';
import type { KeptVisit } from './kept-visit.ts';
import { NetNotice } from './net-notice.tsx';
import { problemsOf } from './problems.ts';
import { RefusedPart } from './refused-part.tsx';
import { ResultPart } from './result-part.tsx';
import { changeVisit } from './store.ts';
import { visitsText } from './text.ts';
import type { Visits } from './use-visits.ts';
import { VisitItemPart } from './visit-item-part.tsx';
import type { VisitPartProps } from './visit-part.ts';
import { VisitPhotos } from './visit-photos.tsx';

/** 一次核查: where, what, the list to tick, the result. Everything is kept at once. */
export function VisitPage({ visit: kept, visits }: { visit: KeptVisit; visits: Visits }) {
  const [isFull, setFull] = useState(false);
  const [filledIn, setFilledIn] = useState<Partial<KeptVisit>>({});
  const visit = { ...kept, ...filledIn };
  const change = (part: Partial<KeptVisit>) => {
    // On screen at once: the phone's database takes its time.
    if (!mustGo(part)) setFilledIn((now) => ({ ...now, ...part }));
    void changeVisit(visit.id, part).then(mustGo(part) ? visits.changed : visits.shown, () =>
      setFull(true),
    );
  };
  const given = { visit, visits, change };
  const isOpen = visit.begunAtMs !== null && visit.finishedAtMs === null;
  return (
    <Page
      title={visitsText.one}
      back={{ href: '#/visits', label: visitsText.title }}
      foot={visit.finishedAtMs === null ? <FootPart {...given} /> : null}
    >
      <NetNotice visits={visits} />
      {isFull ? <Notice kind="bad">{visitsText.storeFailed}</Notice> : null}
      {visit.refusal ? <RefusedPart {...given} /> : null}
      {visit.isSent ? <Notice kind="good">{visitsText.finishedSent}</Notice> : null}
      {visit.finishedAtMs !== null && !visit.isSent ? (
        <Notice kind="info">{visitsText.finishedWaiting}</Notice>
      ) : null}
      <WherePart visit={visit} />
      {isOpen ? <ListPart {...given} /> : null}
      {isOpen ? <ResultPart {...given} /> : null}
    </Page>
  );
}

/** What somebody is waiting for leaves at once; what is being filled in stays here. */
const mustGo = (part: Partial<KeptVisit>): boolean =>
  'begunAtMs' in part || 'finishedAtMs' in part || 'refusal' in part;

function FootPart({ visit, visits, change }: VisitPartProps) {
  const [isTried, setTried] = useState(false);
  if (visit.begunAtMs === null) {
    return (
      <button
        type="button"
        className="button is-primary is-wide is-tall"
        onClick={() => change({ begunAtMs: phoneNow() })}
      >
        {visitsText.begin}
      </button>
    );
  }
  const [problem] = problemsOf(
    visit,
    visits.photos.filter(({ visitId }) => visitId === visit.id),
  );
  const finish = () => {
    setTried(true);
    if (problem === undefined) change({ finishedAtMs: phoneNow(), refusal: null });
  };
  return (
    <>
      {isTried && problem ? <Notice kind="bad">{problem}</Notice> : null}
      <button type="button" className="button is-primary is-wide is-tall" onClick={finish}>
        {visitsText.finish}
      </button>
    </>
  );
}

function WherePart({ visit: { toGo, begunAtMs } }: { visit: KeptVisit }) {
  const map = mapAddress({ point: toGo.point, address: toGo.place }, navigator.userAgent);
  return (
    <section className="card">
      <h2>{visitsText.where}</h2>
      <p>{toGo.place}</p>
      {toGo.label ? <p className="hint">{toGo.label}</p> : null}
      {map ? (
        <a className="button is-wide" href={map}>
          {visitsText.map}
        </a>
      ) : null}
      <h2>{visitsText.what}</h2>
      <p className="content">{toGo.what}</p>
      {toGo.answer ? (
        <>
          <h2>{visitsText.answer}</h2>
          <p className="answer">{toGo.answer}</p>
        </>
      ) : null}
      {begunAtMs !== null ? (
        <p className="hint">{visitsText.begun(momentWords(instantOfPhone(begunAtMs)))}</p>
      ) : null}
    </section>
  );
}

function ListPart(given: VisitPartProps) {
  const { visit, visits } = given;
  return (
    <section className="card">
      <h2>{visitsText.items}</h2>
      {visit.toGo.items.map((item) => (
        <VisitItemPart key={item.code} item={item} {...given} />
      ))}
      <div className="visit-item">
        <h3>{visitsText.photo.general}</h3>
        <VisitPhotos
          label={visitsText.photo.general}
          itemCode={null}
          visit={visit}
          visits={visits}
        />
      </div>
    </section>
  );
}
