import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { Frame, SignOutButton } from './frame.tsx';
import { LiveProvider } from './live.tsx';
import { PageNotice } from './page-notice.tsx';
import { type Me, meQuery, useMay } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { shellText } from './text.ts';

const Alarm = lazy(async () => {
  const { EmergencyAlarm } = await import('../features/intake/emergency-alarm.tsx');
  return { default: EmergencyAlarm };
});

const FirstSignIn = lazy(async () => {
  const { FirstSignIn } = await import('../features/identity/own-password.tsx');
  return { default: FirstSignIn };
});

const GiveFactor = lazy(async () => {
  const { GiveFactor } = await import('../features/identity/give-factor.tsx');
  return { default: GiveFactor };
});

const BindFirst = lazy(async () => {
  const { BindFirst } = await import('../features/identity/give-factor.tsx');
  return { default: BindFirst };
});

/** U1 reaches everybody who takes or sends appeals, whatever page is open. */
function Alarms() {
  const may = useMay();
  return (
    <Suspense fallback={null}>
      {may('intake.receive') && <Alarm desk="to-accept" />}
      {may('dispatch.send') && <Alarm desk="to-dispatch" />}
    </Suspense>
  );
}

/** What is to be done before anything is open: the code first, for a first password may be in other hands. */
function nextStep({ account }: Me) {
  if (account.factorIsDue === 'code') return GiveFactor;
  if (account.passwordIsDue) return FirstSignIn;
  return account.factorIsDue === 'enrolment' ? BindFirst : null;
}

/** Nobody passes unsigned; the address stays, so the wanted page opens after signing in. */
export function Gate() {
  const { data: me, error, refetch, isPending } = useQuery(meQuery);
  if (isPending) return <Spin fullscreen description={shellText.loading} />;
  if (error !== null) {
    return (
      <PageNotice
        title={error.message}
        actions={<Button onClick={() => refetch()}>{shellText.retry}</Button>}
      />
    );
  }
  if (me === null) return <SignIn />;
  const Step = nextStep(me);
  if (Step !== null) {
    return (
      <Suspense fallback={null}>
        <Step leave={<SignOutButton />} />
      </Suspense>
    );
  }
  return (
    <LiveProvider>
      <Frame overlay={<Alarms />} />
    </LiveProvider>
  );
}
