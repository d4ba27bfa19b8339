import type { ConcernKind, LetterKind, LetterState } from '@minsheng/contract/words/letters.ts';
import { type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { visibleTo } from './visible-to.ts';

/** 函件. */
export interface Letter
  extends Omit<Selectable<DB['letters.letter']>, 'kind' | 'state' | 'concern_kind'> {
  kind: LetterKind;
  state: LetterState;
  concern_kind: ConcernKind | null;
}

export type NewLetter = Pick<
  Letter,
  | 'id'
  | 'template'
  | 'kind'
  | 'title'
  | 'body'
  | 'organ'
  | 'red_head'
  | 'number_form'
  | 'reply_limit'
  | 'concern_kind'
  | 'concern_id'
  | 'corrects_id'
>;

export async function insert(ctx: Context, letter: NewLetter): Promise<void> {
  const { reply_limit, ...rest } = letter;
  await tablesOf<'letters'>(ctx.tx)
    .insertInto('letters.letter')
    .values({
      ...rest,
      reply_limit: reply_limit === null ? null : JSON.stringify(reply_limit),
      city_id: ctx.cityId,
      state: 'draft',
      drafted_by: ctx.actor.accountId,
      drafted_at: ctx.now,
    })
    .execute();
}

const visibleOf = (ctx: Context, ids: readonly string[]) =>
  readerOf(ctx.tx)
    .selectFrom('letters.letter as l')
    .selectAll('l')
    .where('l.city_id', '=', ctx.cityId)
    .where('l.id', 'in', [...ids])
    .where(visibleTo(ctx.actor));

const visible = (ctx: Context, id: string) => visibleOf(ctx, [id]);

/** One this person may see; another is refused like one that is not there: `letters.no-such-letter`. */
export async function findVisible(ctx: Context, id: string): Promise<Letter> {
  const letter = await visibleOrNull(ctx, id);
  refuseUnless(letter, 'letters.no-such-letter');
  return letter;
}

export async function visibleOrNull(ctx: Context, id: string): Promise<Letter | null> {
  const row = await visible(ctx, id).executeTakeFirst();
  return (row as Letter | undefined) ?? null;
}

/** Those of these that this person may see. */
export async function visibleAmong(ctx: Context, ids: readonly string[]): Promise<Letter[]> {
  if (ids.length === 0) return [];
  return (await visibleOf(ctx, ids).execute()) as Letter[];
}

/** The same, held: two people never decide about one letter at once. */
export async function lockVisible(ctx: Context, id: string): Promise<Letter> {
  const row = await visible(ctx, id).forUpdate('l').executeTakeFirst();
  refuseUnless(row, 'letters.no-such-letter');
  return row as Letter;
}

export async function change(
  ctx: Context,
  id: string,
  values: Partial<Omit<Letter, 'city_id' | 'id' | 'reply_limit'>>,
): Promise<void> {
  await tablesOf<'letters'>(ctx.tx)
    .updateTable('letters.letter')
    .set(values)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** 序号: the next of its kind and year. Its row is held until the end, so none is given twice and none is lost. */
export async function nextNumber(ctx: Context, kind: LetterKind, year: number): Promise<number> {
  const { last } = await tablesOf<'letters'>(ctx.tx)
    .insertInto('letters.serial')
    .values({ city_id: ctx.cityId, kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['city_id', 'kind', 'year'])
        .doUpdateSet({ last: sql<number>`letters.serial.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** The letters that correct this one; the latest first. */
export async function correctionsOf(
  ctx: Context,
  id: string,
): Promise<Pick<Letter, 'id' | 'letter_no'>[]> {
  return readerOf(ctx.tx)
    .selectFrom('letters.letter as l')
    .select(['l.id', 'l.letter_no'])
    .where('l.city_id', '=', ctx.cityId)
    .where('l.corrects_id', '=', id)
    .where('l.state', '<>', 'withdrawn')
    .where(visibleTo(ctx.actor))
    .orderBy('l.id', 'desc')
    .limit(1)
    .execute();
}
