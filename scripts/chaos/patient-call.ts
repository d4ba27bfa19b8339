import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type KeepAlive, keepAlive } from '../bench/keep-alive.ts';

/** What happened on the way to a yes. */
export interface Tally {
  acknowledged: number;
  /** Answered 503 or 429: come again. */
  putOff: number;
  /** No answer at all: nobody knows whether it was done. */
  unheard: number;
  /** When each yes was heard, and when each of the rest was not, on the monotonic clock. */
  readonly yesAt: number[];
  readonly noAt: number[];
}

export const newTally = (): Tally => ({
  acknowledged: 0,
  putOff: 0,
  unheard: 0,
  yesAt: [],
  noAt: [],
});

export function heard(tally: Tally, what: 'acknowledged' | 'putOff' | 'unheard'): void {
  tally[what] += 1;
  (what === 'acknowledged' ? tally.yesAt : tally.noAt).push(performance.now());
}

const longestMs = 120_000;
const againMs = 150;

/**
 * A client that wants a yes: the same request with the same key until it is heard. Any answer but a yes or 「come
 * again」 is a fault, for what was asked was right.
 */
export function patientCaller(url: string, tally: Tally) {
  let call: KeepAlive = keepAlive(url);
  return async (path: string, token: string, body: unknown): Promise<unknown> => {
    const key = randomUUID();
    const until = performance.now() + longestMs;
    for (;;) {
      try {
        const { status, body: reply } = await call('POST', path, token, body, {
          'idempotency-key': key,
        });
        if (status === 200) {
          heard(tally, 'acknowledged');
          return reply;
        }
        if (status !== 503 && status !== 429)
          throw new Wrong(`${path}: ${status} ${JSON.stringify(reply).slice(0, 300)}`);
        heard(tally, 'putOff');
      } catch (error) {
        if (error instanceof Wrong) throw error;
        heard(tally, 'unheard');
        call = keepAlive(url);
      }
      if (performance.now() > until) throw new Wrong(`${path}: no yes within two minutes`);
      await pause(againMs);
    }
  };
}

export class Wrong extends Error {}
