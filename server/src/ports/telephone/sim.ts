import type {
  CallEvent,
  CallQueue,
  Incoming,
  Leg,
  Outgoing,
  TelephonePort,
  UnreachedCause,
} from './telephone.ts';

/** What the caller does by herself: nothing said, she waits for an answer and for its end. */
export interface Script {
  readonly givesUpAfterSeconds?: number;
  /** She presses the emergency key as soon as it rings. */
  readonly pressesEmergencyKey?: boolean;
  /** What she says to whoever or whatever answers first. */
  readonly says?: string;
}

/** What the other side does when it rings there: nothing said, it picks up after some seconds. */
export interface Answer {
  readonly unreached?: UnreachedCause;
}

export interface SimTelephone
  extends TelephonePort<
    Incoming & { readonly script?: Script; readonly queue?: CallQueue },
    Outgoing & { readonly answer?: Answer },
    Leg & { readonly answer?: Answer }
  > {
  readonly driver: 'sim';
  /** Somebody who rings without having been named: the same seed, the same number. */
  inventedNumber(seed: string): string;
}

const picksUpAfter = 4;
const givesUpAfter = 30;
const secondsLater = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);

function saidAtOnce(callId: string, at: Date, script: Script | undefined): CallEvent[] {
  const pressed: CallEvent[] = script?.pressesEmergencyKey
    ? [{ type: 'let-through', callId, at, by: 'key' }]
    : [];
  const words = script?.says;
  return words === undefined ? pressed : [...pressed, { type: 'said', callId, at, words }];
}

/** 模拟电话: rings by script on the program's own clock. No line, no speech, and never in the statistics. */
export function simTelephone(inventedNumber: (seed: string) => string): SimTelephone {
  return {
    driver: 'sim',
    capabilities: { rings: true, speaks: false, dials: true, counts: false },
    inventedNumber,
    begin: ({ callId, at, number, dialledLine, script, queue }) => {
      const begun: CallEvent[] = [
        { type: 'offered', callId, at, driver: 'sim', number, dialledLine },
        { type: 'queued', callId, at, queue: queue ?? 'general' },
        ...saidAtOnce(callId, at, script),
      ];
      const patience = script?.givesUpAfterSeconds;
      if (patience === undefined) return begun;
      return [...begun, { type: 'abandoned', callId, at: secondsLater(at, patience) }];
    },
    dial: ({ answer, ...call }) => {
      const { callId, at } = call;
      const begun: CallEvent = { type: 'dialled', driver: 'sim', ...call };
      const cause = answer?.unreached;
      return cause === undefined
        ? [begun, { type: 'reached', callId, at: secondsLater(at, picksUpAfter) }]
        : [begun, { type: 'unreached', callId, at: secondsLater(at, givesUpAfter), cause }];
    },
    putThrough: ({ answer, ...leg }) => {
      const { callId, legId, at } = leg;
      const cause = answer?.unreached;
      return [
        { type: 'put-through', ...leg },
        cause === undefined
          ? { type: 'joined', callId, legId, at: secondsLater(at, picksUpAfter) }
          : { type: 'not-joined', callId, legId, at: secondsLater(at, givesUpAfter), cause },
      ];
    },
  };
}
