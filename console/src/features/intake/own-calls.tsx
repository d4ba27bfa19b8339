import { type ReplyOf, telephony, unreachedCauseLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { nowMs, useNow } from '../../shell/browser-clock.ts';
import { useKeys } from '../../shell/keys.ts';
import { callSpanText } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ownCallsQuery, staleAfterCall } from './intake.queries.ts';
import { callText, ownCallText } from './text.ts';

export type OwnCall = ReplyOf<typeof telephony.listOwnCalls>['rows'][number];

export function useOwnCalls(): readonly OwnCall[] {
  return useQuery(ownCallsQuery).data?.rows ?? [];
}

interface OwnCallProps {
  call: OwnCall;
  onEnded: (callId: string) => void;
  /** The card of the call: its keys work. */
  isKeyed?: boolean;
}

const armedMs = 3_000;

/** One letter must not cut somebody off: the key is pressed twice. */
function useTwice(run: () => void): { isArmed: boolean; press: () => void } {
  const [isArmed, setArmed] = useState(false);
  useEffect(() => {
    if (!isArmed) return;
    const timer = setTimeout(() => setArmed(false), armedMs);
    return () => clearTimeout(timer);
  }, [isArmed]);
  const press = () => {
    setArmed(!isArmed);
    if (isArmed) run();
  };
  return { isArmed, press };
}

/** 挂断 by keyboard, on the card of the call. */
function EndKey({ onPress }: { onPress: () => void }) {
  const { isArmed, press } = useTwice(onPress);
  useKeys({ h: press });
  return <kbd className="kbd">{isArmed ? ownCallText.endAgain : 'H'}</kbd>;
}

function EndButton({ call, onEnded, isKeyed }: OwnCallProps) {
  const isDialling = call.state === 'dialling';
  const end = useAct(telephony.endCall, {
    done: isDialling ? ownCallText.cancelled : callText.ended,
    stale: staleAfterCall,
    onDone: ({ id }) => onEnded(id),
  });
  return (
    <Button
      danger
      size="small"
      loading={end.isPending}
      onClick={() => end.mutate({ callId: call.id })}
    >
      {isDialling ? ownCallText.cancel : ownCallText.end}
      {isKeyed && <EndKey onPress={() => end.mutate({ callId: call.id })} />}
    </Button>
  );
}

const outcomes = ['reached', 'no-answer', 'busy', 'refused', 'unreachable'] as const;

/** 话机回拨: the number to dial, and what became of it. */
function DialByHand({ call, number }: { call: OwnCall; number: string }) {
  const say = useAct(telephony.sayOutcome, { done: ownCallText.said, stale: staleAfterCall });
  return (
    <div className="dial-by-hand">
      <p>
        {ownCallText.dialByHand} <strong className="mono caller-number">{number}</strong>
      </p>
      <div className="inline">
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            size="small"
            type={outcome === 'reached' ? 'primary' : 'default'}
            disabled={say.isPending}
            onClick={() => say.mutate({ callId: call.id, outcome })}
          >
            {outcome === 'reached' ? ownCallText.reached : unreachedCauseLabel[outcome]}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** The line the caller dialled, or the number we show when we ring. */
export function lineWords(call: Pick<OwnCall, 'direction' | 'dialledLine' | 'dialledLineName'>) {
  return call.direction === 'out'
    ? ownCallText.shownAs(call.dialledLine)
    : callText.dialled(call.dialledLine, call.dialledLineName);
}

/** 通话状态: how long it lasts, and how it ends. */
export function CallLine({ call, onEnded, isKeyed = false }: OwnCallProps) {
  useNow(1);
  const since = call.answeredAt ?? call.offeredAt;
  const span = callSpanText(nowMs() - Date.parse(since));
  return (
    <>
      {call.numberToDial !== null && <DialByHand call={call} number={call.numberToDial} />}
      <p className="inline">
        <span className="soft">
          {call.state === 'dialling' ? ownCallText.dialling : callText.lasting(span)}
        </span>
        <EndButton call={call} onEnded={onEnded} isKeyed={isKeyed} />
      </p>
    </>
  );
}

interface OwnCallsProps {
  /** The call the form is about: it has a card of its own. */
  shown: string | null;
  onBack: (call: OwnCall) => void;
  onEnded: (callId: string) => void;
}

/** 正在通话: on the line, but out of sight, because another form is open. */
export function OwnCalls({ shown, onBack, onEnded }: OwnCallsProps) {
  const hidden = useOwnCalls().filter(({ id }) => id !== shown);
  if (hidden.length === 0) return null;
  return (
    <Panel title={ownCallText.title}>
      <ul className="plain-list" aria-live="polite">
        {hidden.map((call) => (
          <li key={call.id} className="ringing own-call">
            <p>
              <strong className="mono">{call.maskedNumber}</strong>
              <br />
              <span className="soft">{lineWords(call)}</span>
            </p>
            <CallLine call={call} onEnded={onEnded} />
            <Button size="small" type="primary" onClick={() => onBack(call)}>
              {ownCallText.back}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
