import type { callBack } from '@minsheng/contract';
import type {
  AttemptChannel,
  Rating,
  ReasonClass,
  SolvedAnswer,
  TimeBand,
} from '@minsheng/contract/words/call-back.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** 回访记录: one try to hear the requester, with what was said if anybody answered. */
export interface Attempt {
  id: string;
  round: number;
  at: Date;
  band: TimeBand;
  channel: AttemptChannel;
  reached: boolean;
  how: string | null;
  contacted: boolean | null;
  solved: SolvedAnswer | null;
  process_rating: Rating | null;
  result_rating: Rating | null;
  reason_class: ReasonClass | null;
  reason_no: number | null;
  by_account: string | null;
}

/** A second rating is a new row, never an edit. */
export async function insertAttempt(
  ctx: Context,
  orderId: string,
  attempt: Omit<Attempt, 'id' | 'at' | 'by_account'>,
): Promise<string> {
  const id = ctx.newId();
  await tablesOf<'call_back'>(ctx.tx)
    .insertInto('call_back.attempt')
    .values({
      ...attempt,
      id,
      at: ctx.now,
      by_account: ctx.actor.accountId,
      city_id: ctx.cityId,
      order_id: orderId,
    })
    .execute();
  return id;
}

export async function attemptsOf(ctx: Context, orderId: string): Promise<Attempt[]> {
  const rows = await tablesOf<'call_back'>(ctx.tx)
    .selectFrom('call_back.attempt')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute();
  return rows as Attempt[];
}

/** 一次回访 in the contract's words; the reason as this reader may see it. */
export const attemptViewOf = (
  attempt: Attempt,
  reason: string,
): z.output<typeof callBack.attemptView> => ({
  at: attempt.at.toISOString(),
  channel: attempt.channel,
  reached: attempt.reached,
  solved: attempt.solved,
  processRating: attempt.process_rating,
  resultRating: attempt.result_rating,
  reason,
});
