import { visitOutcomeLabel, visitOutcomes } from '@minsheng/contract/words/visits.ts';
import { Field, OneOf, Tick } from '../../../ui/field.tsx';
import { KeptWords } from './kept-words.tsx';
import { visitsText } from './text.ts';
import type { VisitPartProps } from './visit-part.ts';

const options = visitOutcomes.map((value) => ({ value, label: visitOutcomeLabel[value] }));

/** 结论: what stands there, in one word and in a few. */
export function ResultPart({ visit, change }: VisitPartProps) {
  return (
    <section className="card">
      <OneOf
        legend={visitsText.outcome}
        options={options}
        value={visit.outcome}
        onChange={(outcome) => change({ outcome })}
        layout="thirds"
      />
      <Field label={visitsText.findings} hint={visitsText.findingsHint}>
        {(control) => (
          <KeptWords
            control={control}
            rows={4}
            most={1000}
            value={visit.findings}
            onKeep={(findings) => change({ findings })}
          />
        )}
      </Field>
      {visit.toGo.answer === null ? null : (
        <Tick
          label={visitsText.isFalse}
          hint={visitsText.isFalseHint}
          isOn={visit.answerIsFalse}
          onChange={(answerIsFalse) => change({ answerIsFalse })}
        />
      )}
    </section>
  );
}
