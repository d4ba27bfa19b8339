import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useKeys } from '../../shell/keys.ts';
import { useMe } from '../../shell/session.ts';
import { CallPanel, type CallView, useAnswer } from './call-panel.tsx';
import { CallerCard, callerCardId } from './caller-card.tsx';
import { DraftList } from './draft-list.tsx';
import { ringingQuery } from './intake.queries.ts';
import { cited, hasWords } from './intake-form.ts';
import { IntakePanel } from './intake-panel.tsx';
import { type Entry, KnowledgePanel } from './knowledge-panel.tsx';
import { OwnCalls, useOwnCalls } from './own-calls.tsx';
import { type IntakeDesk, useIntakeForm } from './use-intake-form.ts';
import { contentId } from './words-part.tsx';

const focusOn = (id: string) => document.getElementById(id)?.focus();

/** A call on the line and an empty form belong together: after a reload, a lost browser, or a number just rung back. */
function useRunningCall({ form, startWith }: IntakeDesk): void {
  const [first] = useOwnCalls();
  const isForgotten = first !== undefined && form.callId === null && !hasWords(form);
  useEffect(() => {
    if (isForgotten) startWith({ id: first.id, number: first.maskedNumber });
  }, [isForgotten, first, startWith]);
}

/** 来电 side: call, form, knowledge, each one key away. */
export function CallsDesk() {
  const desk = useIntakeForm();
  const { callId } = desk.form;
  useRunningCall(desk);
  // What is left of an earlier call stays with the earlier form, set aside.
  const onAnswered = (call: CallView) => {
    desk.startWith({ id: call.id, number: call.maskedNumber });
  };
  const { data } = useQuery(ringingQuery);
  const [talking] = useOwnCalls();
  const answer = useAnswer(onAnswered);
  // With somebody on the line the key leads back to them; another call is another agent's.
  const answerFirst = () => {
    const first = data?.rows[0];
    if (talking !== undefined && talking.id !== callId) desk.backTo(talking);
    else if (talking === undefined && first !== undefined) answer.mutate({ callId: first.id });
    else focusOn(callerCardId);
  };
  useKeys({ F2: answerFirst });
  const { city } = useMe();
  const cite = (entry: Entry) => desk.patch(cited(desk.form, entry, city.code));
  return (
    <div className="agent-desk">
      <div className="stack agent-side">
        <CallPanel onAnswered={onAnswered} />
        <OwnCalls shown={callId} onBack={desk.backTo} onEnded={desk.ended} />
        {callId !== null && (
          <CallerCard
            key={callId}
            callId={callId}
            desk={desk}
            onNew={() => focusOn(contentId)}
            onEnded={desk.ended}
          />
        )}
        <DraftList desk={desk} />
      </div>
      <IntakePanel desk={desk} />
      <div className="stack agent-side agent-knowledge">
        <KnowledgePanel
          key={callId}
          matterCode={desk.form.matterCode}
          callId={callId}
          onCite={cite}
        />
      </div>
    </div>
  );
}
