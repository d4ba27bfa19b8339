import { useState } from 'react';
import { operations } from '../../shell/operations.ts';
import { Field } from '../../ui/field.tsx';
import type { DutyScreenProps } from './duty.ts';
import { useFrontLine } from './session.ts';
import { SmallScreen } from './small-screen.tsx';
import { frontLineText } from './text.ts';

const words = frontLineText.ask;

/** 待补充: the centre asks the requester; the clock stands meanwhile. */
export function AskScreen({ duty, home, done }: DutyScreenProps) {
  const { call } = useFrontLine();
  const [question, setQuestion] = useState('');
  return (
    <SmallScreen
      title={words.title}
      home={home}
      words={words.words}
      sendLabel={words.send}
      problems={question.trim().length < 2 ? [words.short] : []}
      send={async (sending) => {
        const asked = {
          orderId: duty.orderId,
          assignmentId: duty.assignmentId,
          question: question.trim(),
        };
        const isDone = await sending.send(asked, (key) => call(operations.askInfo, asked, key));
        if (isDone) done(frontLineText.steps.askDone);
      }}
    >
      <section className="card">
        <Field label={words.question}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              maxLength={1000}
              value={question}
              onChange={(event) => setQuestion(event.target.value)}
            />
          )}
        </Field>
      </section>
    </SmallScreen>
  );
}
