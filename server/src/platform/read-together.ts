import type { Actor } from './actor.ts';

/**
 * 同读合一: whoever asks for the same while it is being read waits for one reading that begins after all of them asked, and
 * is shown nothing older than what stood when they asked. Fifty who hear of one change cost two readings.
 */
export function readTogether<T>(): (key: string, read: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  const next = new Map<string, Promise<T>>();
  const begin = (key: string, read: () => Promise<T>): Promise<T> => {
    next.delete(key);
    const reading = read().finally(() => {
      if (underWay.get(key) === reading) underWay.delete(key);
    });
    underWay.set(key, reading);
    return reading;
  };
  return (key, read) => {
    const current = underWay.get(key);
    if (current === undefined) return begin(key, read);
    const waiting = next.get(key) ?? current.catch(() => {}).then(() => begin(key, read));
    next.set(key, waiting);
    return waiting;
  };
}

/** Everything of a person that decides what they may see: two of the centre with the same roles see the same. */
export function viewOf({ kind, scope, roles, outsourced, unitPath, accountId }: Actor): string {
  const isAnybody = kind === 'staff' && scope === 'all';
  return JSON.stringify([
    kind,
    scope,
    roles.toSorted(),
    outsourced,
    unitPath,
    isAnybody ? null : accountId,
  ]);
}
