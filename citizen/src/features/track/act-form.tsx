import { type FormEvent, type ReactNode, useState } from 'react';
import { shellText } from '../../shell/text.ts';
import { type Sending, useSending } from '../../shell/use-sending.ts';
import { Notice } from '../../ui/notice.tsx';
import type { TrackedAppeal } from '../../ui/tracked-appeal.ts';

/** What every form under a tracked appeal is given. */
export interface ActProps {
  appeal: TrackedAppeal;
  done: () => void;
}

interface Props {
  title: string;
  words?: string;
  sendLabel: string;
  isOpenAtFirst?: boolean;
  /** The sentence that stands in the way, or null. */
  problem: string | null;
  send: (sending: Sending) => Promise<boolean>;
  done: () => void;
  children?: ReactNode;
}

/** A folded form: its title opens it, one button sends it, the server's refusal stands above the button. */
export function ActForm(props: Props) {
  const [isOpen, setOpen] = useState(props.isOpenAtFirst ?? false);
  const [isTried, setTried] = useState(false);
  const sending = useSending();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (props.problem) return;
    if (await props.send(sending)) {
      setOpen(false);
      setTried(false);
      props.done();
    }
  };
  return (
    <div className="fold">
      <button
        type="button"
        className="fold-head"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {props.title}
      </button>
      {isOpen ? (
        <form noValidate className="fold-body" onSubmit={(event) => void submit(event)}>
          {props.words ? <p>{props.words}</p> : null}
          {props.children}
          {isTried && props.problem ? <Notice kind="bad">{props.problem}</Notice> : null}
          {sending.failure ? <Notice kind="bad">{sending.failure}</Notice> : null}
          <button type="submit" className="button is-primary is-wide" disabled={sending.isSending}>
            {sending.isSending ? shellText.sending : props.sendLabel}
          </button>
        </form>
      ) : null}
    </div>
  );
}
