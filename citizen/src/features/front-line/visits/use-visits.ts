import { useCallback, useEffect, useState } from 'react';
import { phoneNow } from '../../../shell/clock.ts';
import { Refused, sentenceOf, Unanswered } from '../../../shell/failure.ts';
import { operations } from '../../../shell/operations.ts';
import { usePolling } from '../../../shell/use-polling.ts';
import { type FrontLine, useFrontLine } from '../session.ts';
import { type KeptPhoto, type KeptVisit, newVisit, type ToGo } from './kept-visit.ts';
import { sendVisits } from './send-visits.ts';
import { allPhotos, allVisits, changeVisit, dropVisit, keepVisit } from './store.ts';

export interface Visits {
  list: readonly KeptVisit[] | null;
  photos: readonly KeptPhoto[];
  /** What stood in the way of the last look at the server; null where there was nothing. */
  trouble: string | null;
  isOffline: boolean;
  /** Shows what now lies on the phone. */
  shown: () => void;
  /** The same, and sends what can be sent. */
  changed: () => void;
}

const everyMs = 20_000;

/** The visits on this phone: taken along while there is net, filled in anywhere, sent when it is back. */
export function useVisits(): Visits {
  const frontLine = useFrontLine();
  const [kept, setKept] = useState<{ list: KeptVisit[]; photos: KeptPhoto[] } | null>(null);
  const [state, setState] = useState({ trouble: null as string | null, isOffline: false });

  const show = useCallback(async () => {
    const { login } = frontLine.session;
    const list = (await allVisits()).filter((visit) => visit.login === login);
    setKept({ list, photos: await allPhotos() });
  }, [frontLine]);

  const follow = useCallback(async () => {
    try {
      await show();
      await sendVisits(frontLine);
      await takeAlong(frontLine);
      setState({ trouble: null, isOffline: false });
    } catch (failure) {
      const isOffline = failure instanceof Unanswered;
      const trouble = isOffline ? null : sentenceOf(failure);
      // Uploads do not go through the session's own call.
      if (failure instanceof Refused && failure.status === 401) frontLine.leave(failure.message);
      else setState({ trouble, isOffline });
    }
    await show().catch(() => undefined);
  }, [frontLine, show]);

  const shown = useCallback(() => void show(), [show]);
  const changed = useCallback(() => void follow(), [follow]);
  useEffect(() => {
    changed();
    window.addEventListener('online', changed);
    return () => window.removeEventListener('online', changed);
  }, [changed]);
  usePolling(changed, everyMs);

  return { list: kept?.list ?? null, photos: kept?.photos ?? [], ...state, shown, changed };
}

/** What is to be done now. What somebody has begun stays, whatever the server says of it since. */
async function takeAlong(frontLine: FrontLine): Promise<void> {
  const login = frontLine.session.login ?? '';
  const { rows } = await frontLine.call(operations.visitsToGo, {});
  const kept = await allVisits();
  for (const toGo of rows) {
    const known = kept.find(({ id }) => id === toGo.id);
    // What a colleague has begun on this phone is theirs to send.
    if (!known || (known.login !== login && known.begunAtMs === null))
      await keepVisit(newVisit(toGo, login));
    else if (known.begunAtMs === null) await changeVisit(toGo.id, { toGo });
  }
  for (const visit of kept) {
    if (visit.login === login && isOver(visit, rows)) await dropVisit(visit.id);
  }
}

const shownAfterMs = 12 * 3_600_000;

/** Somebody else's by now; or arrived, and seen to have arrived for half a day. */
function isOver(visit: KeptVisit, rows: readonly ToGo[]): boolean {
  if (visit.isSent) return (visit.finishedAtMs ?? 0) < phoneNow() - shownAfterMs;
  return visit.begunAtMs === null && !rows.some(({ id }) => id === visit.id);
}
