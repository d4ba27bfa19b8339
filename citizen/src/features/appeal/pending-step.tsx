import { shellText } from '../../shell/text.ts';
import { Notice } from '../../ui/notice.tsx';
import { appealText } from './text.ts';
import type { AppealSending } from './use-appeal-sending.ts';

const words = appealText.pending;

/** Gone out without an answer: repeat it, or take it back to change it. */
export function PendingStep({ sending }: { sending: AppealSending }) {
  const takeBack = () => {
    if (window.confirm(words.editSure)) sending.takeBack();
  };
  if (sending.isSending) {
    return (
      <p className="busy" role="status">
        {shellText.sending}
      </p>
    );
  }
  return (
    <section className="card">
      <h2>{words.heading}</h2>
      {sending.failure ? <Notice kind="bad">{sending.failure}</Notice> : null}
      <p>{words.words}</p>
      <p className="hint">{words.excerpt}</p>
      <blockquote>{sending.pending?.body.content}</blockquote>
      <button type="button" className="button is-primary is-wide" onClick={sending.repeat}>
        {words.again}
      </button>
      <button type="button" className="button is-wide" onClick={takeBack}>
        {words.edit}
      </button>
    </section>
  );
}
