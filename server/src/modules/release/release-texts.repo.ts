import type { Removal } from '@minsheng/contract/release.ts';
import type { PutBackReason, ReleasePart } from '@minsheng/contract/words/release.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';

export interface TextRow {
  readonly no: number;
  readonly line: number;
  readonly part: ReleasePart;
  readonly order_id: string;
  readonly text_no: number;
  readonly length: number;
  readonly digest: Buffer;
  readonly doubt: number;
  readonly removals: Removal[];
  readonly checked: Removal[] | null;
  readonly put_back_as: PutBackReason | null;
  readonly checked_by: string | null;
}

export type NewText = Omit<TextRow, 'checked' | 'put_back_as' | 'checked_by'>;

/** A job may run twice: what stands stays. */
export async function insertTexts(
  ctx: Context,
  releaseId: string,
  texts: readonly NewText[],
): Promise<void> {
  if (texts.length === 0) return;
  await tablesOf<'release'>(ctx.tx)
    .insertInto('release.text')
    .values(
      texts.map(({ removals, ...text }) => ({
        city_id: ctx.cityId,
        release_id: releaseId,
        ...text,
        removals: jsonb(removals),
      })),
    )
    .onConflict((conflict) => conflict.columns(['city_id', 'release_id', 'no']).doNothing())
    .execute();
}

const texts = (ctx: Context, releaseId: string) =>
  tablesOf<'release'>(ctx.tx)
    .selectFrom('release.text')
    .select([
      'no',
      'line',
      'part',
      'order_id',
      'text_no',
      'length',
      'digest',
      'doubt',
      'removals',
      'checked',
      'put_back_as',
      'checked_by',
    ])
    .where('city_id', '=', ctx.cityId)
    .where('release_id', '=', releaseId);

export async function textsOfRelease(ctx: Context, releaseId: string): Promise<TextRow[]> {
  return (await texts(ctx, releaseId).orderBy('no').execute()) as TextRow[];
}

export async function nextToCheck(ctx: Context, releaseId: string): Promise<TextRow | null> {
  const row = await texts(ctx, releaseId)
    .where('checked', 'is', null)
    .orderBy('doubt', 'desc')
    .orderBy('no')
    .limit(1)
    .executeTakeFirst();
  return (row as TextRow | undefined) ?? null;
}

export async function textOf(ctx: Context, releaseId: string, no: number): Promise<TextRow | null> {
  const row = await texts(ctx, releaseId).where('no', '=', no).executeTakeFirst();
  return (row as TextRow | undefined) ?? null;
}

export interface Check {
  readonly no: number;
  /** Of the words the person read; empty where they had changed by then. */
  readonly digest: Buffer;
  readonly checked: Removal[];
  readonly putBackAs: PutBackReason | null;
}

export async function keepCheck(
  ctx: Context,
  releaseId: string,
  { no, digest, checked, putBackAs }: Check,
): Promise<void> {
  await tablesOf<'release'>(ctx.tx)
    .updateTable('release.text')
    .set({
      digest,
      checked: jsonb(checked),
      put_back_as: putBackAs,
      checked_by: ctx.actor.accountId,
      checked_at: ctx.now,
    })
    .where('city_id', '=', ctx.cityId)
    .where('release_id', '=', releaseId)
    .where('no', '=', no)
    .execute();
}

/** How many texts and how many of them a person has been through, by release. */
export async function progressOf(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, { texts: number; checked: number }>> {
  const { rows } = await sql<{ release_id: string; texts: number; checked: number }>`
    select release_id, count(*)::integer as texts, count(checked)::integer as checked
    from release.text
    where city_id = ${ctx.cityId} and release_id = any (${ids}::uuid[])
    group by release_id`.execute(ctx.tx);
  return new Map(rows.map(({ release_id, ...counts }) => [release_id, counts]));
}
