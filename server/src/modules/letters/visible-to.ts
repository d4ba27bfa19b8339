import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db.types.gen.ts';

type Builder = ExpressionBuilder<DB & { l: DB['letters.letter'] }, 'l'>;
type Condition = ExpressionWrapper<DB & { l: DB['letters.letter'] }, 'l', SqlBool>;

/**
 * 可见范围: which letters (alias `l`) a person may see. The centre's writers see all; a unit those that were sent to it
 * or to a unit below it, never a draft.
 */
export function visibleTo(actor: Actor) {
  return (eb: Builder): Condition => {
    if (actor.orderId) return eb.and([sql<SqlBool>`false`]);
    if (actor.has('letters.write') || actor.has('letters.approve')) return eb.and([]);
    const path = actor.unitPath;
    if (!actor.has('letters.receive') || !path) return eb.and([sql<SqlBool>`false`]);
    return eb.and([
      sql<SqlBool>`exists (
        select from letters.receipt as r
        where r.city_id = l.city_id and r.letter_id = l.id and r.sent_at is not null
          and (r.unit_path = ${path} or r.unit_path like ${`${path}/%`}))`,
    ]);
  };
}
