import { sql } from 'kysely';
import type { Context } from '../src/platform/context.ts';

export interface Counted {
  key: string;
  count: number;
}

/** 待办数字 as a desk reads them. */
export async function keptCounters(ctx: Context): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select key, sum(part)::integer as count
    from (
      select key, count as part from desk.counter where city_id = ${ctx.cityId}
      union all
      select key, delta from desk.delta where city_id = ${ctx.cityId}
    ) as parts
    group by key having sum(part) <> 0 order by key collate "C"`.execute(ctx.tx);
  return rows;
}

/** The same figures by counting every row: what a desk must never do, and a test may. */
export async function realCounters(ctx: Context): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with marks as (
      select 'order:' || status || case when secrecy = 3 then ':secret' else '' end as key
      from orders.order
      where city_id = ${ctx.cityId}
        and status in ('to-accept', 'in-transfer', 'to-dispatch', 'in-progress', 'in-dispute',
          'need-info', 'parked', 'merged', 'reply-review', 'call-back')
      union all
      select 'order:to-check' || case when secrecy = 3 then ':secret' else '' end
      from orders.order where city_id = ${ctx.cityId} and to_check
      union all
      select 'order:follow-up' || case when o.secrecy = 3 then ':secret' else '' end
      from call_back.follow_up as f
      join orders.order as o on o.city_id = f.city_id and o.id = f.order_id
      where f.city_id = ${ctx.cityId} and f.is_due and f.done_at is null
      union all
      select who || ':' || case
        when readers = '{}' then 'unit-to-name'
        when state = 'sent' then 'unit-sent'
        when state = 'parked' then 'unit-parked'
        when state = 'submitted' then 'unit-submitted'
        when state in ('to-sign-off', 'return-to-sign') then 'unit-sign-off'
        else 'unit-working' end
      from dispatch.assignment,
        lateral (
          select 'unit:' || unit as who from unnest(string_to_array(unit_path, '/')) as unit
          where readers is null or readers = '{}'
          union all
          select 'reader:' || reader from unnest(readers) as reader
        ) as each
      where city_id = ${ctx.cityId}
        and (state in ('sent', 'to-sign-off', 'return-to-sign', 'parked', 'submitted')
          or (state in ('signed', 'contacted', 'delegated', 'return-asked') and role <> 'copy'))
    )
    select key, count(*)::integer as count from marks group by key order by key collate "C"`.execute(
    ctx.tx,
  );
  return rows;
}
