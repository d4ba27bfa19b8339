import { useState } from 'react';
import { goTo } from '../../../shell/hash-path.ts';
import { Notice } from '../../../ui/notice.tsx';
import { dropVisit } from './store.ts';
import { visitsText } from './text.ts';
import type { VisitPartProps } from './visit-part.ts';

/** The server said no, because the visit was cancelled meanwhile perhaps: the person decides what becomes of it. */
export function RefusedPart({ visit, visits, change }: VisitPartProps) {
  const [isSure, setSure] = useState(false);
  const drop = () => {
    if (!isSure) return setSure(true);
    void dropVisit(visit.id).then(() => {
      visits.changed();
      goTo('visits');
    });
  };
  return (
    <>
      <Notice kind="bad">{visit.refusal}</Notice>
      <button type="button" className="button is-wide" onClick={() => change({ refusal: null })}>
        {visitsText.again}
      </button>
      <button type="button" className="button is-plain is-wide" onClick={drop}>
        {isSure ? visitsText.dropSure : visitsText.drop}
      </button>
    </>
  );
}
