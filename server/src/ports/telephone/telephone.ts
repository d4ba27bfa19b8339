/**
 * 电话: where calls come from. A driver says what happens to a call in these words, whatever engine stands behind it;
 * the queue, the limits and the screen pop are ours, so the driver decides nothing.
 */
export type CallDriver = 'sim' | 'manual';

export type CallEvent =
  | {
      readonly type: 'offered';
      readonly callId: string;
      readonly at: Date;
      readonly driver: CallDriver;
      readonly number: string;
      readonly dialledLine: string;
    }
  | {
      readonly type: 'answered';
      readonly callId: string;
      readonly at: Date;
      readonly agentId: string;
    }
  | {
      /** abandoned: the caller gave up while it rang; missed: we did. */
      readonly type: 'queued' | 'abandoned' | 'missed' | 'ended';
      readonly callId: string;
      readonly at: Date;
    };

/** A call that begins. Its id is ours: chosen before the driver hears of it, so that nothing is ever made twice. */
export interface Incoming {
  readonly callId: string;
  readonly at: Date;
  readonly number: string;
  readonly dialledLine: string;
}

export interface TelephonePort<Begin extends Incoming = Incoming> {
  readonly driver: CallDriver;
  readonly capabilities: Capabilities;
  /** What the driver knows will happen, in order; an engine would send it as it happens. Nothing follows the end of a call. */
  begin(call: Begin): readonly CallEvent[];
}

/** The console hides what a driver cannot do. */
export interface Capabilities {
  /** Lets calls ring that wait for somebody. */
  readonly rings: boolean;
  /** Carries speech. */
  readonly speaks: boolean;
  /** Its calls count in statistics. */
  readonly counts: boolean;
}
