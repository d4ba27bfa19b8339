import { Field } from '../../ui/field.tsx';
import type { ReplyPartProps } from './reply-draft.ts';
import { frontLineText } from './text.ts';

const words = frontLineText.finish;

/** 公开答复: starters help the thumb, the sentence stays the worker's own. */
export function FinishAnswer({ draft, change }: ReplyPartProps) {
  return (
    <section className="card">
      <Field label={words.answer} hint={words.answerHint}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={5000}
            value={draft.publicAnswer}
            onChange={(event) => change({ publicAnswer: event.target.value })}
          />
        )}
      </Field>
      <div className="chips">
        {words.starters.map((starter) => (
          <button
            key={starter.label}
            type="button"
            className="chip"
            title={starter.words}
            onClick={() => change({ publicAnswer: draft.publicAnswer + starter.words })}
          >
            {starter.label}
          </button>
        ))}
      </div>
      <details>
        <summary>{words.inside}</summary>
        <Field label={words.process}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={5000}
              value={draft.process}
              onChange={(event) => change({ process: event.target.value })}
            />
          )}
        </Field>
        <Field label={words.basis}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={1000}
              value={draft.basis}
              onChange={(event) => change({ basis: event.target.value })}
            />
          )}
        </Field>
      </details>
    </section>
  );
}
