import type { ContestedHow } from '@minsheng/contract/words/clues.ts';
import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export interface Contest extends Omit<Selectable<DB['clues.contest']>, 'how'> {
  readonly how: ContestedHow;
}

const contests = (ctx: Context) =>
  tablesOf<'clues'>(ctx.tx)
    .selectFrom('clues.contest')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .$castTo<Contest>();

export const contestsOf = (ctx: Context, subjectId: string): Promise<Contest[]> =>
  contests(ctx)
    .where('subject_id', '=', subjectId)
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute();
const mostShown = 50;

/** Of these clues those a contest of which is open. */
export async function contestedAmong(
  ctx: Context,
  clueIds: readonly string[],
): Promise<Set<string>> {
  if (clueIds.length === 0) return new Set();
  const rows = await contests(ctx)
    .where('clue_id', 'in', [...clueIds])
    .where('decided_at', 'is', null)
    .execute();
  return new Set(rows.map(({ clue_id }) => clue_id));
}

export async function findContest(ctx: Context, id: string): Promise<Contest | null> {
  return (await contests(ctx).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function openContestOf(ctx: Context, clueId: string): Promise<Contest | null> {
  const row = await contests(ctx)
    .where('clue_id', '=', clueId)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertContest(
  ctx: Context,
  row: Pick<Contest, 'id' | 'subject_id' | 'clue_id' | 'how' | 'words'>,
): Promise<void> {
  await tablesOf<'clues'>(ctx.tx)
    .insertInto('clues.contest')
    .values({ ...row, city_id: ctx.cityId, asked_by: ctx.actor.accountId, asked_at: ctx.now })
    .execute();
}

export async function markDecided(
  ctx: Context,
  id: string,
  { upheld, words }: { upheld: boolean; words: string },
): Promise<void> {
  await tablesOf<'clues'>(ctx.tx)
    .updateTable('clues.contest')
    .set({
      upheld,
      decision: words,
      decided_by: ctx.actor.accountId,
      decided_at: ctx.now,
    })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
