import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { areaRange, matterRange } from '../desk/index.ts';
import { markOf } from './rank.ts';
import type { Asked } from './runs.repo.ts';

/** What a run reads of an appeal; the words go no further than the clustering. */
export interface ReadOrder {
  readonly id: string;
  readonly issueId: string;
  readonly title: string;
  readonly content: string;
  readonly address: string;
  readonly matter: string;
  readonly area: string;
  readonly at: Date;
  /** Digest of the number, or the order's own id where there is none. */
  readonly person: string;
  readonly marks: number;
}

export interface Span {
  readonly from: Date;
  /** The first instant that no longer belongs to it. */
  readonly to: Date;
}

/**
 * 读取诉求, the newest first, from before `below` on. Secret ones and withdrawn ones take no part: what a run says of them
 * would be read by people who must not know them (domain 2.11).
 */
export async function readOrders(
  ctx: Context,
  { span, asked, below, most }: { span: Span; asked: Asked; below: string | null; most: number },
): Promise<ReadOrder[]> {
  const [area, matter] = [areaRange(asked.area_code ?? ''), matterRange(asked.matter ?? '')];
  const { rows } = await sql<ReadOrder>`
    select o.id, o.issue_id as "issueId", coalesce(t.title, '') as title,
      coalesce(left(t.content, 600), '') as content, coalesce(t.address, '') as address,
      o.matter_code as matter, o.area_code as area, o.accepted_at as at,
      coalesce(encode(r.phone_index, 'hex'), o.id::text) as person,
      (case when o.urgency in ('U1', 'U2') then ${markOf.urgent}::int else 0 end)
      + (case when o.round > 0 or o.repeat_no > 0 then ${markOf.again}::int else 0 end)
      + (case when c.result_rating in ('dissatisfied', 'very-dissatisfied')
          then ${markOf.dissatisfied}::int else 0 end)
      + (case when c.result_rating is not null then ${markOf.rated}::int else 0 end)
      + (case when r.tags && array['elderly', 'disabled', 'minor', 'migrant-worker']
          then ${markOf.vulnerable}::int else 0 end) as marks
    from (
      select * from orders.order
      where city_id = ${ctx.cityId}
        and id >= platform.first_id(${span.from})
        and id < coalesce(${below}::uuid, platform.first_id(${span.to}))
        and secrecy = 0 and status <> 'withdrawn' and channel <> 'proactive'
        and area_code between ${area.from} and ${area.to}
        and matter_code between ${matter.from} and ${matter.to}
        and not matter_code like any (${asked.without.map((code) => `${code}%`)}::text[])
      order by id desc
      limit ${most}
    ) as o
    left join lateral (
      select title, content, address from orders.text
      where city_id = o.city_id and order_id = o.id and kind = 'appeal'
      order by no desc limit 1
    ) as t on true
    left join requesters.requester as r on r.city_id = o.city_id and r.order_id = o.id
    left join lateral (
      select result_rating from call_back.attempt
      where city_id = o.city_id and order_id = o.id and result_rating is not null
      order by at desc limit 1
    ) as c on true
    order by o.id desc`.execute(ctx.tx);
  return rows;
}
