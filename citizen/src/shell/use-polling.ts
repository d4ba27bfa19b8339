import { useEffect } from 'react';

/** Runs again and again while somebody looks at the page, and at once when they come back to it. */
export function usePolling(run: () => void, everyMs: number): void {
  useEffect(() => {
    const ifSeen = () => {
      if (document.visibilityState === 'visible') run();
    };
    const timer = setInterval(ifSeen, everyMs);
    document.addEventListener('visibilitychange', ifSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ifSeen);
    };
  }, [run, everyMs]);
}
