import { isStanding } from '@minsheng/contract/words/assignment.ts';
import type { Actor } from '../../platform/actor.ts';
import { type Assignment, holds } from '../dispatch/index.ts';
import type { FieldReader } from '../matters/index.ts';
import type { Order } from '../orders/index.ts';
import { withoutPeople } from '../text/index.ts';

/** 阅看范围: how one person reads one order. */
export interface Eyes {
  /** The centre reads the citizen's own words and everything inside; a unit what was sent to it. */
  isCentre: boolean;
  fields: FieldReader;
  unitCode: string | null;
  /** The words that came with a duty this person holds. */
  noteNos: ReadonlySet<number>;
  /** Takes out of words what a unit may not read of a secret order (domain 2.11). */
  read(words: string): string;
}

export function eyesFor(actor: Actor, order: Order, duties: readonly Assignment[]): Eyes {
  const isCentre = actor.scope === 'all';
  const hides = !isCentre && order.secrecy >= 1;
  return {
    isCentre,
    fields: isCentre ? 'centre' : leads(actor, duties) ? 'lead' : 'all',
    unitCode: actor.unitCode,
    noteNos: new Set(
      duties.flatMap((duty) => (holds(actor, duty) && duty.note_no !== null ? duty.note_no : [])),
    ),
    read: (words) => (hides ? withoutPeople(words) : words),
  };
}

const leads = (actor: Actor, duties: readonly Assignment[]): boolean =>
  duties.some(
    (duty) =>
      (duty.role === 'lead' || duty.role === 'delegate') &&
      isStanding(duty.state) &&
      holds(actor, duty),
  );
