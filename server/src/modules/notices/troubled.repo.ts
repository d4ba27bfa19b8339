import { noticeChannels, noticeHolds, noticeStates } from '@minsheng/contract/words/notices.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

const closed = z.object({
  channel: z.enum(noticeChannels),
  state: z.enum(noticeStates),
  held_for: z.enum(noticeHolds).nullable(),
});

interface Page {
  readonly before: string | null;
  readonly limit: number;
}

const columns = [
  'id',
  'channel',
  'template',
  'order_id',
  'unit_code',
  'to_enc',
  'made_at',
  'tries',
  'state',
  'error',
  'ended_at',
  'held_for',
  'not_before',
  'sent_at',
  'receipt_at',
] as const;

/** Newest first, from an index that holds these alone. */
export async function troubled(ctx: Context, { before, limit }: Page) {
  let query = tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('state', 'in', ['failed', 'uncertain'])
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, ...closed.parse(row) }));
}

export type TroubledMessage = Awaited<ReturnType<typeof troubled>>[number];

/** 推迟发送的, from an index of its own as well. */
export async function held(ctx: Context, { before, limit }: Page): Promise<TroubledMessage[]> {
  let query = tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('state', '=', 'waiting')
    .where('held_for', 'is not', null)
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, ...closed.parse(row) }));
}

/** Of one order, newest first; of one unit alone where one is named. */
export async function ofOrder(
  ctx: Context,
  orderId: string,
  { unitCode, limit }: { unitCode: string | null; limit: number },
): Promise<TroubledMessage[]> {
  let query = tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (unitCode !== null) query = query.where('unit_code', '=', unitCode);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, ...closed.parse(row) }));
}
