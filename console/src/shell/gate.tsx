import { useQuery } from '@tanstack/react-query';
import { Button, Result, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { Frame, SignOutButton } from './frame.tsx';
import { LiveProvider } from './live.tsx';
import { meQuery, useMay } from './session.ts';
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

/** Nobody passes unsigned; the address stays, so the wanted page opens after signing in. */
export function Gate() {
  const { data: me, error, refetch, isPending } = useQuery(meQuery);
  if (isPending) return <Spin fullscreen description={shellText.loading} />;
  if (error !== null) {
    return (
      <Result
        status="warning"
        title={error.message}
        extra={<Button onClick={() => refetch()}>{shellText.retry}</Button>}
      />
    );
  }
  if (me === null) return <SignIn />;
  if (me.account.passwordIsDue) {
    return (
      <Suspense fallback={null}>
        <FirstSignIn leave={<SignOutButton />} />
      </Suspense>
    );
  }
  return (
    <LiveProvider>
      <Frame overlay={<Alarms />} />
    </LiveProvider>
  );
}
