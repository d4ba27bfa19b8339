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
import { concernsUnit, isOpen, type Order } from '../orders/index.ts';
import { isGone } from './last-holder.ts';
import { isAtLeast } from './levels.ts';
import type { Supervision } from './supervisions.repo.ts';

type Standing = Pick<
  Supervision,
  'state' | 'level' | 'unit_path' | 'unit_code' | 'given_path' | 'opened_at' | 'informed'
>;
type Holder = Pick<Assignment, 'unit_path'>;

const isOfCentre = ({ given_path }: Standing): boolean => given_path === null;

/** 督办单位: the county sub-centre that gave it. */
export const isGiver = ({ scope, unitPath }: Actor, { given_path }: Standing): boolean =>
  scope !== 'all' && given_path !== null && given_path === unitPath;

/** 看得到: what is only proposed concerns the centre, what was asked of a unit beside it no unit. */
export const maySee = (actor: Actor, one: Standing): boolean =>
  actor.has('supervision.read') ||
  (one.opened_at !== null && (concernsUnit(actor, one.unit_path) || isInformed(actor, one)));

/** 已告知: a unit that passed the order on. */
const isInformed = ({ unitCode }: Actor, { informed }: Standing): boolean =>
  unitCode !== null && informed.includes(unitCode);

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

/** 本级以下: a county sub-centre presses on units below itself, not on itself, nor beside or above. */
const isBelow = (actor: Actor, holder: Holder | null): Decision =>
  allowIf(
    actor.scope === 'all' ||
      holder === null ||
      (actor.unitPath !== null && holder.unit_path.startsWith(`${actor.unitPath}/`)),
    'supervision.not-below',
  );

export const mayUrge = (actor: Actor, order: Order, holder: Holder | null): Decision =>
  all(
    allowIf(actor.has('supervision.urge'), 'identity.not-permitted'),
    isRunning(order),
    isBelow(actor, holder),
  );

interface About {
  order: Order;
  holder: Holder | null;
  before: readonly Standing[];
}

/** T25: a level only rises. What a county gave does not bind the centre, which may say the same louder. */
export const maySupervise = (
  actor: Actor,
  level: WrittenLevel,
  { order, holder, before: given }: About,
): Decision => {
  const before = actor.scope === 'all' ? given.filter(isOfCentre) : given;
  const highest = highestGiven(before);
  return all(
    allowIf(actor.has('supervision.write'), 'identity.not-permitted'),
    isBelow(actor, holder),
    allowIf(actor.scope === 'all' || level === 'S2', 'supervision.by-centre', { level }),
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
    allowIf(
      actor.has('supervision.write') && actor.has('supervision.read'),
      'identity.not-permitted',
    ),
    asHigh(actor, one.level),
    stands(one, 'proposed'),
  );

/** The supervised unit itself, or one above it that answers for it. */
export const mayAnswer = (actor: Actor, one: Standing, unit: string): Decision =>
  all(
    allowIf(actor.has('handling.work'), 'identity.not-permitted'),
    allowIf(isOwn(actor, one) && !isGiver(actor, one), 'supervision.not-yours', { unit }),
    stands(one, 'open'),
  );

export const maySendBack = (actor: Actor, one: Standing): Decision =>
  all(
    allowIf(actor.has('supervision.write'), 'identity.not-permitted'),
    allowIf(isGiver(actor, one) || !isOwn(actor, one), 'supervision.own-unit'),
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
    allowIf(isGiver(actor, one) || !isOwn(actor, one), 'supervision.own-unit'),
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
