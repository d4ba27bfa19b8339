import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOf } from './failure.ts';

export type Asked<T> =
  | { state: 'asking' }
  | { state: 'answered'; value: T }
  | { state: 'failed'; sentence: string };

export interface Ask<T> {
  asked: Asked<T>;
  /** Asks again; what is already on screen stays until the answer comes. */
  again: () => void;
}

/** Asks the server when `subject` changes and on demand; late answers to an earlier subject are dropped. */
export function useAsk<T>(subject: string, ask: () => Promise<T>): Ask<T> {
  const [answer, setAnswer] = useState<{ subject: string; asked: Asked<T> }>({
    subject,
    asked: { state: 'asking' },
  });
  const latest = useRef({ ask, turn: 0 });
  latest.current.ask = ask;

  const again = useCallback(() => {
    latest.current.turn += 1;
    const turn = latest.current.turn;
    const settle = (asked: Asked<T>) => {
      if (latest.current.turn === turn) setAnswer({ subject, asked });
    };
    latest.current.ask().then(
      (value) => settle({ state: 'answered', value }),
      (failure) => settle({ state: 'failed', sentence: sentenceOf(failure) }),
    );
  }, [subject]);

  useEffect(() => {
    again();
    return () => {
      latest.current.turn += 1;
    };
  }, [again]);

  return { asked: answer.subject === subject ? answer.asked : { state: 'asking' }, again };
}
