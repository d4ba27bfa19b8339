import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db.types.gen.ts';

type Tables = DB & { s: DB['ledgers.site'] };
type Builder = ExpressionBuilder<Tables, 's'>;
type Condition = ExpressionWrapper<Tables, 's', SqlBool>;

/**
 * 可见范围: which sites (alias `s`) a person may see, and with them which ledgers. Whoever leads ledgers sees all; a unit
 * those it owns or a unit below it owns.
 */
export function visibleTo(actor: Actor) {
  return (eb: Builder): Condition => {
    if (actor.orderId) return eb.and([sql<SqlBool>`false`]);
    if (actor.has('ledgers.lead')) return eb.and([]);
    const path = actor.unitPath;
    if (!actor.has('ledgers.work') || !path) return eb.and([sql<SqlBool>`false`]);
    return eb.or([eb('s.unit_path', '=', path), eb('s.unit_path', 'like', `${path}/%`)]);
  };
}
