import {
  type Rating,
  ratingLabel,
  type SolvedAnswer,
  solvedAnswerLabel,
  solvedAnswers,
} from '@minsheng/contract/words/call-back.ts';
import { useState } from 'react';
import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { Field, OneOf } from '../../ui/field.tsx';
import { ActForm, type ActProps } from './act-form.tsx';
import { trackText } from './text.ts';

const words = trackText.rate;
const ratingOptions = words.ratingOrder.map((rating) => ({
  value: rating,
  label: ratingLabel[rating],
}));
const solvedOptions = solvedAnswers.map((answer) => ({
  value: answer,
  label: solvedAnswerLabel[answer],
  hint: words.solvedHints[answer],
}));

/** 评价: three questions, none of them answered beforehand. */
export function RateForm({ appeal, done }: ActProps) {
  const [solved, setSolved] = useState<SolvedAnswer | null>(null);
  const [processRating, setProcess] = useState<Rating | null>(null);
  const [resultRating, setResult] = useState<Rating | null>(null);
  const [reason, setReason] = useState('');
  const isComplete = solved !== null && processRating !== null && resultRating !== null;
  return (
    <ActForm
      title={words.title}
      words={words.words}
      sendLabel={words.send}
      isOpenAtFirst
      problem={isComplete ? null : words.missing}
      send={async (sending) => {
        if (!solved || !processRating || !resultRating) return false;
        const wish = { ...appeal, solved, processRating, resultRating, reason: reason.trim() };
        return sending.send(wish, (key) => call(operations.rateAppeal, wish, { key }));
      }}
      done={done}
    >
      <OneOf legend={words.solved} options={solvedOptions} value={solved} onChange={setSolved} />
      <OneOf
        legend={words.process}
        options={ratingOptions}
        value={processRating}
        onChange={setProcess}
      />
      <OneOf
        legend={words.result}
        options={ratingOptions}
        value={resultRating}
        onChange={setResult}
      />
      <Field label={isUnhappy(solved, resultRating) ? words.reasonNeeded : words.reason}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </ActForm>
  );
}

function isUnhappy(solved: SolvedAnswer | null, result: Rating | null): boolean {
  return solved === 'not-solved' || result === 'dissatisfied' || result === 'very-dissatisfied';
}
