import { isStrongPassword } from '@minsheng/contract/words/accounts.ts';
import { type FormEvent, useState } from 'react';
import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { shellText } from '../../shell/text.ts';
import { useSending } from '../../shell/use-sending.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { frontLineText } from './text.ts';

const words = frontLineText.password;

interface Props {
  login: string;
  /** The first password has to be changed; any other may. */
  isDue: boolean;
  onDone: () => void;
  onCancel: (() => void) | null;
}

/** 设置密码: a person's own; whoever else was signed in with the old one is out. */
export function PasswordScreen({ login, isDue, onDone, onCancel }: Props) {
  const [typed, setTyped] = useState({ current: '', next: '', again: '' });
  const [isTried, setTried] = useState(false);
  const sending = useSending();
  const isWeak = !isStrongPassword(typed.next, login);
  const isOther = typed.again !== typed.next;
  const isMissing = typed.current === '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing || isWeak || isOther) return;
    await sending.send({ login }, async () => {
      const { current, next } = typed;
      await call(operations.changeOwnPassword, { current, next }, { as: 'cookie' });
      onDone();
    });
  };
  const field = (name: keyof typeof typed, label: string, error: string | null) => (
    <Field label={label} error={isTried ? error : null}>
      {(control) => (
        <input
          {...control}
          type="password"
          autoComplete={name === 'current' ? 'current-password' : 'new-password'}
          value={typed[name]}
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Page title={frontLineText.title}>
      <form noValidate className="card" onSubmit={(event) => void submit(event)}>
        <h2>{isDue ? words.heading : words.change}</h2>
        {isDue ? <p>{words.words}</p> : null}
        {field('current', isDue ? words.first : words.current, isMissing ? words.missing : null)}
        <p className="hint">{words.rule}</p>
        {field('next', words.next, isWeak ? words.rule : null)}
        {field('again', words.again, isOther ? words.differs : null)}
        {sending.failure ? <Notice kind="bad">{sending.failure}</Notice> : null}
        <button
          type="submit"
          className="button is-primary is-wide is-tall"
          disabled={sending.isSending}
        >
          {sending.isSending ? shellText.loading : words.save}
        </button>
        {onCancel ? (
          <button type="button" className="button is-plain is-wide" onClick={onCancel}>
            {words.cancel}
          </button>
        ) : null}
      </form>
    </Page>
  );
}
