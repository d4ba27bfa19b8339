import {
  type NoticeChannel,
  type NoticeUrgency,
  noticeChannels,
  noticeStates,
} from '@minsheng/contract/words/notices.ts';
import { z } from 'zod';
import type { MessageName } from '../../city/index.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { keptPerVersion } from '../organisation/index.ts';

/** 模板 of the city, by key. */
export const templates = keptPerVersion(
  async (ctx: Context): Promise<ReadonlyMap<string, string>> => {
    const rows = await tablesOf<'notices'>(ctx.tx)
      .selectFrom('notices.template')
      .select(['key', 'words'])
      .where('city_id', '=', ctx.cityId)
      .execute();
    return new Map(rows.map(({ key, words }) => [key, words]));
  },
);

export interface NewMessage {
  id: string;
  channel: NoticeChannel;
  template: string;
  orderId: string | null;
  assignmentId: string | null;
  unitCode: string | null;
  toEnc: Buffer;
  textEnc: Buffer;
  notBefore: Date;
  urgency: NoticeUrgency;
  toIndex: Buffer;
  heldFor: 'quiet' | null;
}

export async function insertMessage(ctx: Context, message: NewMessage): Promise<void> {
  await tablesOf<'notices'>(ctx.tx)
    .insertInto('notices.message')
    .values({
      city_id: ctx.cityId,
      id: message.id,
      channel: message.channel,
      template: message.template,
      order_id: message.orderId,
      assignment_id: message.assignmentId,
      unit_code: message.unitCode,
      to_enc: message.toEnc,
      text_enc: message.textEnc,
      made_at: ctx.now,
      not_before: message.notBefore,
      urgency: message.urgency,
      to_index: message.toIndex,
      held_for: message.heldFor,
      state: 'waiting',
    })
    .execute();
}

/** The number a message to a requester went to, sealed; null for any other message. */
export async function sentToRequester(ctx: Context, id: string): Promise<Buffer | null> {
  const row = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select('to_enc')
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .where('channel', '=', 'sms')
    .where('state', 'in', ['sent', 'delivered'])
    .where('unit_code', 'is', null)
    .executeTakeFirst();
  return row?.to_enc ?? null;
}

/** Which of these orders was last written about to its requester, in one of these messages? */
export async function lastOrderTold(
  ctx: Context,
  orderIds: readonly string[],
  names: readonly MessageName[],
): Promise<string | null> {
  if (orderIds.length === 0) return null;
  const row = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select('order_id')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .where('unit_code', 'is', null)
    .where('template', 'in', [...names])
    .where('state', 'in', ['sent', 'delivered'])
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.order_id ?? null;
}

const closed = z.object({ channel: z.enum(noticeChannels), state: z.enum(noticeStates) });

export interface MessageFilter {
  channel: NoticeChannel | null;
  order: string | null;
  before: string | null;
  limit: number;
}

/** Newest first. */
export async function messages(ctx: Context, filter: MessageFilter) {
  let query = tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select([
      'id',
      'channel',
      'template',
      'order_id',
      'unit_code',
      'to_enc',
      'text_enc',
      'made_at',
      'sent_at',
      'state',
    ])
    .where('city_id', '=', ctx.cityId)
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.channel) query = query.where('channel', '=', filter.channel);
  if (filter.order) query = query.where('order_id', '=', filter.order);
  if (filter.before) query = query.where('id', '<', filter.before);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, ...closed.parse(row) }));
}
