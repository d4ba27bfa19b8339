import {
  type MeasureKind,
  measureKindLabel,
  measureKinds,
} from '@minsheng/contract/words/assignment.ts';
import { shellText } from '../../shell/text.ts';
import { Field } from '../../ui/field.tsx';
import type { ReplyPartProps } from './reply-draft.ts';
import { frontLineText } from './text.ts';

const words = frontLineText.finish;

/** Sentences a thumb can take; whoever did something else writes it. */
function Starters({ kind, choose }: { kind: MeasureKind; choose: (what: string) => void }) {
  return (
    <div className="chips measure-starters">
      {words.measureStarters[kind].map((what) => (
        <button key={what} type="button" className="chip" onClick={() => choose(what)}>
          {what}
        </button>
      ))}
    </div>
  );
}

/** 措施: 人防, 物防, 技防, 制度; a tap adds one, a sentence says what was done. */
export function FinishMeasures({
  isNeeded,
  draft,
  change,
}: ReplyPartProps & { isNeeded: boolean }) {
  const set = (index: number, what: string) =>
    change({
      measures: draft.measures.map((measure, at) =>
        at === index ? { ...measure, what } : measure,
      ),
    });
  const drop = (index: number) =>
    change({ measures: draft.measures.filter((_, at) => at !== index) });
  return (
    <section className="card">
      <h2>
        {words.measures}
        {isNeeded ? '' : shellText.optional}
      </h2>
      <p className="hint">{words.measuresHint}</p>
      <div className="chips">
        {measureKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className="chip"
            onClick={() => change({ measures: [...draft.measures, { kind, what: '' }] })}
          >
            + {measureKindLabel[kind]}
            <small>{words.measureMeans[kind]}</small>
          </button>
        ))}
      </div>
      {draft.measures.map((measure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and are only added at the end.
        <div key={`${measure.kind} ${index}`}>
          <div className="line-with-drop">
            <Field label={words.measureWhat(measureKindLabel[measure.kind])}>
              {(control) => (
                <input
                  {...control}
                  type="text"
                  maxLength={500}
                  value={measure.what}
                  onChange={(event) => set(index, event.target.value)}
                />
              )}
            </Field>
            <button
              type="button"
              className="button"
              aria-label={words.dropMeasure(measureKindLabel[measure.kind])}
              onClick={() => drop(index)}
            >
              {words.drop}
            </button>
          </div>
          {measure.what === '' ? (
            <Starters kind={measure.kind} choose={(what) => set(index, what)} />
          ) : null}
        </div>
      ))}
    </section>
  );
}
