import type { Exclusive } from './mutex.ts';

/** So many at once, the others in the order they asked. */
export function atMost(most: number): Exclusive {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy < most) busy += 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      // Whoever waited takes the place over.
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
