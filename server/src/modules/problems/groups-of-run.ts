import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export interface RunGroup {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string | null;
  readonly words: readonly string[];
  readonly orderIds: readonly string[];
}

/** 一次归集的问题 with all that is in them, for whoever groups on: ids, places and words several say, no text of an appeal. */
export async function groupsOfRun(ctx: Context, runId: string): Promise<RunGroup[]> {
  const { rows } = await sql<RunGroup>`
    select p.id, p.name, p.area_code as "areaCode",
      array(select w ->> 'term' from jsonb_array_elements(p.words) as w) as words,
      array_agg(m.order_id order by m.order_id) as "orderIds"
    from problems.problem as p
    join problems.member as m
      on m.city_id = p.city_id and m.problem_id = p.id and not m.is_out
    where p.city_id = ${ctx.cityId} and p.run_id = ${runId}
    group by p.city_id, p.id
    order by p.rank`.execute(ctx.tx);
  return rows;
}
