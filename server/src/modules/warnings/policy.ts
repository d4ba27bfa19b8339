import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { WarningRow } from './warnings.repo.ts';

const isOpen = ({ state }: Pick<WarningRow, 'state'>): boolean =>
  state === 'new' || state === 'looked-at';

/** A person looks, and says what it means: not what is settled already. */
export const maySettle = (actor: Actor, warning: Pick<WarningRow, 'state'>): Decision =>
  all(
    allowIf(actor.has('warnings.settle'), 'identity.not-permitted'),
    allowIf(isOpen(warning), 'warnings.settled'),
  );

export const mayLook = (actor: Actor, warning: Pick<WarningRow, 'state'>): Decision =>
  all(
    allowIf(actor.has('warnings.settle'), 'identity.not-permitted'),
    allowIf(warning.state === 'new', 'warnings.settled'),
  );
