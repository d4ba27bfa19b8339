import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { Assignment } from '../dispatch/index.ts';

/** 已下派. False: it has gone over before. */
export async function keepHanded(
  ctx: Context,
  { order_id, id, round }: Assignment,
  peer: string,
): Promise<boolean> {
  const made = await tablesOf<'nets'>(ctx.tx)
    .insertInto('nets.handed_duty')
    .values({ city_id: ctx.cityId, order_id, assignment_id: id, round, peer, at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('assignment_id')
    .execute();
  return made.length === 1;
}

/** Of these duties those that went over in the round they are in. */
export async function handedOf(
  ctx: Context,
  duties: readonly Pick<Assignment, 'order_id' | 'id' | 'round'>[],
): Promise<ReadonlySet<string>> {
  if (duties.length === 0) return new Set();
  const rows = await tablesOf<'nets'>(ctx.tx)
    .selectFrom('nets.handed_duty')
    .select(['assignment_id', 'round'])
    .where('city_id', '=', ctx.cityId)
    .where(
      'order_id',
      'in',
      duties.map(({ order_id }) => order_id),
    )
    .execute();
  const handed = new Set(rows.map(({ assignment_id, round }) => `${assignment_id}/${round}`));
  return new Set(duties.flatMap(({ id, round }) => (handed.has(`${id}/${round}`) ? [id] : [])));
}
