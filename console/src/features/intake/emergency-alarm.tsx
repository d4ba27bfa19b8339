import { intake } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { deskOrdersQuery } from '../../ui/desk.queries.ts';
import { rowsOf } from '../../ui/keyset-list.tsx';
import { isSilent, soundAlarm, wakeSound } from './alarm-sound.ts';
import './intake.css';
import { alarmText, waitingText } from './text.ts';

const repeatMs = 4_000;

/** Answers whether the page is still without a voice. */
function useSound(isAlarming: boolean): boolean {
  const [silent, setSilent] = useState(isSilent);
  useEffect(() => {
    // A browser that refuses the sound leaves the page silent, and the bar says so.
    const wake = () =>
      wakeSound().then(
        () => setSilent(isSilent()),
        () => undefined,
      );
    window.addEventListener('pointerdown', wake, { once: true });
    window.addEventListener('keydown', wake, { once: true });
    return () => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
    };
  }, []);
  useEffect(() => {
    if (!isAlarming || silent) return;
    soundAlarm();
    const timer = setInterval(soundAlarm, repeatMs);
    return () => clearInterval(timer);
  }, [isAlarming, silent]);
  return silent;
}

interface EmergencyAlarmProps {
  /** Where a U1 must not wait: with the agents, or with the dispatchers. */
  desk: 'to-accept' | 'to-dispatch';
}

/** 立即受理 takes it in the same breath: the alarm falls silent for everybody because somebody really has it. */
function TakeNow({ orderId }: { orderId: string }) {
  const navigate = useNavigate();
  const take = useAct(intake.takeWaiting, {
    done: waitingText.taken,
    stale: ['order', 'desk'],
    onDone: () => navigate({ to: '/agent', search: { tab: 'to-accept', order: orderId } }),
  });
  return (
    <button
      type="button"
      className="alarm-go"
      disabled={take.isPending}
      onClick={() => take.mutate({ orderId })}
    >
      {alarmText.go['to-accept']}
    </button>
  );
}

/** 特急警报: a waiting U1 sounds on every screen that could take it, until somebody does. */
export function EmergencyAlarm({ desk }: EmergencyAlarmProps) {
  const list = useInfiniteQuery(deskOrdersQuery(desk));
  // What this person has in hand needs no alarm here; everybody else still hears it until it is taken.
  const { order: inHand } = useSearch({ strict: false });
  const waiting = rowsOf(list.data).filter(
    (row) => row.urgency === 'U1' && row.claimedBy === null && row.id !== inHand,
  );
  const names = waiting.map((row) => row.id).join();
  const [mutedFor, setMutedFor] = useState('');
  const first = waiting[0];
  const isMuted = mutedFor === names;
  const silent = useSound(first !== undefined && !isMuted);
  if (first === undefined) return null;
  return (
    <div className="alarm" role="alert">
      <strong>{alarmText.title[desk](waiting.length)}</strong>
      <span className="alarm-title">{first.title}</span>
      {desk === 'to-accept' ? (
        <TakeNow orderId={first.id} />
      ) : (
        <Link to="/dispatch" search={{ tab: desk, order: first.id }} className="alarm-go">
          {alarmText.go[desk]}
        </Link>
      )}
      {silent ? (
        <Button size="small">{alarmText.wake}</Button>
      ) : (
        <Button size="small" disabled={isMuted} onClick={() => setMutedFor(names)}>
          {isMuted ? alarmText.muted : alarmText.mute}
        </Button>
      )}
    </div>
  );
}
