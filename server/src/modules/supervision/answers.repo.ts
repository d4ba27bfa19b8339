import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import type { Supervision } from './supervisions.repo.ts';

export type Answer = Selectable<DB['supervision.answer']>;

/** 反馈, numbered within its supervision. The caller holds the order. */
export async function insertAnswer(
  ctx: Context,
  one: Supervision,
  given: { wordsNo: number; fileIds: readonly string[]; isLate: boolean },
): Promise<void> {
  await tablesOf<'supervision'>(ctx.tx)
    .insertInto('supervision.answer')
    .values((eb) => ({
      city_id: ctx.cityId,
      order_id: one.order_id,
      no: one.no,
      answer_no: eb
        .selectFrom('supervision.answer')
        .select(sql<number>`count(*) + 1`.as('no'))
        .where('city_id', '=', ctx.cityId)
        .where('order_id', '=', one.order_id)
        .where('no', '=', one.no),
      words_no: given.wordsNo,
      file_ids: [...given.fileIds],
      answered_by: ctx.actor.accountId,
      answered_at: ctx.now,
      is_late: given.isLate,
    }))
    .execute();
}

/** All answers about an order, oldest first. */
export async function answersOf(ctx: Context, orderId: string): Promise<Answer[]> {
  return tablesOf<'supervision'>(ctx.tx)
    .selectFrom('supervision.answer')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('no')
    .orderBy('answer_no')
    .execute();
}

/** Why the last answer was not enough. */
export async function markSentBack(
  ctx: Context,
  one: Supervision,
  reasonNo: number,
): Promise<void> {
  const own = (await answersOf(ctx, one.order_id)).filter(({ no }) => no === one.no);
  const last = own.at(-1);
  if (!last) return;
  await tablesOf<'supervision'>(ctx.tx)
    .updateTable('supervision.answer')
    .set({ sent_back_no: reasonNo })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', one.order_id)
    .where('no', '=', one.no)
    .where('answer_no', '=', last.answer_no)
    .execute();
}
