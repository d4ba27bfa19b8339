import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

const ordersAtOnce = 500;
const issuesAtOnce = 200;

/** Orders that ever had to do with a month ('YYYY-MM-01'), by its primary key, some at a time. */
export async function* ordersOfMonth(ctx: Context, month: string): AsyncGenerator<string[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ order_id: string }>`
      select order_id
      from indicators.month
      where city_id = ${ctx.cityId} and on_month = ${month}::date and order_id > ${after}::uuid
      order by order_id
      limit ${ordersAtOnce}`.execute(ctx.tx);
    const last = rows.at(-1)?.order_id;
    if (last === undefined) return;
    yield rows.map(({ order_id }) => order_id);
    if (rows.length < ordersAtOnce) return;
    after = last;
  }
}

/**
 * Orders that are of these issues or ever were, some issues at a time: what was moved away since stands in the chain of
 * the issue it left.
 */
export async function* ordersOfIssues(
  ctx: Context,
  issueIds: readonly string[],
): AsyncGenerator<string[]> {
  for (let at = 0; at < issueIds.length; at += issuesAtOnce) {
    const some = issueIds.slice(at, at + issuesAtOnce);
    const { rows } = await sql<{ order_id: string }>`
      select id as order_id
      from orders.order
      where city_id = ${ctx.cityId} and issue_id = any (${some}::uuid[])
      union
      select (data ->> 'orderId')::uuid
      from platform.event
      where city_id = ${ctx.cityId} and subject_id = any (${some}::uuid[]) and subject_kind = 'issue'
        and type in ('issues.linked', 'issues.unlinked')`.execute(ctx.tx);
    yield rows.map(({ order_id }) => order_id);
  }
}
