import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db.types.gen.ts';

type Builder = ExpressionBuilder<DB & { o: DB['orders.order'] }, 'o'>;
type Condition = ExpressionWrapper<DB & { o: DB['orders.order'] }, 'o', SqlBool>;

/**
 * 可见范围: which orders (alias `o`) a person may see at all. The one function behind list, count, search, export,
 * live stream and dashboard. Secrecy as in domain 2.11: level 3 is for named readers only, at the centre by their right,
 * in a unit by name. `among`: only these are asked about, so that no duty of another month is planned for.
 */
export function visibleTo(actor: Actor, among: readonly string[] | null = null) {
  return (eb: Builder): Condition => {
    if (actor.orderId) return eb.and([eb('o.id', '=', actor.orderId), ...openToLinks(eb, actor)]);
    if (!actor.has('orders.read')) return eb.and([sql<SqlBool>`false`]);
    if (actor.scope === 'all') {
      return actor.has('orders.read-secret') ? eb.and([]) : eb.and([eb('o.secrecy', '<', 3)]);
    }
    if (actor.scope === 'county' && actor.unitCode) {
      return eb.or([
        eb.and([inArea(eb, actor.unitCode), eb('o.secrecy', '=', 0)]),
        heldBelow(eb, actor, among),
      ]);
    }
    return actor.scope === 'unit' ? heldBelow(eb, actor, among) : eb.and([sql<SqlBool>`false`]);
  };
}

/** 属地: the order's place lies in the county. */
function inArea(eb: Builder, code: string): Condition {
  return eb.and([eb('o.area_code', 'like', `${code.slice(0, 6)}%`)]);
}

/** Whoever holds a telephone is nobody's named reader; a requester reads their own. */
const openToLinks = (eb: Builder, { kind }: Actor): Condition[] =>
  kind === 'link' ? [eb.and([eb('o.secrecy', '<', 3)])] : [];

/** A duty of the person's unit or of a unit below it, not taken back; of level 3 only one they are named for. */
function heldBelow(eb: Builder, actor: Actor, among: readonly string[] | null): Condition {
  const path = actor.unitPath;
  if (!path) return eb.and([sql<SqlBool>`false`]);
  const held = sql`
    select 1 from dispatch.assignment as a
    where a.city_id = o.city_id and a.order_id = o.id and a.state not in ('revoked', 'returned')
      and (a.unit_path = ${path} or a.unit_path like ${`${path}/%`})${isAmong(among)}`;
  // Apart from the first question, so that a search of a unit may still begin with its own duties.
  return eb.and([
    sql<SqlBool>`exists (${held})`,
    sql<SqlBool>`(o.secrecy < 3 or exists (${held} and ${actor.accountId}::uuid = any (a.readers)))`,
  ]);
}

const isAmong = (ids: readonly string[] | null) => {
  if (ids === null) return sql``;
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return sql` and a.order_id = ${only}::uuid`;
  return sql` and a.order_id = any (${[...ids]}::uuid[])`;
};
