import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** 删除来电号码: the call stays as a call of nobody. */
export const forgetNumber = (ctx: Context, callId: string): Promise<void> =>
  forgetNumbers(ctx, [callId]);

export async function forgetNumbers(ctx: Context, callIds: readonly string[]): Promise<void> {
  if (callIds.length === 0) return;
  await tablesOf<'telephony'>(ctx.tx)
    .updateTable('telephony.call')
    .set({ number_enc: null, number_index: null })
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...callIds])
    .execute();
}
