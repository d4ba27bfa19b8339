import { useEffect, useRef, useState } from 'react';

/** A question under way is waited for, lest every letter cut off the answer to the one before; for so many rounds. */
const mostRounds = 10;

/** Follows somebody who types, at most so often: what stands beside the words moves while they are said, not after. */
export function useFollowed<Value>(value: Value, everyMs: number, isAsking: boolean): Value {
  const [shown, setShown] = useState(value);
  const latest = useRef({ value, isAsking });
  latest.current = { value, isAsking };
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    const wait = (rounds: number) =>
      setTimeout(() => {
        timer.current = latest.current.isAsking && rounds > 0 ? wait(rounds - 1) : null;
        if (timer.current === null) setShown(() => latest.current.value);
      }, everyMs);
    if (value !== shown) timer.current ??= wait(mostRounds);
  }, [value, shown, everyMs]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return shown;
}
