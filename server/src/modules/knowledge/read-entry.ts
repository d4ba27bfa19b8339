import type { knowledge } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { cite } from './entries.ts';

/** 已读给来电人: keeps which answer was read, when and by whom. */
export async function readEntry(
  ctx: Context,
  input: InputOf<typeof knowledge.readEntry>,
): Promise<{ done: true }> {
  const entry = await cite(ctx, input.code);
  await tablesOf<'knowledge'>(ctx.tx)
    .insertInto('knowledge.reading')
    .values({
      city_id: ctx.cityId,
      id: ctx.newId(),
      code: entry.code,
      call_id: input.callId ?? null,
      account_id: ctx.actor.accountId,
      at: ctx.now,
    })
    .execute();
  return { done: true };
}
