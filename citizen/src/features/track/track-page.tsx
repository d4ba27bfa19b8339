import { useState } from 'react';
import { Page } from '../../ui/page.tsx';
import { type TrackedAppeal, trackedAppeal } from '../../ui/tracked-appeal.ts';
import { KeyForm } from './key-form.tsx';
import { Progress } from './progress.tsx';
import { trackText } from './text.ts';
import './track.css';

/** 查进度: number and code open one appeal and stay in this tab. */
export function TrackPage() {
  const [key, setKey] = useState<TrackedAppeal | null>(() => trackedAppeal.read());
  const open = (next: TrackedAppeal) => {
    trackedAppeal.write(next);
    setKey(next);
  };
  const leave = () => {
    trackedAppeal.drop();
    setKey(null);
  };
  return (
    <Page title={trackText.title} back={{ href: '#/', label: trackText.home }}>
      {key ? <Progress appeal={key} leave={leave} /> : <KeyForm onOpen={open} />}
    </Page>
  );
}
