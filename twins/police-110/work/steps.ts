import type { Case, CaseState } from '../store/cases.repo.ts';
import type { Kind } from '../wire/envelope.ts';

/** A case moved by a message: who wrote it, from which states, to which. */
interface Step {
  /** receiver: whoever the case was handed to; sender: whoever handed it over. */
  readonly by: 'receiver' | 'sender' | 'either';
  readonly from: readonly CaseState[];
  /** null: it stays where it is. */
  readonly to: CaseState | null;
}

const open: readonly CaseState[] = ['waiting', 'accepted'];

export const steps: Record<Exclude<Kind, 'transfer' | 'clue' | 'void'>, Step> = {
  accept: { by: 'receiver', from: ['waiting'], to: 'accepted' },
  return: { by: 'receiver', from: open, to: 'returned' },
  progress: { by: 'receiver', from: open, to: null },
  result: { by: 'receiver', from: open, to: 'done' },
  supplement: { by: 'either', from: open, to: null },
  urge: { by: 'sender', from: open, to: null },
  withdraw: { by: 'sender', from: ['waiting'], to: 'withdrawn' },
};

export type StepKind = keyof typeof steps;
export const isStep = (kind: Kind): kind is StepKind => kind in steps;

/** May this message be written on this case, by us or by the other side? */
export function mayTake(item: Case, kind: StepKind, writer: 'us' | 'them'): boolean {
  const { by, from } = steps[kind];
  const receiver = item.direction === 'in' ? 'us' : 'them';
  const isTheirs = by === 'either' || (by === 'receiver') === (writer === receiver);
  return isTheirs && from.includes(item.state);
}
