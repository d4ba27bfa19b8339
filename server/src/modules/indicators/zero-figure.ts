import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../platform/zone.ts';
import type { Span } from './span.ts';

export interface ZeroFigure {
  /** 零投诉的关注对象. */
  readonly zero: number;
  readonly watched: number;
  /** 未查: the window is over, and its closing query has not run; counted apart. */
  readonly unasked: number;
}

/**
 * K46 零投诉达成: objects watched in key dates whose window ended in the span, by the last query of each once it was over; one that
 * left orders unread claims no zero. Those nobody has asked about since are no part of the share. It is counted by object and node,
 * not order by order; of one unit or matter there is none. Null where nothing is watched.
 */
export async function zeroFigure(ctx: Context, span: Span): Promise<ZeroFigure | null> {
  if (span.unit !== null || span.matter !== null) return null;
  const on = (at: Date) => dayOf(at.getTime(), ctx.city.zone);
  const { rows } = await sql<ZeroFigure>`
    select count(last.breaks) as watched, count(*) filter (where last.breaks is null) as unasked,
      count(*) filter (where last.breaks = 0 and not last.is_capped) as zero
    from nodes.node as n
    join nodes.watch as w on w.city_id = n.city_id and w.node_id = n.id and w.until_at is null
    join nodes.object as o on o.city_id = w.city_id and o.id = w.object_id
    left join lateral (
      select breaks, (coverage ->> 'isCapped')::boolean as is_capped from nodes.zero
      where city_id = w.city_id and watch_id = w.id and is_over
      order by id desc
      limit 1
    ) as last on true
    where n.city_id = ${ctx.cityId}
      and n.to_on >= ${on(span.from)}::date
      and n.to_on < ${on(span.until)}::date
      and n.to_on < ${on(ctx.now)}::date
      and (${span.county}::text is null or o.county = ${span.county})`.execute(ctx.tx);
  const [found] = rows;
  return found && found.watched + found.unasked > 0 ? found : null;
}
