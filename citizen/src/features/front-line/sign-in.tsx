import { type FormEvent, useState } from 'react';
import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { shellText } from '../../shell/text.ts';
import { useSending } from '../../shell/use-sending.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { frontLineText } from './text.ts';

const words = frontLineText.account;

interface Props {
  /** Why an earlier session ended, if one did. */
  why: string | null;
  onSignedIn: () => void;
}

export function SignIn({ why, onSignedIn }: Props) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const sending = useSending();
  const isMissing = login.trim() === '' || password === '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    await sending.send({ login }, async () => {
      await call(operations.signIn, { login: login.trim(), password });
      onSignedIn();
    });
  };

  return (
    <Page title={frontLineText.title}>
      {why ? <Notice kind="warn">{why}</Notice> : null}
      <form noValidate className="card" onSubmit={(event) => void submit(event)}>
        <h2>{words.heading}</h2>
        <p>{words.words}</p>
        <Field label={words.login}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          )}
        </Field>
        <Field label={words.password} error={isTried && isMissing ? words.missing : null}>
          {(control) => (
            <input
              {...control}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {sending.failure ? <Notice kind="bad">{sending.failure}</Notice> : null}
        <button
          type="submit"
          className="button is-primary is-wide is-tall"
          disabled={sending.isSending}
        >
          {sending.isSending ? shellText.loading : words.go}
        </button>
      </form>
    </Page>
  );
}
