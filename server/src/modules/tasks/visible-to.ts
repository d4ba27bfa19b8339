import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db.types.gen.ts';

type Builder = ExpressionBuilder<DB & { t: DB['tasks.task'] }, 't'>;
type Condition = ExpressionWrapper<DB & { t: DB['tasks.task'] }, 't', SqlBool>;

/**
 * 可见范围: which tasks (alias `t`) a person may see. Whoever gives tasks sees all; a unit its own and those of the units
 * below it. One about an order of named readers: the centre's readers of such orders, and its owner (domain 2.11).
 */
export function visibleTo(actor: Actor) {
  return (eb: Builder): Condition => {
    if (actor.orderId) return eb.and([sql<SqlBool>`false`]);
    if (actor.has('tasks.give'))
      return actor.has('orders.read-secret')
        ? eb.and([])
        : eb.and([eb('t.is_confined', '=', false)]);
    const path = actor.unitPath;
    if (!actor.has('tasks.work') || !path) return eb.and([sql<SqlBool>`false`]);
    return eb.and([
      eb.or([eb('t.unit_path', '=', path), eb('t.unit_path', 'like', `${path}/%`)]),
      eb.or([eb('t.is_confined', '=', false), eb('t.owner_id', '=', actor.accountId)]),
    ]);
  };
}
