import { useEffect, useState } from 'react';
import { serverNow } from './clock.ts';

/** The server's time, read again every so often while the page is open. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
