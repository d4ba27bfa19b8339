import {
  type AskedLevel,
  isWritten,
  type SupervisionState,
  supervisionStateLabel,
  type WrittenLevel,
} from '@minsheng/contract/words/supervision.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Assignment } from '../dispatch/index.ts';
import { isOpen, type Order } from '../orders/index.ts';
import { isGone } from './last-holder.ts';
import { isAtLeast } from './levels.ts';
import type { Supervision } from './supervisions.repo.ts';

type Standing = Pick<Supervision, 'state' | 'level' | 'unit_path' | 'unit_code'>;

const stands = ({ state }: Standing, ...wanted: readonly SupervisionState[]): Decision =>
  allowIf(wanted.includes(state), 'supervision.stale', { state: supervisionStateLabel[state] });

export const isDirectors = (level: AskedLevel): boolean => isAtLeast(level, 'S4');

/** From S4 on the director decides. */
const asHigh = (actor: Actor, level: AskedLevel): Decision =>
  allowIf(!isDirectors(level) || actor.has('supervision.lead'), 'supervision.by-director', {
    level,
  });

const isRunning = (order: Order): Decision =>
  allowIf(isOpen(order.status), 'supervision.nobody-holds');

export const mayUrge = (actor: Actor, order: Order): Decision =>
  all(allowIf(actor.has('supervision.urge'), 'identity.not-permitted'), isRunning(order));

/** T25: a level only rises. */
export const maySupervise = (
  actor: Actor,
  order: Order,
  level: WrittenLevel,
  before: readonly Standing[],
): Decision => {
  const highest = highestGiven(before);
  return all(
    allowIf(actor.has('supervision.write'), 'identity.not-permitted'),
    asHigh(actor, level),
    isRunning(order),
    allowIf(highest === null || rises(level, highest, before), 'supervision.only-rises', {
      level: highest ?? level,
    }),
  );
};

/** Above what runs; where nothing runs any more, at least as high as it ever was. */
function rises(level: AskedLevel, highest: AskedLevel, before: readonly Standing[]): boolean {
  const runs = before.some(
    (one) => one.level === highest && (one.state === 'open' || one.state === 'answered'),
  );
  return isAtLeast(level, highest) && !(runs && level === highest);
}

/** The highest level anybody gave this order. 催办 is none: it may come again. */
export function highestGiven(before: readonly Standing[]): AskedLevel | null {
  const given = before.filter(
    ({ state, level }) =>
      isWritten(level) && state !== 'proposed' && state !== 'dismissed' && state !== 'lapsed',
  );
  return given.reduce<AskedLevel | null>(
    (highest, { level }) => (highest === null || isAtLeast(level, highest) ? level : highest),
    null,
  );
}

export const mayDismiss = (actor: Actor, one: Standing): Decision =>
  all(
    allowIf(actor.has('supervision.write'), 'identity.not-permitted'),
    asHigh(actor, one.level),
    stands(one, 'proposed'),
  );

/** The supervised unit itself, or one above it that answers for it. */
export const mayAnswer = (actor: Actor, one: Standing, unit: string): Decision =>
  all(
    allowIf(actor.has('handling.work'), 'identity.not-permitted'),
    allowIf(isOwn(actor, one), 'supervision.not-yours', { unit }),
    stands(one, 'open'),
  );

export const maySendBack = (actor: Actor, one: Standing): Decision =>
  all(
    allowIf(actor.has('supervision.write'), 'identity.not-permitted'),
    allowIf(!isOwn(actor, one), 'supervision.own-unit'),
    stands(one, 'answered'),
  );

/**
 * 销号: never by the supervised unit; before an answer only where the order itself is through or the unit holds it no
 * more.
 */
export const mayClose = (
  actor: Actor,
  one: Standing,
  { order, duties }: { order: Order; duties: readonly Assignment[] },
): Decision =>
  all(
    allowIf(actor.has('supervision.write'), 'identity.not-permitted'),
    allowIf(!isOwn(actor, one), 'supervision.own-unit'),
    asHigh(actor, one.level),
    stands(one, 'open', 'answered'),
    allowIf(
      one.state === 'answered' || isThrough(order) || isGone(one.unit_code, duties),
      'supervision.unanswered',
    ),
  );

/** The centre has found the unit's reply good. */
const isThrough = ({ status }: Order): boolean => status === 'call-back' || !isOpen(status);

function isOwn({ unitPath, scope }: Actor, { unit_path }: Standing): boolean {
  if (unitPath === null || scope === 'all') return false;
  return `${unit_path}/`.startsWith(`${unitPath}/`);
}
