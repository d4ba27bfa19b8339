import type { ReplyOf, RequestOf, Route } from '@minsheng/contract/route.ts';
import { createContext, useContext } from 'react';
import type { Credential } from '../../shell/call.ts';
import { kept } from '../../shell/kept.ts';
import type { Operation } from '../../shell/operations.ts';

export interface DutyKey {
  orderId: string;
  assignmentId: string;
}

/** Who works here: a person with an account, or whoever holds a one-time link to a single duty. */
export interface Session {
  as: Credential;
  /** The one duty of a link; null for an account. */
  duty: DutyKey | null;
  /** Of an account; null for a link. */
  login: string | null;
  /** 只做现场核查: sent to look, holds no duties. */
  isVisitorOnly: boolean;
}

/** By account: the cookie carries it, the console's too. */
export const accountSession = (login: string, isVisitorOnly: boolean): Session => ({
  as: 'cookie',
  duty: null,
  login,
  isVisitorOnly,
});

/** The tab's own memory: a phone lent to a colleague forgets a link's session when the tab is closed. */
export const keptSession = kept<Session>('session', 'front-line.session.4');
export const keptLink = kept<string>('session', 'front-line.link.1');

/**
 * The link this phone has opened, and what it opened. The link is spent, but the message is the only way a worker knows
 * back to the task: from the same message on the same phone they walk in again as long as the session lasts.
 */
export const keptOpened = kept<{ link: string; session: Session }>('local', 'front-line.opened.2');

/** The token of a one-time link stands after `#`, so no server log has it; it leaves the address at once. */
export function takeLinkFromAddress(): string | null {
  const found = /^#t=([\w.~%-]{20,900})$/.exec(location.hash);
  if (!found?.[1]) return keptLink.read();
  const token = decodeURIComponent(found[1]);
  history.replaceState(null, '', `${location.pathname}#/`);
  const opened = keptOpened.read();
  if (opened?.link === token) {
    keptLink.drop();
    keptSession.write(opened.session);
    return null;
  }
  keptSession.drop();
  keptLink.write(token);
  return token;
}

/** What the screens behind the sign-in share. */
export interface FrontLine {
  session: Session;
  call: <R extends Route>(
    operation: Operation<R>,
    request: RequestOf<R> & object,
    key?: string,
  ) => Promise<ReplyOf<R>>;
  leave: (why: string | null) => void;
}

export const FrontLineContext = createContext<FrontLine | null>(null);

export function useFrontLine(): FrontLine {
  const found = useContext(FrontLineContext);
  if (!found) throw new Error('A front-line screen stands outside of its session');
  return found;
}
