/**
 * 电话: where calls come from. A driver says what happens to a call in these words, whatever engine stands behind it;
 * the queue, the limits and the screen pop are ours, so the driver decides nothing.
 */
export type CallDriver = 'sim' | 'manual';

/** 排队: at every agent, or at the shift lead alone. */
export type CallQueue = 'general' | 'quiet';

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
      /** 呼出: we ring somebody. */
      readonly type: 'dialled';
      readonly callId: string;
      readonly at: Date;
      readonly driver: CallDriver;
      readonly number: string;
      readonly dialledLine: string;
      readonly agentId: string;
    }
  | {
      readonly type: 'queued';
      readonly callId: string;
      readonly at: Date;
      readonly queue: CallQueue;
    }
  | {
      /** 紧急键: pressed while it waits. */
      readonly type: 'let-through';
      readonly callId: string;
      readonly at: Date;
      readonly by: 'key' | 'words';
    }
  | {
      /** What the caller says while it waits, as far as the engine hears words. */
      readonly type: 'said';
      readonly callId: string;
      readonly at: Date;
      readonly words: string;
    }
  | {
      readonly type: 'unreached';
      readonly callId: string;
      readonly at: Date;
      readonly cause: UnreachedCause;
    }
  | {
      /** abandoned: the caller gave up while it rang; missed: we did. reached: whom we rang has picked up. */
      readonly type: 'abandoned' | 'missed' | 'reached' | 'ended';
      readonly callId: string;
      readonly at: Date;
    };

/** 转接: what becomes of the other line while the caller waits with the agent. */
export type PutThroughEvent =
  | {
      readonly type: 'put-through';
      readonly callId: string;
      readonly legId: string;
      readonly at: Date;
      readonly number: string;
      readonly orderId: string;
    }
  | {
      /** 三方通话: caller, agent and the other line hear each other. */
      readonly type: 'joined';
      readonly callId: string;
      readonly legId: string;
      readonly at: Date;
    }
  | {
      readonly type: 'not-joined';
      readonly callId: string;
      readonly legId: string;
      readonly at: Date;
      readonly cause: UnreachedCause;
    };

/** 未接通原因 of a call we made. */
export type UnreachedCause = 'no-answer' | 'busy' | 'refused' | 'unreachable' | 'cancelled';

/** A call that begins. Its id is ours: chosen before the driver hears of it, so that nothing is ever made twice. */
export interface Incoming {
  readonly callId: string;
  readonly at: Date;
  readonly number: string;
  readonly dialledLine: string;
}

/** A call we make; `dialledLine` is the number the other side sees. */
export interface Outgoing extends Incoming {
  readonly agentId: string;
}

/** The other line of a call that is put through; it has the order's form already. */
export interface Leg {
  readonly callId: string;
  readonly legId: string;
  readonly at: Date;
  readonly number: string;
  readonly orderId: string;
}

export interface TelephonePort<
  Begin extends Incoming = Incoming,
  Dial extends Outgoing = Outgoing,
  PutThrough extends Leg = Leg,
> {
  readonly driver: CallDriver;
  readonly capabilities: Capabilities;
  /** What the driver knows will happen, in order; an engine would send it as it happens. Nothing follows the end of a call. */
  begin(call: Begin): readonly CallEvent[];
  /** The same for a call we make. */
  dial(call: Dial): readonly CallEvent[];
  /** The other line is rung into a call that is on; nobody of it hangs up by that. */
  putThrough(leg: PutThrough): readonly PutThroughEvent[];
}

/** The console hides what a driver cannot do. */
export interface Capabilities {
  /** Lets calls ring that wait for somebody. */
  readonly rings: boolean;
  /** Carries speech. */
  readonly speaks: boolean;
  /** Dials by itself and hears what becomes of it; otherwise the agent dials and says so. */
  readonly dials: boolean;
  /** Its calls count in statistics. */
  readonly counts: boolean;
}
