import { intake, telephony, unreachedCauseLabel } from '@minsheng/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { nowMs, useNow } from '../../shell/browser-clock.ts';
import { call } from '../../shell/call.ts';
import { useKeys } from '../../shell/keys.ts';
import { callSpanText } from '../../ui/format.ts';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { staleAfterCall, staleAfterIntake } from './intake.queries.ts';
import { putThroughBody } from './intake-body.ts';
import type { OwnCall } from './own-calls.tsx';
import { putThroughText as words } from './transfer-110-text.ts';
import type { IntakeDesk } from './use-intake-form.ts';

type Leg = NonNullable<OwnCall['putThrough']>;

/** The form's own key is the order's key: pressed twice, it is one order. */
function useStart(desk: IntakeDesk) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (callId: string) =>
      call(intake.putThrough, putThroughBody(desk.form, callId), { idempotencyKey: desk.form.key }),
    onSuccess: ({ orderNo }) => {
      message.success(words.started(orderNo));
      desk.saved();
    },
    onSettled: () =>
      Promise.all(
        [...staleAfterIntake, ...staleAfterCall].map((word) =>
          client.invalidateQueries({ queryKey: [word] }),
        ),
      ),
  });
}

/** 一键转110: one key, with whatever stands in the form. */
function Start({ callId, desk }: { callId: string; desk: IntakeDesk }) {
  const start = useStart(desk);
  const press = () => {
    if (!start.isPending) start.mutate(callId);
  };
  useKeys({ F10: press });
  return (
    <>
      <Button danger block title={words.startHelp} loading={start.isPending} onClick={press}>
        {words.start} <kbd className="kbd">{words.key}</kbd>
      </Button>
      <WhyRefused error={start.error} />
    </>
  );
}

const outcomes = ['no-answer', 'busy', 'refused', 'unreachable'] as const;

/** Only whoever dials hears what becomes of it. */
function SayOutcome({ callId }: { callId: string }) {
  const say = useAct(telephony.sayPutThrough, { done: null, stale: staleAfterCall });
  return (
    <div className="inline">
      <Button
        size="small"
        type="primary"
        disabled={say.isPending}
        onClick={() => say.mutate({ callId, outcome: 'joined' })}
      >
        {words.joinedByHand}
      </Button>
      {outcomes.map((outcome) => (
        <Button
          key={outcome}
          size="small"
          disabled={say.isPending}
          onClick={() => say.mutate({ callId, outcome })}
        >
          {unreachedCauseLabel[outcome]}
        </Button>
      ))}
    </div>
  );
}

function TakeBack({ callId, label }: { callId: string; label: string }) {
  const back = useAct(telephony.takeCallerBack, { done: words.takenBack, stale: staleAfterCall });
  return (
    <Button size="small" loading={back.isPending} onClick={() => back.mutate({ callId })}>
      {label}
    </Button>
  );
}

function Ringing({ callId, leg }: { callId: string; leg: Leg }) {
  useNow(1);
  return (
    <>
      <p>
        {leg.isByHand
          ? words.byHand(leg.number)
          : words.ringing(callSpanText(nowMs() - Date.parse(leg.askedAt)))}
      </p>
      {leg.isByHand && <SayOutcome callId={callId} />}
      <TakeBack callId={callId} label={words.cancel} />
    </>
  );
}

function Joined({ callId, onEnded }: { callId: string; onEnded: (callId: string) => void }) {
  const hand = useAct(telephony.handCallerOver, {
    done: words.handedOver,
    stale: staleAfterCall,
    onDone: ({ id }) => onEnded(id),
  });
  return (
    <>
      <p>{words.joined}</p>
      <div className="inline">
        <Button
          size="small"
          type="primary"
          loading={hand.isPending}
          onClick={() => hand.mutate({ callId })}
        >
          {words.handOver}
        </Button>
        <TakeBack callId={callId} label={words.takeBack} />
      </div>
    </>
  );
}

function Failed({ callId, leg }: { callId: string; leg: Leg }) {
  const again = useAct(telephony.putThroughAgain, { done: words.rungAgain, stale: staleAfterCall });
  return (
    <>
      <p>{words.failed(leg.cause === null ? '' : unreachedCauseLabel[leg.cause])}</p>
      <Button size="small" loading={again.isPending} onClick={() => again.mutate({ callId })}>
        {words.again}
      </Button>
    </>
  );
}

interface PutThroughProps {
  own: OwnCall;
  desk: IntakeDesk;
  onEnded: (callId: string) => void;
}

/** 转110 during a call: the key, and how far the other line has come. */
export function PutThrough({ own, desk, onEnded }: PutThroughProps) {
  const { id: callId, putThrough: leg } = own;
  if (own.state !== 'answered') return null;
  if (leg === null) return <Start callId={callId} desk={desk} />;
  return (
    <div className="put-through" role="status">
      {leg.state === 'ringing' && <Ringing callId={callId} leg={leg} />}
      {leg.state === 'joined' && <Joined callId={callId} onEnded={onEnded} />}
      {leg.state === 'failed' && <Failed callId={callId} leg={leg} />}
      <p className="soft">
        {words.order}{' '}
        <Link
          to="/orders/$orderId"
          params={{ orderId: leg.orderId }}
          target="_blank"
          className="mono"
        >
          {leg.orderNo}
        </Link>
      </p>
    </div>
  );
}
