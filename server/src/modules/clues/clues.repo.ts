import type { ClueState } from '@minsheng/contract/words/clues.ts';
import { type Insertable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import type { Clue } from './clue.ts';

const clues = (ctx: Context) =>
  tablesOf<'clues'>(ctx.tx)
    .selectFrom('clues.clue')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .$castTo<Clue>();

/** Refuses `clues.no-such-clue`. Who may see it is asked by the caller: the centre sees all, a unit those of its own. */
export async function findClue(ctx: Context, id: string): Promise<Clue> {
  const clue = await clues(ctx).where('id', '=', id).executeTakeFirst();
  refuseUnless(clue, 'clues.no-such-clue');
  return clue;
}

/** The same, held: two people never take two steps of one clue at once. */
export async function lockClue(ctx: Context, id: string): Promise<Clue> {
  const clue = await clues(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(clue, 'clues.no-such-clue');
  return clue;
}

export async function cluesByIds(ctx: Context, ids: readonly string[]): Promise<Clue[]> {
  if (ids.length === 0) return [];
  return clues(ctx)
    .where('id', 'in', [...ids])
    .execute();
}

export async function insertClue(
  ctx: Context,
  row: Omit<Insertable<DB['clues.clue']>, 'city_id' | 'year' | 'no'>,
): Promise<Pick<Clue, 'year' | 'no'>> {
  const number = await nextNumber(ctx);
  await tablesOf<'clues'>(ctx.tx)
    .insertInto('clues.clue')
    .values({ ...row, ...number, city_id: ctx.cityId })
    .execute();
  return number;
}

/** 线索编号 runs on by the year of the city's calendar. */
async function nextNumber(ctx: Context): Promise<Pick<Clue, 'year' | 'no'>> {
  const year = Number(dayOf(ctx.now.getTime(), ctx.city.zone).slice(0, 4));
  const { last } = await tablesOf<'clues'>(ctx.tx)
    .insertInto('clues.counter')
    .values({ city_id: ctx.cityId, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['city_id', 'year'])
        .doUpdateSet({ last: sql<number>`clues.counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return { year, no: last };
}

export async function changeClue(
  ctx: Context,
  id: string,
  set: Omit<Updateable<DB['clues.clue']>, 'city_id' | 'id'> & { state?: ClueState },
): Promise<void> {
  await tablesOf<'clues'>(ctx.tx)
    .updateTable('clues.clue')
    .set({ ...set, ...(set.state && { state_since: ctx.now }) })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** Newest first, of one county, without the clue itself and what was joined: among these the like ones are looked for. */
export const neighboursOf = (
  ctx: Context,
  { id, county_code }: Pick<Clue, 'id' | 'county_code'>,
  most: number,
): Promise<Clue[]> =>
  clues(ctx)
    .where('county_code', '=', county_code)
    .where('id', '<>', id)
    .where('state', '<>', 'joined')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();

/** 线索编号 of each. */
export async function numbersOf(
  ctx: Context,
  clueIds: readonly string[],
): Promise<Map<string, Pick<Clue, 'year' | 'no'>>> {
  if (clueIds.length === 0) return new Map();
  const rows = await tablesOf<'clues'>(ctx.tx)
    .selectFrom('clues.clue')
    .select(['id', 'year', 'no'])
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...new Set(clueIds)])
    .execute();
  return new Map(rows.map(({ id, ...number }) => [id, number]));
}
