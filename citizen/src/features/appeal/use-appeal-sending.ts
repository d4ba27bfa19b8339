import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../shell/call.ts';
import { sentenceOf, Unanswered } from '../../shell/failure.ts';
import { freshKey } from '../../shell/fresh-key.ts';
import { replaceWith } from '../../shell/hash-path.ts';
import { operations } from '../../shell/operations.ts';
import { dropDraft, type PendingAppeal, pendingAppeal, sentAppeal } from './draft.ts';

export interface AppealSending {
  /** Gone out, no answer yet: the form is closed until it is answered or taken back. */
  pending: PendingAppeal | null;
  isSending: boolean;
  failure: string | null;
  submit: (body: PendingAppeal['body']) => void;
  repeat: () => void;
  takeBack: () => void;
}

/** Sends an appeal and repeats it under the same key, over reloads and dead spots, until the server has answered. */
export function useAppealSending(): AppealSending {
  const [pending, setPending] = useState<PendingAppeal | null>(() => pendingAppeal.read());
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isBusy = useRef(false);

  const deliver = useCallback(async (appeal: PendingAppeal) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    setFailure(null);
    try {
      const reply = await call(operations.sendAppeal, appeal.body, { key: appeal.key });
      sentAppeal.write(reply);
      pendingAppeal.drop();
      dropDraft();
      replaceWith('sent');
    } catch (caught) {
      setFailure(sentenceOf(caught));
      if (!mayHaveArrived(caught)) {
        pendingAppeal.drop();
        setPending(null);
      }
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  }, []);

  useRepeatOnline(pending, deliver);

  const submit = (body: PendingAppeal['body']) => {
    const appeal = { key: freshKey(), body };
    pendingAppeal.write(appeal);
    setPending(appeal);
    void deliver(appeal);
  };
  const repeat = () => {
    if (pending) void deliver(pending);
  };
  const takeBack = () => {
    pendingAppeal.drop();
    setPending(null);
    setFailure(null);
  };
  return { pending, isSending, failure, submit, repeat, takeBack };
}

/** No answer, or the server's own trouble: the appeal may stand, so only the same key may repeat it. */
function mayHaveArrived(caught: unknown): boolean {
  return (
    caught instanceof Unanswered ||
    (caught instanceof Error && 'status' in caught && Number(caught.status) >= 500)
  );
}

/** Left over from an earlier visit: tried at once, and again whenever the network returns. */
function useRepeatOnline(
  pending: PendingAppeal | null,
  deliver: (appeal: PendingAppeal) => Promise<void>,
): void {
  const left = useRef(pending);
  useEffect(() => {
    if (left.current) void deliver(left.current);
  }, [deliver]);
  useEffect(() => {
    if (!pending) return;
    const again = () => void deliver(pending);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [pending, deliver]);
}
