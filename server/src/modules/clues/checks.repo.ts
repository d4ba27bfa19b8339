import type { Insertable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { visitsOf } from '../visits/index.ts';
import type { Check } from './clue.ts';

/** 联查 of one clue, place by place. */
export const checksOf = (ctx: Context, clueId: string): Promise<Check[]> =>
  tablesOf<'clues'>(ctx.tx)
    .selectFrom('clues.site_check')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('clue_id', '=', clueId)
    .orderBy('no')
    .$castTo<Check>()
    .execute();

/** Those whose visit was not called off. */
export async function standingChecks(ctx: Context, clueId: string): Promise<Check[]> {
  const [checks, visits] = await Promise.all([
    checksOf(ctx, clueId),
    visitsOf(ctx, { kind: 'clue', id: clueId }),
  ]);
  const off = new Set(visits.filter(({ state }) => state === 'cancelled').map(({ id }) => id));
  return checks.filter(({ visit_id }) => !off.has(visit_id));
}

export async function insertCheck(
  ctx: Context,
  row: Omit<Insertable<DB['clues.site_check']>, 'city_id' | 'planned_by' | 'planned_at'>,
): Promise<void> {
  await tablesOf<'clues'>(ctx.tx)
    .insertInto('clues.site_check')
    .values({
      ...row,
      city_id: ctx.cityId,
      planned_by: ctx.actor.accountId,
      planned_at: ctx.now,
    })
    .execute();
}

export async function reportOn(
  ctx: Context,
  id: string,
  found: Pick<
    Insertable<DB['clues.site_check']>,
    'outcome' | 'findings' | 'case_no' | 'penalty_fen'
  >,
): Promise<void> {
  await tablesOf<'clues'>(ctx.tx)
    .updateTable('clues.site_check')
    .set({ ...found, reported_by: ctx.actor.accountId, reported_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** 参加联查: this unit is named in a check of the clue that was not called off. */
export const takesPart = async (ctx: Context, clueId: string, unitCode: string): Promise<boolean> =>
  (await standingChecks(ctx, clueId)).some(({ unit_codes }) => unit_codes.includes(unitCode));
