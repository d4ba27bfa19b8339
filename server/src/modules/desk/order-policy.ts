import { isStanding } from '@minsheng/contract/words/assignment.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import { type Assignment, holds, permitted } from '../dispatch/index.ts';
import type { Order } from '../orders/index.ts';

/** The centre, and a unit that holds a duty of this order: seeing an order of one's county is not enough. */
export const mayReadPeople = (actor: Actor, duties: readonly Assignment[]): Decision =>
  all(
    permitted(actor, 'orders.read-people'),
    allowIf(
      actor.scope === 'all' || duties.some((duty) => isStanding(duty.state) && holds(actor, duty)),
      'handling.not-yours',
    ),
  );

/** 单位自有系统: writes down how far its unit is. */
const isUnitsSystem = (actor: Actor): boolean =>
  actor.kind === 'machine' && actor.has('handling.work');

/** 归档后只读. */
export const mayNote = (actor: Actor, order: Order): Decision =>
  all(
    permitted(actor, 'orders.read'),
    allowIf(actor.kind === 'staff' || isUnitsSystem(actor), 'identity.not-permitted'),
    allowIf(order.status !== 'archived', 'orders.closed'),
  );
