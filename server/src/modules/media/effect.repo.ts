import type { EffectBox } from '@minsheng/contract/words/media.ts';
import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** Tips, pieces and promises of a period are read at once up to so many. */
export const mostRead = 5000;

/** By when it was entered, first published, planned: the ids whose histories are read again. */
export async function subjectsIn(
  ctx: Context,
  { from, until }: Span,
): Promise<{ tips: string[]; pieces: string[]; days: string[] }> {
  const { rows } = await sql<{ tips: string[]; pieces: string[]; days: string[] }>`
    select
      array(select id from media.tip
        where city_id = ${ctx.cityId} and id >= platform.first_id(${from}) and id < platform.first_id(${until})
        order by id desc limit ${mostRead + 1}) as tips,
      array(select id from media.piece
        where city_id = ${ctx.cityId} and published_at >= ${from} and published_at < ${until}
        order by published_at desc limit ${mostRead + 1}) as pieces,
      array(select id from media.answering_day
        where city_id = ${ctx.cityId} and id >= platform.first_id(${from}) and id < platform.first_id(${until})
        order by id desc limit ${mostRead + 1}) as days`.execute(ctx.tx);
  return rows[0] ?? { tips: [], pieces: [], days: [] };
}

export interface EffectOrder {
  readonly tipId: string;
  readonly tipNo: number;
  readonly id: string;
  readonly orderNo: string;
  readonly status: OrderStatus;
  readonly closedAt: Date | null;
  readonly isSolved: boolean;
  readonly isOpen: boolean;
  readonly publishedAt: Date | null;
  readonly pieceNo: number | null;
  readonly isAfter: boolean;
}

/** 媒体来源工单 of tips entered in a period: what became of each, and the first story about it. */
const effectOrders = (ctx: Context, { from, until }: Span) => sql`
  select e.*, e."isSolved" and coalesce(e."closedAt" > e."publishedAt", false) as "isAfter"
  from (
    select t.id as "tipId", t.no as "tipNo", o.id, o.order_no as "orderNo", o.status,
      coalesce(o.closed_at, case when o.status = 'answered' then o.status_since end) as "closedAt",
      coalesce(o.close_kind = 'solved', false) or o.status = 'answered' as "isSolved",
      o.closed_at is null and o.status not in ('answered', 'disposed', 'transferred', 'withdrawn') as "isOpen",
      s.published_at as "publishedAt", s.no as "pieceNo"
    from media.tip as t
    join orders.order as o on o.city_id = t.city_id and o.id = t.order_id
    left join lateral (
      select p.published_at, p.no
      from media.basis as b
      join media.piece as p on p.city_id = b.city_id and p.id = b.piece_id
      where b.city_id = t.city_id and b.order_id = t.order_id and p.published_at is not null
      order by p.published_at
      limit 1
    ) as s on true
    where t.city_id = ${ctx.cityId}
      and t.state = 'order'
      and t.id >= platform.first_id(${from}) and t.id < platform.first_id(${until})
    order by t.id desc
    limit ${mostRead}
  ) as e`;

export async function countOrders(ctx: Context, span: Span): Promise<Record<EffectBox, number>> {
  const { rows } = await sql<Record<EffectBox, number>>`
    select count(*)::integer as all,
      (count(*) filter (where "isOpen"))::integer as open,
      (count(*) filter (where "isSolved"))::integer as solved,
      (count(*) filter (where "isAfter"))::integer as "solved-after"
    from (${effectOrders(ctx, span)}) as found`.execute(ctx.tx);
  return rows[0] ?? { all: 0, open: 0, solved: 0, 'solved-after': 0 };
}

const inBox: Record<EffectBox, ReturnType<typeof sql>> = {
  all: sql`true`,
  open: sql`"isOpen"`,
  solved: sql`"isSolved"`,
  'solved-after': sql`"isAfter"`,
};

export async function ordersIn(
  ctx: Context,
  span: Span,
  { box, before, most }: { box: EffectBox; before: string | null; most: number },
): Promise<EffectOrder[]> {
  const { rows } = await sql<EffectOrder>`
    select *
    from (${effectOrders(ctx, span)}) as found
    where ${inBox[box]} and (${before}::uuid is null or "tipId" < ${before}::uuid)
    order by "tipId" desc
    limit ${most}`.execute(ctx.tx);
  return rows;
}
