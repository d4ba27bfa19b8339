import { useEffect, useState } from 'react';

/** How far the server's clock is ahead of this computer's; a county office clock is often wrong, and a story's clock is virtual. */
let serverAheadMs = 0;

function here(): number {
  return performance.timeOrigin + performance.now();
}

/** The one clock of the console: the server's. */
export function nowMs(): number {
  return here() + serverAheadMs;
}

export function learnServerTime(iso: string): void {
  serverAheadMs = Date.parse(iso) - here();
}

/** Re-renders every so many seconds with the present instant. */
export function useNow(everySeconds: number): number {
  const [at, setAt] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setAt(nowMs()), everySeconds * 1000);
    return () => clearInterval(timer);
  }, [everySeconds]);
  return at;
}
