import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { judge } from './trust.repo.ts';

export interface History {
  readonly matterCode: string;
  readonly judged: number;
  /** How many of them, the first ones, kept their lead; the machine was sure of all and named the first lead. */
  readonly right: number;
}

/** As many orders of a matter that had none, come to an end as the judge would have written it down; for tests. */
export async function manyJudged(
  ctx: Context,
  { matterCode, judged, right }: History,
): Promise<void> {
  await sql`
    insert into auto_dispatch.judged
      (city_id, matter_code, slot, order_id, first_right, is_sure, is_right)
    select ${ctx.cityId}, ${matterCode}, no, ${ctx.newId()}::uuid, no < ${right}, true, no < ${right}
    from generate_series(0, ${judged - 1}::integer) as no`.execute(ctx.tx);
  await sql`
    insert into auto_dispatch.trust (city_id, matter_code, judged, first_right, sure, sure_right)
    values (${ctx.cityId}, ${matterCode}, ${judged}, ${right}, ${judged}, ${right})`.execute(
    ctx.tx,
  );
}

/** One more. */
export async function oneJudged(ctx: Context, matterCode: string, isRight: boolean): Promise<void> {
  const one = { orderId: ctx.newId(), matterCode, firstRight: isRight, isSure: true, isRight };
  await judge(ctx, one, null);
}
