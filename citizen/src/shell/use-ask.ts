import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOf } from './failure.ts';

export type Asked<T> =
  | { state: 'asking' }
  | { state: 'answered'; value: T }
  | { state: 'failed'; sentence: string };

export interface Ask<T> {
  asked: Asked<T>;
  /** Why the last repetition brought nothing; what was answered before stays on screen. */
  trouble: string | null;
  /** Asks again; what is already on screen stays until the answer comes. */
  again: () => void;
}

interface Held<T> {
  subject: string;
  asked: Asked<T>;
  trouble: string | null;
}

/** Asks the server when `subject` changes and on demand; late answers to an earlier subject are dropped. */
export function useAsk<T>(subject: string, ask: () => Promise<T>): Ask<T> {
  const [held, setHeld] = useState<Held<T>>({
    subject,
    asked: { state: 'asking' },
    trouble: null,
  });
  const latest = useRef({ ask, turn: 0 });
  latest.current.ask = ask;

  const again = useCallback(() => {
    latest.current.turn += 1;
    const turn = latest.current.turn;
    const settle = (next: (before: Held<T>) => Held<T>) => {
      if (latest.current.turn === turn) setHeld(next);
    };
    latest.current.ask().then(
      (value) => settle(() => ({ subject, asked: { state: 'answered', value }, trouble: null })),
      (failure) => settle((before) => afterFailure(before, subject, sentenceOf(failure))),
    );
  }, [subject]);

  useEffect(() => {
    again();
    return () => {
      latest.current.turn += 1;
    };
  }, [again]);

  const isOfSubject = held.subject === subject;
  return {
    asked: isOfSubject ? held.asked : { state: 'asking' },
    trouble: isOfSubject ? held.trouble : null,
    again,
  };
}

/** A dead spot must not take a half-filled form off the screen: only a first question can fail as a whole. */
function afterFailure<T>(before: Held<T>, subject: string, sentence: string): Held<T> {
  const wasAnswered = before.subject === subject && before.asked.state === 'answered';
  return wasAnswered
    ? { ...before, trouble: sentence }
    : { subject, asked: { state: 'failed', sentence }, trouble: null };
}
