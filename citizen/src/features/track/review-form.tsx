import { useState } from 'react';
import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { Field } from '../../ui/field.tsx';
import { ActForm, type ActProps } from './act-form.tsx';
import { trackText } from './text.ts';

const words = trackText.review;

/** 申请复核 of guidance elsewhere, once. */
export function ReviewForm({ appeal, done }: ActProps) {
  const [reason, setReason] = useState('');
  return (
    <ActForm
      title={words.title}
      words={words.words}
      sendLabel={words.send}
      problem={reason.trim().length < 2 ? words.short : null}
      send={(sending) => {
        const wish = { ...appeal, reason: reason.trim() };
        return sending.send(wish, (key) => call(operations.askReview, wish, { key }));
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
