import { useState } from 'react';

/** Ticks, and only those that are still there. */
export function usePicked(there: readonly string[]) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const picked = ticked.filter((id) => there.includes(id));
  const tick = (id: string, on: boolean) =>
    setTicked(on ? [...picked, id] : picked.filter((one) => one !== id));
  return { picked, tick };
}
