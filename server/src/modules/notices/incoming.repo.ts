import type { SmsOutcome } from '@minsheng/contract/words/call-back.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { decrypt, encrypt } from '../../platform/secrets.ts';
import type { IncomingSms } from '../../ports/sms/index.ts';
import { phoneIndex } from '../requesters/index.ts';

/** 记下上行短信: the number as a digest only; words of nobody's order are not kept. */
export async function keepIncoming(
  ctx: Context,
  sms: IncomingSms,
  { orderId, outcome }: { orderId: string | null; outcome: SmsOutcome },
): Promise<void> {
  await tablesOf<'notices'>(ctx.tx)
    .insertInto('notices.incoming')
    .values({
      city_id: ctx.cityId,
      id: ctx.newId(),
      at: sms.at,
      order_id: orderId,
      from_index: phoneIndex(ctx, sms.from),
      text_enc: orderId ? encrypt(ctx.keys, sms.text) : null,
      outcome,
    })
    .execute();
}

/** Did this number get the same answer within the last day? */
export async function hasHeardToday(
  ctx: Context,
  from: string,
  outcome: SmsOutcome,
): Promise<boolean> {
  const row = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.incoming')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('from_index', '=', phoneIndex(ctx, from))
    .where('at', '>', new Date(ctx.now.getTime() - 86_400_000))
    .where('outcome', '=', outcome)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a requester wrote that no program understood: a person reads it. */
export async function unclearAnswers(
  ctx: Context,
  orderId: string,
): Promise<{ at: Date; text: string }[]> {
  const rows = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.incoming')
    .select(['at', 'text_enc'])
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .where('outcome', '=', 'unclear')
    .orderBy('id')
    .execute();
  return rows.map(({ at, text_enc }) => ({
    at,
    text: text_enc ? decrypt(ctx.keys, text_enc) : '',
  }));
}

export async function eraseIncoming(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await tablesOf<'notices'>(ctx.tx)
    .updateTable('notices.incoming')
    .set({ from_index: null, text_enc: null })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
}
