import type { ObjectNameKind } from '@minsheng/contract/words/nodes.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface ObjectWord {
  readonly id: string;
  readonly kind: ObjectNameKind;
  readonly word: string;
}

/** 说法 of an object that hold now. */
export const wordsOf = (ctx: Context, objectId: string): Promise<ObjectWord[]> =>
  tablesOf<'nodes'>(ctx.tx)
    .selectFrom('nodes.object_name')
    .select(['id', 'kind', 'word'])
    .where('city_id', '=', ctx.cityId)
    .where('object_id', '=', objectId)
    .where('until_at', 'is', null)
    .orderBy('kind', 'desc')
    .orderBy('id')
    .$castTo<ObjectWord>()
    .execute();

export async function addWords(
  ctx: Context,
  objectId: string,
  words: readonly Omit<ObjectWord, 'id'>[],
): Promise<void> {
  if (words.length === 0) return;
  await tablesOf<'nodes'>(ctx.tx)
    .insertInto('nodes.object_name')
    .values(
      words.map((word) => ({
        city_id: ctx.cityId,
        id: ctx.newId(),
        object_id: objectId,
        ...word,
        from_at: ctx.now,
        from_by: ctx.actor.accountId,
      })),
    )
    .execute();
}

export async function endWord(ctx: Context, id: string): Promise<void> {
  await tablesOf<'nodes'>(ctx.tx)
    .updateTable('nodes.object_name')
    .set({ until_at: ctx.now, until_by: ctx.actor.accountId })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
