import type { KeepReason } from '@minsheng/contract/words/clues.ts';
import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export interface Kept {
  readonly words: string;
  readonly reason: KeepReason;
}
export type CluePhoto = Selectable<DB['clues.photo']>;

export const keptOf = (ctx: Context, clueId: string): Promise<Kept[]> =>
  tablesOf<'clues'>(ctx.tx)
    .selectFrom('clues.kept')
    .select(['words', 'reason'])
    .where('city_id', '=', ctx.cityId)
    .where('clue_id', '=', clueId)
    .$castTo<Kept>()
    .execute();

export async function keep(ctx: Context, clueId: string, kept: Kept): Promise<void> {
  await tablesOf<'clues'>(ctx.tx)
    .insertInto('clues.kept')
    .values({
      city_id: ctx.cityId,
      clue_id: clueId,
      ...kept,
      kept_by: ctx.actor.accountId,
      kept_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'clue_id', 'words']).doUpdateSet({
        reason: kept.reason,
        kept_by: ctx.actor.accountId,
        kept_at: ctx.now,
      }),
    )
    .execute();
}

/** 照片 that are in the pack, in the order they were chosen. */
export const photosOf = (ctx: Context, clueId: string): Promise<CluePhoto[]> =>
  tablesOf<'clues'>(ctx.tx)
    .selectFrom('clues.photo')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('clue_id', '=', clueId)
    .where('taken_out_at', 'is', null)
    .orderBy('file_id')
    .execute();

export async function addPhotos(
  ctx: Context,
  clueId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await tablesOf<'clues'>(ctx.tx)
    .insertInto('clues.photo')
    .values(fileIds.map((fileId) => ({ city_id: ctx.cityId, clue_id: clueId, file_id: fileId })))
    .execute();
}

export async function settlePhoto(
  ctx: Context,
  { clueId, fileId, isClear }: { clueId: string; fileId: string; isClear: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<'clues'>(ctx.tx)
    .updateTable('clues.photo')
    .set(
      isClear ? { looked_by: ctx.actor.accountId, looked_at: ctx.now } : { taken_out_at: ctx.now },
    )
    .where('city_id', '=', ctx.cityId)
    .where('clue_id', '=', clueId)
    .where('file_id', '=', fileId)
    .where('taken_out_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
