import type { TellWay } from '@minsheng/contract/words/clues.ts';
import type { Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { keepsWords } from '../orders/index.ts';
import type { Feedback } from './clue.ts';

keepsWords({ table: 'clues.feedback', words: ['words', 'sent_back_words'] });

export const feedbackOf = (ctx: Context, clueId: string): Promise<Feedback[]> =>
  tablesOf<'clues'>(ctx.tx)
    .selectFrom('clues.feedback')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('clue_id', '=', clueId)
    .$castTo<Feedback>()
    .execute();

export const feedbackTo = async (
  ctx: Context,
  { clueId, orderId }: { clueId: string; orderId: string },
): Promise<Feedback | null> =>
  (await feedbackOf(ctx, clueId)).find(({ order_id }) => order_id === orderId) ?? null;

/** Written once, or anew until it was told. */
export async function putFeedback(
  ctx: Context,
  { clueId, orderId, way, words }: { clueId: string; orderId: string; way: TellWay; words: string },
): Promise<void> {
  const written = {
    way,
    words,
    written_by: ctx.actor.accountId,
    written_at: ctx.now,
    sent_back_words: null,
  };
  await tablesOf<'clues'>(ctx.tx)
    .insertInto('clues.feedback')
    .values({ city_id: ctx.cityId, clue_id: clueId, order_id: orderId, ...written })
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'clue_id', 'order_id']).doUpdateSet(written),
    )
    .execute();
}

export async function changeFeedback(
  ctx: Context,
  { clueId, orderId }: { clueId: string; orderId: string },
  set: Updateable<DB['clues.feedback']>,
): Promise<void> {
  await tablesOf<'clues'>(ctx.tx)
    .updateTable('clues.feedback')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('clue_id', '=', clueId)
    .where('order_id', '=', orderId)
    .execute();
}
