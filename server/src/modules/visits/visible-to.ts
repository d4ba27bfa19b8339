import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db.types.gen.ts';

type Builder = ExpressionBuilder<DB & { v: DB['visits.visit'] }, 'v'>;
type Condition = ExpressionWrapper<DB & { v: DB['visits.visit'] }, 'v', SqlBool>;

/**
 * 可见范围: which visits (alias `v`) a person may see. Who asks for them sees all; anybody else those of their own unit
 * and below; of a joint check of a violation clue only its own, for whoever stands above sees orders of the area and would
 * know whose words the clue is. The unit that is looked at sees none: it is not told beforehand.
 */
export function visibleTo(actor: Actor) {
  return (eb: Builder): Condition => {
    if (actor.orderId) return eb.and([sql<SqlBool>`false`]);
    if (actor.has('visits.ask')) return eb.and([]);
    const path = actor.unitPath;
    if (!actor.has('visits.do') || !path) return eb.and([sql<SqlBool>`false`]);
    return eb.and([
      sql<SqlBool>`(v.visitor_path = ${path} or v.visitor_path like ${`${path}/%`})`,
      sql<SqlBool>`(v.visitor_path = ${path} or v.purpose <> 'joint-check')`,
    ]);
  };
}
