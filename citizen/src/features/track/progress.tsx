import type { trackAppeal } from '@minsheng/contract/public/appeals.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { useState } from 'react';
import { call } from '../../shell/call.ts';
import { dayWords, momentWords } from '../../shell/clock.ts';
import { operations } from '../../shell/operations.ts';
import { useAsk } from '../../shell/use-ask.ts';
import { Answer, Notice } from '../../ui/notice.tsx';
import type { TrackedAppeal } from '../../ui/tracked-appeal.ts';
import { AddForm } from './add-form.tsx';
import { RateForm } from './rate-form.tsx';
import { ReasonForm } from './reason-form.tsx';
import { trackText } from './text.ts';
import { UrgeForm } from './urge-form.tsx';

type Tracked = ReplyOf<typeof trackAppeal>;

interface Props {
  appeal: TrackedAppeal;
  leave: () => void;
}

export function Progress({ appeal, leave }: Props) {
  const ask = useAsk(appeal.orderNo, () => call(operations.trackAppeal, appeal));
  const [said, setSaid] = useState<string | null>(null);
  const done = (words: string) => {
    setSaid(words);
    ask.again();
    window.scrollTo(0, 0);
  };
  return (
    <>
      {said ? <Notice kind="good">{said}</Notice> : null}
      <Answer ask={ask}>
        {(tracked) => (
          <>
            <Stage tracked={tracked} />
            <Acts appeal={appeal} tracked={tracked} done={done} />
            <Steps tracked={tracked} />
          </>
        )}
      </Answer>
      <div className="row">
        <button type="button" className="button" onClick={ask.again}>
          {trackText.refresh}
        </button>
        <button type="button" className="button is-plain" onClick={leave}>
          {trackText.other}
        </button>
      </div>
    </>
  );
}

function Stage({ tracked }: { tracked: Tracked }) {
  return (
    <section className="card">
      <p className="hint">
        {trackText.orderNo} {tracked.orderNo}
      </p>
      <h2>{tracked.title}</h2>
      <p className="stage">
        <span className="tag">{tracked.stage}</span>
      </p>
      <p>{tracked.stageWords}</p>
      {tracked.reviewWords ? <p>{tracked.reviewWords}</p> : null}
      <Promised tracked={tracked} />
      {tracked.answer ? (
        <>
          <h3>{trackText.answer}</h3>
          <p className="answer">{tracked.answer}</p>
        </>
      ) : null}
    </section>
  );
}

/** Whoever is owed nothing any more reads no promise. */
function Promised({ tracked }: { tracked: Tracked }) {
  if (!tracked.promiseOn) return tracked.isOpen ? <p>{trackText.noPromise}</p> : null;
  return (
    <p>
      {trackText.promise}：<b>{dayWords(tracked.promiseOn)}</b>
    </p>
  );
}

/** The newest first: on a phone that is what people look for. */
function Steps({ tracked }: { tracked: Tracked }) {
  return (
    <section className="card">
      <h2>{trackText.steps}</h2>
      <ol className="timeline">
        {[...tracked.steps].reverse().map((step) => (
          <li key={`${step.at} ${step.words}`}>
            <time dateTime={step.at}>{momentWords(step.at)}</time>
            <span>{step.words}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ActsProps {
  appeal: TrackedAppeal;
  tracked: Tracked;
  done: (words: string) => void;
}

/** Only what the server says may be done now. */
function Acts({ appeal, tracked, done }: ActsProps) {
  const mayAny =
    tracked.mayAdd ||
    tracked.mayUrge ||
    tracked.mayWithdraw ||
    tracked.mayRate ||
    tracked.mayAskReview;
  if (!mayAny) return null;
  return (
    <section className="card acts" aria-label={trackText.acts}>
      {tracked.question !== null && tracked.mayAdd ? (
        <AddForm
          key="answer"
          appeal={appeal}
          question={tracked.question}
          done={() => done(trackText.answerInfo.done)}
        />
      ) : null}
      {tracked.mayRate ? <RateForm appeal={appeal} done={() => done(trackText.rate.done)} /> : null}
      {tracked.mayAskReview ? (
        <ReasonForm kind="review" appeal={appeal} done={() => done(trackText.review.done)} />
      ) : null}
      {tracked.mayUrge ? <UrgeForm appeal={appeal} done={() => done(trackText.urge.done)} /> : null}
      {tracked.question === null && tracked.mayAdd ? (
        <AddForm key="add" appeal={appeal} question={null} done={() => done(trackText.add.done)} />
      ) : null}
      {tracked.mayWithdraw ? (
        <ReasonForm kind="withdraw" appeal={appeal} done={() => done(trackText.withdraw.done)} />
      ) : null}
    </section>
  );
}
