import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db.types.gen.ts';

type Builder = ExpressionBuilder<DB & { m: DB['meetings.meeting'] }, 'm'>;
type Condition = ExpressionWrapper<DB & { m: DB['meetings.meeting'] }, 'm', SqlBool>;

/** 可见范围: which meetings (alias `m`) a person may see. The centre all, a unit those it or a unit below it is invited to. */
export function visibleTo(actor: Actor) {
  return (eb: Builder): Condition => {
    if (actor.orderId) return eb.and([sql<SqlBool>`false`]);
    if (actor.has('meetings.plan')) return eb.and([]);
    const path = actor.unitPath;
    if (!actor.has('meetings.attend') || !path) return eb.and([sql<SqlBool>`false`]);
    return eb.and([
      sql<SqlBool>`exists (
        select from meetings.attendance as a
        where a.city_id = m.city_id and a.meeting_id = m.id
          and (a.unit_path = ${path} or a.unit_path like ${`${path}/%`}))`,
    ]);
  };
}
