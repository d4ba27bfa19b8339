import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

interface At {
  readonly id: string;
  readonly at: Date;
}

/** 长效机制 of a campaign that were in the register at an instant. */
export async function measuresAt(ctx: Context, { id, at }: At): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select title
    from campaigns.measure
    where city_id = ${ctx.cityId} and campaign_id = ${id}
      and written_at <= ${at} and (ended_at is null or ended_at > ${at})
    order by id
    limit 100`.execute(ctx.tx);
  return rows.map(({ title }) => title);
}

export interface Watched {
  readonly name: string;
  /** Of the last zero-complaint query by then; null: nobody had asked. */
  readonly breaks: number | null;
  readonly isOver: boolean;
}

/** 关注对象 of a key date at an instant, each with the query that was the last then. */
export async function watchedAt(ctx: Context, { id, at }: At): Promise<Watched[]> {
  const { rows } = await sql<Watched>`
    select o.name, z.breaks, coalesce(z.is_over, false) as "isOver"
    from nodes.watch as w
    join nodes.object as o on o.city_id = w.city_id and o.id = w.object_id
    left join lateral (
      select z.breaks, z.is_over
      from nodes.zero as z
      where z.city_id = w.city_id and z.watch_id = w.id and z.made_at <= ${at}
      order by z.id desc
      limit 1
    ) as z on true
    where w.city_id = ${ctx.cityId} and w.node_id = ${id}
      and w.from_at <= ${at} and (w.until_at is null or w.until_at > ${at})
    order by w.id
    limit 300`.execute(ctx.tx);
  return rows;
}

/** A campaign or a key date that is there. */
export async function isThere(
  ctx: Context,
  { about, id }: { about: 'campaign' | 'node'; id: string },
): Promise<boolean> {
  const table = about === 'campaign' ? sql`campaigns.campaign` : sql`nodes.node`;
  const { rows } = await sql`
    select from ${table} where city_id = ${ctx.cityId} and id = ${id}`.execute(ctx.tx);
  return rows.length > 0;
}
