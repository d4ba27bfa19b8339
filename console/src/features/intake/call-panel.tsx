import { type ReplyOf, telephony } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { nowMs, useNow } from '../../shell/browser-clock.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { callSpanText } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ringingQuery, staleAfterCall } from './intake.queries.ts';
import { useOwnCalls } from './own-calls.tsx';
import { callText } from './text.ts';

export type CallView = ReplyOf<typeof telephony.answerCall>;

interface ManualForm {
  number: string;
  dialledLine?: string;
}

/** 手工登记: a call on a desk telephone that no machine announces. */
function ManualCall({ onAnswered }: { onAnswered: (call: CallView) => void }) {
  const [open, setOpen] = useState(false);
  const act = useAct(telephony.startManualCall, {
    done: null,
    stale: staleAfterCall,
    quiet: true,
    onDone: (call) => {
      setOpen(false);
      onAnswered(call);
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{callText.manual}</Button>
      <FormDrawer<ManualForm>
        title={callText.manualTitle}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ number, dialledLine }) =>
          act.mutate({
            number,
            ...(dialledLine === undefined || dialledLine === '' ? {} : { dialledLine }),
          })
        }
      >
        <p className="gap-below soft">{callText.manualHelp}</p>
        <Form.Item
          name="number"
          label={callText.manualNumber}
          rules={[{ required: true, pattern: /^\+?[\d-]{5,20}$/, message: callText.numberNeeded }]}
        >
          <Input autoFocus inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="dialledLine" label={callText.manualLine}>
          <Input inputMode="tel" autoComplete="off" maxLength={20} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

interface RingingProps {
  call: CallView;
  /** Somebody is on the line already. */
  isTalking: boolean;
  onAnswer: () => void;
  isPending: boolean;
}

function Ringing({ call, isTalking, onAnswer, isPending }: RingingProps) {
  useNow(1);
  const waited = nowMs() - Date.parse(call.offeredAt);
  return (
    <li className="ringing">
      <p>
        <strong className="mono">{call.maskedNumber}</strong>{' '}
        {call.isQuiet && <span className="chip chip-wait">{callText.quiet}</span>}
        {call.driver === 'sim' && <span className="chip chip-plain">{callText.sim}</span>}
        <br />
        <span className="soft">
          {callText.dialled(call.dialledLine, call.dialledLineName)} ·{' '}
          {callText.waiting(callSpanText(waited))}
        </span>
      </p>
      <Button
        type="primary"
        loading={isPending}
        disabled={isTalking}
        title={isTalking ? callText.talking : ''}
        onClick={onAnswer}
      >
        {callText.answer}
      </Button>
    </li>
  );
}

export function useAnswer(onAnswered: (call: CallView) => void) {
  return useAct(telephony.answerCall, { done: null, stale: staleAfterCall, onDone: onAnswered });
}

/** 来电: who rings now, and the two ways a call starts without a switchboard. */
export function CallPanel({ onAnswered }: { onAnswered: (call: CallView) => void }) {
  const { data } = useQuery(ringingQuery);
  const answer = useAnswer(onAnswered);
  const demo = useAct(telephony.ringDemoCall, { done: null, stale: staleAfterCall });
  const calls = data?.rows ?? [];
  const isTalking = useOwnCalls().length > 0;
  return (
    <Panel
      title={callText.ringing}
      extra={
        <>
          <Button
            title={callText.demoHelp}
            loading={demo.isPending}
            onClick={() => demo.mutate({})}
          >
            {callText.demoCall}
          </Button>
          <ManualCall onAnswered={onAnswered} />
        </>
      }
    >
      {calls.length === 0 && <p className="soft">{callText.noRinging}</p>}
      <ul className="plain-list" aria-live="polite">
        {calls.map((call) => (
          <Ringing
            key={call.id}
            call={call}
            isTalking={isTalking}
            isPending={answer.isPending}
            onAnswer={() => answer.mutate({ callId: call.id })}
          />
        ))}
      </ul>
    </Panel>
  );
}
