import { useEffect, useState } from 'react';
import { call } from '../../shell/call.ts';
import { Refused } from '../../shell/failure.ts';
import { operations } from '../../shell/operations.ts';
import { useAsk } from '../../shell/use-ask.ts';
import { Answer } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PasswordScreen } from './password-screen.tsx';
import { accountSession, type Session } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { frontLineText } from './text.ts';

interface Props {
  /** Why an earlier session ended, if one did: then nobody walks through unasked. */
  why: string | null;
  onEnter: (session: Session) => void;
}

/** Whoever is signed in on this browser already, in the console perhaps, walks through. */
export function Door({ why, onEnter }: Props) {
  const [isOpen, setOpen] = useState(why === null);
  return isOpen ? (
    <Known onEnter={onEnter} />
  ) : (
    <SignIn why={why} onSignedIn={() => setOpen(true)} />
  );
}

function Known({ onEnter }: Pick<Props, 'onEnter'>) {
  const ask = useAsk('who is here', whoIsHere);
  const here = ask.asked.state === 'answered' ? ask.asked.value : null;
  useEffect(() => {
    if (here?.is === 'worker') onEnter(accountSession(here.login, false));
    if (here?.is === 'visitor') onEnter(accountSession(here.login, true));
  }, [here, onEnter]);
  if (here?.is === 'nobody') return <SignIn why={null} onSignedIn={ask.again} />;
  if (here?.is === 'other')
    return <SignIn why={frontLineText.account.otherWork} onSignedIn={ask.again} />;
  if (here?.is === 'half')
    return <SignIn why={frontLineText.account.codeNeeded} onSignedIn={ask.again} />;
  if (here?.is === 'new')
    return <PasswordScreen login={here.login} isDue onDone={ask.again} onCancel={null} />;
  return (
    <Page title={frontLineText.title}>
      <Answer ask={ask}>{() => null}</Answer>
    </Page>
  );
}

/** visitor: holds no duties, and may be sent to look. new: signed in with a first password, which has to be changed before anything else. half: the second factor is still to be given, in the console. */
interface Here {
  is: 'worker' | 'visitor' | 'new' | 'half' | 'other' | 'nobody';
  login: string;
}

async function whoIsHere(): Promise<Here> {
  try {
    const { account } = await call(operations.me, {}, { as: 'cookie' });
    const { login } = account;
    if (account.factorIsDue === 'code') return { is: 'half', login };
    if (account.passwordIsDue) return { is: 'new', login };
    if (account.factorIsDue) return { is: 'half', login };
    if (account.permissions.includes('handling.work')) return { is: 'worker', login };
    return { is: account.permissions.includes('visits.do') ? 'visitor' : 'other', login };
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 401) return { is: 'nobody', login: '' };
    throw failure;
  }
}
