import type { EventType } from '@minsheng/contract/words/events.ts';
import type { CallEvent } from '../../ports/telephone/telephone.ts';

export type CallState = 'ringing' | 'answered' | 'ended' | 'abandoned' | 'missed';
export type CallStep = Exclude<CallEvent['type'], 'offered'>;

interface CallStepWords {
  from: CallState;
  to: CallState;
  event: EventType;
}

/** 话务流转表. A call begins ringing; the first of answered, abandoned and missed wins, the others come too late. */
export const callSteps = {
  queued: { from: 'ringing', to: 'ringing', event: 'telephony.queued' },
  answered: { from: 'ringing', to: 'answered', event: 'telephony.answered' },
  abandoned: { from: 'ringing', to: 'abandoned', event: 'telephony.abandoned' },
  missed: { from: 'ringing', to: 'missed', event: 'telephony.missed' },
  ended: { from: 'answered', to: 'ended', event: 'telephony.ended' },
} as const satisfies Record<CallStep, CallStepWords>;
