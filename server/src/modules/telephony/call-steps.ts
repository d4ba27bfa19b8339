import type { CallState } from '@minsheng/contract/words/calls.ts';
import type { EventType } from '@minsheng/contract/words/events.ts';
import type { CallEvent } from '../../ports/telephone/telephone.ts';

export type CallStep = Exclude<CallEvent['type'], 'offered' | 'dialled' | 'said'>;

interface CallStepWords {
  from: CallState;
  to: CallState;
  event: EventType;
}

/**
 * 话务流转表. A call that comes in begins ringing, the first of answered, abandoned and missed wins, the others come too
 * late; one that we make begins dialling, and is reached or not.
 */
export const callSteps = {
  queued: { from: 'ringing', to: 'ringing', event: 'telephony.queued' },
  'let-through': { from: 'ringing', to: 'ringing', event: 'telephony.let-through' },
  answered: { from: 'ringing', to: 'answered', event: 'telephony.answered' },
  abandoned: { from: 'ringing', to: 'abandoned', event: 'telephony.abandoned' },
  missed: { from: 'ringing', to: 'missed', event: 'telephony.missed' },
  reached: { from: 'dialling', to: 'answered', event: 'telephony.reached' },
  unreached: { from: 'dialling', to: 'unreached', event: 'telephony.unreached' },
  ended: { from: 'answered', to: 'ended', event: 'telephony.ended' },
} as const satisfies Record<CallStep, CallStepWords>;
