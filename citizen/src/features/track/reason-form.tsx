import { useState } from 'react';
import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { Field } from '../../ui/field.tsx';
import { ActForm, type ActProps } from './act-form.tsx';
import { trackText } from './text.ts';

interface ReasonFormProps extends ActProps {
  kind: 'withdraw' | 'review';
}

/** 撤回, or 申请复核 of guidance elsewhere: one question, and only the second must be answered. */
export function ReasonForm({ appeal, kind, done }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const words = trackText[kind];
  const isShort = kind === 'review' && reason.trim().length < 2;
  return (
    <ActForm
      title={words.title}
      words={words.words}
      sendLabel={words.send}
      problem={isShort ? trackText.review.short : null}
      send={(sending) => {
        const wish = { ...appeal, reason: reason.trim() };
        return sending.send(wish, (key) =>
          kind === 'withdraw'
            ? call(operations.withdrawAppeal, wish, { key })
            : call(operations.askReview, wish, { key }),
        );
      }}
      done={done}
    >
      <Field label={words.reason}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </ActForm>
  );
}
