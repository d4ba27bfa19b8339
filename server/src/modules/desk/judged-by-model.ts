import type { orders as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { ModelKind } from '@minsheng/contract/words/learning.ts';
import { type SqlBool, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';

type Filters = InputOf<typeof contract.searchOrders>;

/** 模型页所计: orders whose decision one of its numbers counted, in the hundredths the days are folded by. */
export function judgedByModel(ctx: Context, kind: ModelKind, filters: Filters) {
  const { judgedHit, judgedLabel, judgedGiven, judgedFrom, judgedTo } = filters;
  const { judgedSaidFrom, judgedSaidBelow } = filters;
  const { zone } = ctx.city;
  const conditions = [
    sql`s.city_id = ${ctx.cityId}`,
    sql`s.kind = ${kind}`,
    ...(judgedLabel ? [sql`s.label = ${judgedLabel}`] : []),
    ...(judgedGiven ? [sql`s.given = ${judgedGiven}`] : []),
    ...(judgedHit === 'right' ? [sql`s.place = 1`] : []),
    ...(judgedHit === 'wrong' ? [sql`s.place is distinct from 1`] : []),
    ...(judgedSaidFrom === undefined ? [] : [sql`floor(s.said * 100) >= ${judgedSaidFrom}`]),
    ...(judgedSaidBelow === undefined ? [] : [sql`floor(s.said * 100) < ${judgedSaidBelow}`]),
    ...(judgedFrom ? [sql`s.learnt_at >= ${dayStart(judgedFrom, zone)}`] : []),
    ...(judgedTo ? [sql`s.learnt_at < ${dayEnd(judgedTo, zone)}`] : []),
  ];
  return sql<SqlBool>`o.id in (
    select s.order_id from learning.suggestion as s where ${sql.join(conditions, sql` and `)})`;
}
