import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { areaRange, firstIdAt } from '../desk/index.ts';

interface About {
  readonly matterCode: string;
  readonly areaCode: string;
}
export interface WeekAppeals {
  readonly week: number;
  readonly appeals: number;
  readonly repeats: number;
}

/** How many are read at most; the page says where there were more. */
const mostRead = 20_000;

/**
 * 同一事项、同一区域的诉求, week by week from an instant on, and how many say again what was said. Whoever reads: secret
 * ones and withdrawn ones count for nobody. By the index over matters, the newest first.
 */
export async function appealsByWeek(
  ctx: Context,
  { matterCode, areaCode }: About,
  { from, to, weeksFrom }: { from: Date; to: Date; weeksFrom: Date },
): Promise<{ weeks: WeekAppeals[]; isCut: boolean }> {
  const area = areaRange(areaCode);
  const { rows } = await sql<WeekAppeals>`
    select floor(extract(epoch from (o.accepted_at - ${weeksFrom}::timestamptz)) / 604800)::int as week,
      count(*)::int as appeals,
      (count(*) filter (where o.repeat_no > 0))::int as repeats
    from (
      select accepted_at, repeat_no from orders.order
      where city_id = ${ctx.cityId} and matter_code = ${matterCode}
        and id >= ${firstIdAt(from)} and id < ${firstIdAt(to)}
        and area_code between ${area.from} and ${area.to}
        and secrecy = 0 and status <> 'withdrawn' and channel <> 'proactive'
      order by id desc
      limit ${mostRead}
    ) as o
    group by 1
    order by 1`.execute(ctx.tx);
  const read = rows.reduce((sum, { appeals }) => sum + appeals, 0);
  return { weeks: rows, isCut: read === mostRead };
}
