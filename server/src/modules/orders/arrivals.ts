import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** What came in, as far as counting needs it. */
export interface Arrival {
  readonly id: string;
  readonly matterCode: string;
  readonly areaCode: string;
  readonly acceptedAt: Date;
  /** The citizen's words, for what is named in them. */
  readonly words: string;
}

/**
 * 收到的诉求 of a span: the open ones, which every search of the centre shows, so that a number made of them opens exactly
 * them. A short range of the primary key.
 */
export async function arrivedBetween(ctx: Context, from: Date, to: Date): Promise<Arrival[]> {
  const { rows } = await sql<Arrival>`
    select o.id, o.matter_code as "matterCode", o.area_code as "areaCode", o.accepted_at as "acceptedAt",
      coalesce(t.words, '') as words
    from orders.order as o
    left join lateral (
      select left(concat_ws(' ', title, subject_name, content), 1500) as words
      from orders.text
      where city_id = o.city_id and order_id = o.id and kind = 'appeal'
      order by no desc limit 1
    ) as t on true
    where o.city_id = ${ctx.cityId}
      and o.id >= platform.first_id(${from}) and o.id < platform.first_id(${to})
      and o.secrecy = 0 and o.channel <> 'proactive'
    order by o.id`.execute(ctx.tx);
  return rows;
}

/** The first order the city ever took; null where there is none. */
export async function firstArrival(ctx: Context): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`
    select accepted_at as at from orders.order where city_id = ${ctx.cityId} order by id limit 1`.execute(
    ctx.tx,
  );
  return rows[0]?.at ?? null;
}

/** Whether anything came in since; ever, when null. */
export async function arrivedSince(ctx: Context, since: Date | null): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (
      select from orders.order
      where city_id = ${ctx.cityId}
        and (${since}::timestamptz is null or id >= platform.first_id(${since}::timestamptz))
    ) as has`.execute(ctx.tx);
  return rows[0]?.has ?? false;
}
