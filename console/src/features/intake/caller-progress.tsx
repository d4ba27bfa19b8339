import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { fullInstant } from '../../ui/format.ts';
import { progressQuery } from './intake.queries.ts';
import { callerText } from './text.ts';

function Question({ words }: { words: string }) {
  return (
    <div className="questions">
      <h4>{callerText.asked}</h4>
      <p className="words">{words}</p>
    </div>
  );
}

/** What a unit waits to hear: the caller on the line can answer it now. */
export function AskedQuestion({ orderId }: { orderId: string }) {
  const question = useQuery(progressQuery(orderId)).data?.question ?? null;
  return question === null ? null : <Question words={question} />;
}

/** 查进度: plain words, ready to be read aloud. */
export function Progress({ orderId }: { orderId: string }) {
  const progress = useQuery(progressQuery(orderId));
  const place = useRef<HTMLDivElement>(null);
  const isHere = progress.data !== undefined;
  // The column may be longer than the screen: what is to be read aloud must be in sight.
  useEffect(() => {
    if (isHere) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <div ref={place} className="progress-words" role="status">
      <h4>{callerText.progressTitle}</h4>
      <Ask of={progress}>
        {({ words, promiseAt, question }) => (
          <>
            <p className="words">{words}</p>
            {question !== null && <Question words={question} />}
            {promiseAt !== null && (
              <p className="soft">{callerText.promise(fullInstant(promiseAt))}</p>
            )}
          </>
        )}
      </Ask>
    </div>
  );
}
