import { useCallback, useEffect, useMemo, useState } from 'react';
import { call } from '../../shell/call.ts';
import { followVirtualClock } from '../../shell/clock.ts';
import { Refused } from '../../shell/failure.ts';
import { useHashPath } from '../../shell/hash-path.ts';
import { operations } from '../../shell/operations.ts';
import { usePolling } from '../../shell/use-polling.ts';
import { Door } from './door.tsx';
import { DutyList } from './duty-list.tsx';
import { DutyScreens, readDutyPath } from './duty-screens.tsx';
import { LinkCode } from './link-code.tsx';
import {
  type FrontLine,
  FrontLineContext,
  keptLink,
  keptOpened,
  keptSession,
  type Session,
  takeLinkFromAddress,
} from './session.ts';
import { isVisitsPath, VisitsApp } from './visits/visits-app.tsx';
import './front-line.css';

/** 一线办理: one duty by link, or a unit's duties by account. */
export function FrontLineApp() {
  const [link, setLink] = useState(takeLinkFromAddress);
  const [session, setSession] = useState<Session | null>(() => keptSession.read());
  const [why, setWhy] = useState<string | null>(null);
  const path = useHashPath();

  useNextLink((token) => {
    setSession(keptSession.read());
    setLink(token);
  });

  const enter = useCallback((next: Session) => {
    const opened = keptLink.read();
    if (opened !== null && next.duty) keptOpened.write({ link: opened, session: next });
    keptSession.write(next);
    keptLink.drop();
    setLink(null);
    setSession(next);
    setWhy(null);
  }, []);
  const leave = useCallback((reason: string | null) => {
    keptSession.drop();
    keptOpened.drop();
    setSession(null);
    setWhy(reason);
  }, []);

  if (!session) {
    const forget = () => {
      keptLink.drop();
      setLink(null);
    };
    return link ? (
      <LinkCode token={link} onEnter={enter} onOther={forget} />
    ) : (
      <Door why={why} onEnter={enter} />
    );
  }
  return (
    <Inside session={session} leave={leave}>
      {path}
    </Inside>
  );
}

/** A second link opened in the same tab changes only what stands after `#`. */
function useNextLink(onLink: (token: string | null) => void): void {
  useEffect(() => {
    const look = () => {
      if (location.hash.startsWith('#t=')) onLink(takeLinkFromAddress());
    };
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  });
}

interface InsideProps {
  session: Session;
  leave: (why: string | null) => void;
  children: string;
}

function Inside({ session, leave, children: path }: InsideProps) {
  useVirtualClock();
  const frontLine = useMemo<FrontLine>(
    () => ({
      session,
      leave,
      call: async (operation, request, key) => {
        try {
          return await call(operation, request, { as: session.as, ...(key ? { key } : {}) });
        } catch (failure) {
          if (failure instanceof Refused && failure.status === 401) leave(failure.message);
          throw failure;
        }
      },
    }),
    [session, leave],
  );
  if (session.login !== null && (session.isVisitorOnly || isVisitsPath(path)))
    return (
      <FrontLineContext.Provider value={frontLine}>
        <VisitsApp path={path} />
      </FrontLineContext.Provider>
    );
  const asked = readDutyPath(path);
  const place = session.duty ? { duty: session.duty, screen: asked?.screen ?? '' } : asked;
  return (
    <FrontLineContext.Provider value={frontLine}>
      {place ? (
        <DutyScreens key={place.duty.assignmentId} duty={place.duty} screen={place.screen} />
      ) : (
        <DutyList />
      )}
    </FrontLineContext.Provider>
  );
}

const clockEveryMs = 20_000;
let hasVirtualClock = true;

/** Rehearsals run on a virtual clock; where there is none, the reply's own date is right and nobody asks again. */
function useVirtualClock(): void {
  const read = useCallback(() => {
    if (!hasVirtualClock) return;
    call(operations.readClock, {}).then(
      ({ now }) => followVirtualClock(now),
      (failure) => {
        if (failure instanceof Refused) forget();
      },
    );
  }, []);
  useEffect(read, [read]);
  usePolling(read, clockEveryMs);
}

function forget(): void {
  hasVirtualClock = false;
}
