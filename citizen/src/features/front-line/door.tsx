import { useEffect } from 'react';
import { call } from '../../shell/call.ts';
import { Refused } from '../../shell/failure.ts';
import { operations } from '../../shell/operations.ts';
import { useAsk } from '../../shell/use-ask.ts';
import { Answer } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { accountSession, type Session } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { frontLineText } from './text.ts';

interface Props {
  /** Why an earlier session ended, if one did. */
  why: string | null;
  onEnter: (session: Session) => void;
}

/** Whoever is signed in on this browser already, in the console perhaps, walks through. */
export function Door({ why, onEnter }: Props) {
  return why === null ? <Known onEnter={onEnter} /> : <SignIn why={why} onEnter={onEnter} />;
}

function Known({ onEnter }: Pick<Props, 'onEnter'>) {
  const ask = useAsk('who is here', whoIsHere);
  const who = ask.asked.state === 'answered' ? ask.asked.value : null;
  useEffect(() => {
    if (who === 'worker') onEnter(accountSession);
  }, [who, onEnter]);
  if (who === 'nobody' || who === 'other') {
    const why = who === 'other' ? frontLineText.account.otherWork : null;
    return <SignIn why={why} onEnter={onEnter} />;
  }
  return (
    <Page title={frontLineText.title}>
      <Answer ask={ask}>{() => null}</Answer>
    </Page>
  );
}

async function whoIsHere(): Promise<'worker' | 'other' | 'nobody'> {
  try {
    const { account } = await call(operations.me, {}, { as: 'cookie' });
    return account.permissions.includes('handling.work') ? 'worker' : 'other';
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 401) return 'nobody';
    throw failure;
  }
}
