import { useState } from 'react';
import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { Field } from '../../ui/field.tsx';
import { ActForm, type ActProps } from './act-form.tsx';
import { trackText } from './text.ts';

const words = trackText.withdraw;

/** 撤回 */
export function WithdrawForm({ appeal, done }: ActProps) {
  const [reason, setReason] = useState('');
  return (
    <ActForm
      title={words.title}
      words={words.words}
      sendLabel={words.send}
      problem={null}
      send={(sending) => {
        const wish = { ...appeal, reason: reason.trim() };
        return sending.send(wish, (key) => call(operations.withdrawAppeal, wish, { key }));
      }}
      done={done}
    >
      <Field label={words.reason}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </ActForm>
  );
}
