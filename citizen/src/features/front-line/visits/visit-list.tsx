import { visitPurposeLabel } from '@minsheng/contract/words/visits.ts';
import { dayWords } from '../../../shell/clock.ts';
import { Busy } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { wordFor } from '../word-for.ts';
import { isWaiting, type KeptVisit } from './kept-visit.ts';
import { NetNotice } from './net-notice.tsx';
import { visitsText } from './text.ts';
import type { Visits } from './use-visits.ts';

interface Props {
  visits: Visits;
  isPageKept: boolean | null;
  /** Null where this person has no other work here. */
  back: { href: string } | null;
  onSignOut: (() => void) | null;
  signOutLabel: string;
}

/** 待核查清单. */
export function VisitList({ visits, isPageKept, back, onSignOut, signOutLabel }: Props) {
  const { list, photos } = visits;
  return (
    <Page
      title={visitsText.title}
      {...(back ? { back } : {})}
      aside={
        onSignOut ? (
          <button type="button" className="head-button" onClick={onSignOut}>
            {signOutLabel}
          </button>
        ) : null
      }
    >
      <NetNotice visits={visits} />
      {list === null ? <Busy /> : null}
      {list?.length === 0 ? <p className="hint">{visitsText.none}</p> : null}
      <ul className="rows">
        {list?.map((visit) => (
          <VisitLine key={visit.id} visit={visit} waits={isWaiting(visit, photos)} />
        ))}
      </ul>
      {list && list.length > 0 && isPageKept !== null ? (
        <p className="hint">{isPageKept ? visitsText.kept : visitsText.notKept}</p>
      ) : null}
    </Page>
  );
}

function VisitLine({ visit, waits }: { visit: KeptVisit; waits: boolean }) {
  const { toGo } = visit;
  return (
    <li className="card duty-line">
      <a href={`#/visit/${visit.id}`}>
        <span>
          <span className="tag">{wordFor(visitPurposeLabel, toGo.purpose)}</span>
          {toGo.isLate ? <span className="tag is-late">{visitsText.late}</span> : null}
          {waits ? <span className="tag is-late">{visitsText.waiting}</span> : null}
          {visit.isSent ? <span className="tag">{visitsText.sent}</span> : null}
        </span>
        <b className="duty-title">{toGo.place}</b>
        {toGo.label ? <span className="hint">{toGo.label}</span> : null}
        <span className="hint">{visitsText.by(dayWords(toGo.visitBy))}</span>
      </a>
    </li>
  );
}
