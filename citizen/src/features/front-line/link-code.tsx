import { type FormEvent, useState } from 'react';
import { call } from '../../shell/call.ts';
import { replaceWith } from '../../shell/hash-path.ts';
import { operations } from '../../shell/operations.ts';
import { shellText } from '../../shell/text.ts';
import { useSending } from '../../shell/use-sending.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import type { Session } from './session.ts';
import { frontLineText } from './text.ts';

const words = frontLineText.link;

interface Props {
  token: string;
  onEnter: (session: Session) => void;
  onOther: () => void;
}

/** The link alone opens nothing: it may have been forwarded; the code stands in the same message. */
export function LinkCode({ token, onEnter, onOther }: Props) {
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const sending = useSending();
  const code = typed.normalize('NFKC').replace(/\D/g, '');
  const isBad = code.length !== 6;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isBad) return;
    await sending.send({ code }, async () => {
      const reply = await call(operations.openLink, { token, code });
      replaceWith('');
      onEnter({
        as: { token: reply.token },
        duty: { orderId: reply.orderId, assignmentId: reply.assignmentId },
        login: null,
        isVisitorOnly: false,
      });
    });
  };

  return (
    <Page title={frontLineText.title}>
      <form noValidate className="card" onSubmit={(event) => void submit(event)}>
        <h2>{words.heading}</h2>
        <p>{words.words}</p>
        <Field label={words.code} error={isTried && isBad ? words.bad : null}>
          {(control) => (
            <input
              {...control}
              className="code-input is-large"
              type="text"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {sending.failure ? <Notice kind="bad">{sending.failure}</Notice> : null}
        <button
          type="submit"
          className="button is-primary is-wide is-tall"
          disabled={sending.isSending}
        >
          {sending.isSending ? shellText.loading : words.open}
        </button>
        <button type="button" className="button is-plain is-wide" onClick={onOther}>
          {words.other}
        </button>
      </form>
    </Page>
  );
}
