import { type FormEvent, type ReactNode, useState } from 'react';
import { shellText } from '../../shell/text.ts';
import { type Sending, useSending } from '../../shell/use-sending.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';

interface Props {
  title: string;
  home: string;
  words?: string;
  sendLabel: string;
  /** Sentences that stand in the way; empty when the form may go. */
  problems: readonly string[];
  /** Sends and, when the server said yes, leads on. */
  send: (sending: Sending) => Promise<unknown>;
  children?: ReactNode;
}

/** One small form of a duty: its button is always under the thumb. */
export function SmallScreen(props: Props) {
  const sending = useSending();
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (props.problems.length === 0) void props.send(sending);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Page
        title={props.title}
        back={{ href: props.home }}
        foot={
          <>
            {sending.failure ? <Notice kind="bad">{sending.failure}</Notice> : null}
            {isTried && props.problems[0] ? <Notice kind="bad">{props.problems[0]}</Notice> : null}
            <button
              type="submit"
              className="button is-primary is-wide is-tall"
              disabled={sending.isSending}
            >
              {sending.isSending ? shellText.sending : props.sendLabel}
            </button>
          </>
        }
      >
        {props.words ? <p>{props.words}</p> : null}
        {props.children}
      </Page>
    </form>
  );
}
