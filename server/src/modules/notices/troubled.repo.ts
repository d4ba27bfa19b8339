import { noticeChannels, noticeStates } from '@minsheng/contract/words/notices.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

const closed = z.object({ channel: z.enum(noticeChannels), state: z.enum(noticeStates) });

/** Newest first, from an index that holds these alone. */
export async function troubled(
  ctx: Context,
  { before, limit }: { before: string | null; limit: number },
) {
  let query = tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select(['id', 'channel', 'template', 'order_id', 'unit_code', 'to_enc', 'made_at', 'tries'])
    .select(['state', 'error', 'ended_at'])
    .where('city_id', '=', ctx.cityId)
    .where('state', 'in', ['failed', 'uncertain'])
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, ...closed.parse(row) }));
}

export type TroubledMessage = Awaited<ReturnType<typeof troubled>>[number];
