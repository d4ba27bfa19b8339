import { useCallback, useRef, useState } from 'react';
import { sentenceOf, Unanswered } from './failure.ts';
import { freshKey } from './fresh-key.ts';

export interface Sending {
  isSending: boolean;
  /** The sentence of the last failure, or null. */
  failure: string | null;
  /** Sends one wish under an Idempotency-Key; true when the server said yes. */
  send: (wish: object, run: (key: string) => Promise<unknown>) => Promise<boolean>;
}

/**
 * One change at a time. The same wish keeps its key until the server has answered, so that a repetition is never
 * a second change; a wish put differently is another one and gets its own.
 */
export function useSending(): Sending {
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const open = useRef<{ wish: string; key: string } | null>(null);
  const isBusy = useRef(false);

  const send = useCallback(async (wish: object, run: (key: string) => Promise<unknown>) => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setSending(true);
    setFailure(null);
    const words = JSON.stringify(wish);
    if (open.current?.wish !== words) open.current = { wish: words, key: freshKey() };
    try {
      await run(open.current.key);
      open.current = null;
      return true;
    } catch (caught) {
      if (!(caught instanceof Unanswered)) open.current = null;
      setFailure(sentenceOf(caught));
      return false;
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  }, []);

  return { isSending, failure, send };
}
