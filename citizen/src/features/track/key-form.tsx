import { type FormEvent, useState } from 'react';
import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { shellText } from '../../shell/text.ts';
import { useSending } from '../../shell/use-sending.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { TrackedAppeal } from '../../ui/tracked-appeal.ts';
import { trackText } from './text.ts';
import { typedCode, typedOrderNo } from './typed-key.ts';

/** Tried against the server before the page opens, so that a wrong code is said beside its field. */
export function KeyForm({ onOpen }: { onOpen: (key: TrackedAppeal) => void }) {
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const sending = useSending();
  const orderNo = typedOrderNo(number);
  const queryCode = typedCode(code);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!orderNo || !queryCode) return;
    const key = { orderNo, code: queryCode };
    if (await sending.send(key, () => call(operations.trackAppeal, key))) onOpen(key);
  };

  return (
    <form noValidate className="card" onSubmit={(event) => void submit(event)}>
      <p>{trackText.lead}</p>
      <Field
        label={trackText.orderNo}
        hint={trackText.orderNoHint}
        error={isTried && !orderNo ? trackText.badNumber : null}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={trackText.code}
        hint={trackText.codeHint}
        error={isTried && !queryCode ? trackText.badCode : null}
      >
        {(control) => (
          <input
            {...control}
            className="code-input"
            type="text"
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={16}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      {sending.failure ? <Notice kind="bad">{sending.failure}</Notice> : null}
      <button
        type="submit"
        className="button is-primary is-wide is-tall"
        disabled={sending.isSending}
      >
        {sending.isSending ? shellText.loading : trackText.look}
      </button>
    </form>
  );
}
