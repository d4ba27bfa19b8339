import type { Desk } from '@minsheng/contract/words/desks.ts';
import { deskWords } from '@minsheng/contract/words/desks.ts';
import type { Actor } from '../../platform/actor.ts';
import { allowIf, type Decision } from '../../platform/refusal.ts';

type ListOf = (typeof deskWords)[Desk]['of'];

/** 本岗工作台: desks of orders are the centre's, desks of duties a unit's. */
export function seesDesk(actor: Actor, desk: Desk): boolean {
  const { may, of } = deskWords[desk];
  if (actor.kind !== 'staff' || !may.some((permission) => actor.has(permission))) return false;
  if (of === 'orders') return actor.scope === 'all';
  return actor.unitPath !== null && (actor.scope === 'unit' || actor.scope === 'county');
}

/** Opens a list of this kind; a desk of the other kind has no such list. */
export const mayOpen = (actor: Actor, desk: Desk, of: ListOf): Decision =>
  allowIf(deskWords[desk].of === of && seesDesk(actor, desk), 'desk.not-yours');
