import type { ReactNode } from 'react';
import { shortInstant } from '../../ui/format.ts';
import type { Session } from './security.queries.ts';
import { sessionsText as words } from './security-text.ts';

interface SessionRowsProps {
  rows: readonly Session[];
  shownCap: number;
  /** What may be done with one. */
  act?: (session: Session) => ReactNode;
}

/** 登录的地方: which browser, from where, since when, when last. */
export function SessionRows({ rows, shownCap, act }: SessionRowsProps) {
  if (rows.length === 0) return <p className="soft">{words.none}</p>;
  return (
    <>
      <ul className="plain-list session-list" aria-label={words.title}>
        {rows.map((session) => (
          <li key={session.sessionId}>
            <SessionWords session={session} />
            {act?.(session)}
          </li>
        ))}
      </ul>
      {rows.length >= shownCap && <p className="soft">{words.capped(shownCap)}</p>}
    </>
  );
}

function SessionWords({ session }: { session: Session }) {
  const { browser, network, madeAt, usedAt, expiresAt, isOwn } = session;
  return (
    <div>
      <strong>{browser ?? words.unused}</strong>{' '}
      {network !== null && <span className="mono soft">{network}</span>}{' '}
      {isOwn && <span className="chip chip-strong">{words.own}</span>}
      <p className="soft">
        {`${words.at(shortInstant(madeAt), usedAt && shortInstant(usedAt))};${words.until(shortInstant(expiresAt))}`}
      </p>
    </div>
  );
}
