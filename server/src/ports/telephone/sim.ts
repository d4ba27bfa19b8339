import type { CallEvent, Incoming, TelephonePort } from './telephone.ts';

/** What the caller does by herself: nothing said, she waits for an answer and for its end. */
export interface Script {
  readonly givesUpAfterSeconds?: number;
}

export interface SimTelephone extends TelephonePort<Incoming & { readonly script?: Script }> {
  readonly driver: 'sim';
  /** Somebody who rings without having been named: the same seed, the same number. */
  inventedNumber(seed: string): string;
}

/** 模拟电话: rings by script on the program's own clock. No line, no speech, and never in the statistics. */
export function simTelephone(inventedNumber: (seed: string) => string): SimTelephone {
  return {
    driver: 'sim',
    capabilities: { rings: true, speaks: false, counts: false },
    inventedNumber,
    begin: ({ callId, at, number, dialledLine, script }) => {
      const begun: CallEvent[] = [
        { type: 'offered', callId, at, driver: 'sim', number, dialledLine },
        { type: 'queued', callId, at },
      ];
      const patience = script?.givesUpAfterSeconds;
      if (patience === undefined) return begun;
      return [
        ...begun,
        { type: 'abandoned', callId, at: new Date(at.getTime() + patience * 1000) },
      ];
    },
  };
}
