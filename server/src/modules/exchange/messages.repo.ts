import type { MessageDirection, MessageKind } from '@minsheng/contract/words/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { decrypt, encrypt } from '../../platform/secrets.ts';
import { keepsWords } from '../orders/index.ts';
import { sha256 } from './signing.ts';

keepsWords({ table: 'exchange.message', words: ['settled_why'] });

/** 报文, as it came or went. */
export interface Message {
  readonly id: string;
  readonly peer: string;
  readonly direction: string;
  readonly message_id: string;
  readonly case_id: string | null;
  readonly order_id: string | null;
  readonly sender_no: string;
  readonly receiver_no: string | null;
  readonly kind: string;
  readonly seq: number;
  readonly digest: Buffer;
  readonly state: string;
  readonly made_at: Date;
}

const columns = [
  'id',
  'peer',
  'direction',
  'message_id',
  'case_id',
  'order_id',
  'sender_no',
  'receiver_no',
  'kind',
  'seq',
  'digest',
  'state',
  'made_at',
] as const;

export interface NewMessage {
  readonly id: string;
  readonly peer: string;
  readonly direction: MessageDirection;
  readonly messageId: string;
  readonly caseId: string | null;
  readonly orderId: string | null;
  readonly senderNo: string;
  readonly receiverNo: string | null;
  readonly kind: MessageKind;
  readonly seq: number;
  readonly at: Date;
  readonly raw: Buffer;
}

const dayMs = 86_400_000;
const hoursEast = 8 * 3_600_000;

/** The day of an instant by UTC+8, as the protocol counts days, whatever the city's zone. */
export const protocolDay = (at: Date): string =>
  new Date(at.getTime() + hoursEast).toISOString().slice(0, 10);

/** When it begins. */
export const dayStart = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - hoursEast);

/** Written as it came, encrypted: it names people. */
export async function insertMessage(ctx: Context, message: NewMessage): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .insertInto('exchange.message')
    .values({
      city_id: ctx.cityId,
      id: message.id,
      peer: message.peer,
      direction: message.direction,
      message_id: message.messageId,
      case_id: message.caseId,
      order_id: message.orderId,
      sender_no: message.senderNo,
      receiver_no: message.receiverNo,
      kind: message.kind,
      seq: message.seq,
      at: message.at,
      day: protocolDay(message.at),
      raw_enc: encrypt(ctx.keys, message.raw.toString('base64')),
      digest: sha256(message.raw),
      state: 'open',
      made_at: ctx.now,
      done_at: null,
    })
    .execute();
}

export async function messageOf(ctx: Context, id: string): Promise<Message | null> {
  const found = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.message')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found ?? null;
}

/** The very bytes. */
export async function rawOf(ctx: Context, id: string): Promise<Buffer> {
  const { raw_enc } = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.message')
    .select('raw_enc')
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return Buffer.from(decrypt(ctx.keys, raw_enc), 'base64');
}

/** Other bytes under the same name: only of what the other side refused and so never kept. */
export async function rewriteMessage(ctx: Context, id: string, raw: Buffer): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .updateTable('exchange.message')
    .set({ raw_enc: encrypt(ctx.keys, raw.toString('base64')), digest: sha256(raw) })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** `ended`: not of one still on its way, which would arrive without a word. */
export async function emptyMessagesOf(
  ctx: Context,
  orderIds: readonly string[],
  which: 'all' | 'ended',
): Promise<void> {
  if (orderIds.length === 0) return;
  const messages = tablesOf<'exchange'>(ctx.tx)
    .updateTable('exchange.message')
    .set({ raw_enc: encrypt(ctx.keys, '') })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds]);
  await (which === 'all' ? messages : messages.where('state', '<>', 'open')).execute();
}

export async function isOneOnItsWay(ctx: Context, orderId: string): Promise<boolean> {
  const row = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.message')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function endMessage(
  ctx: Context,
  id: string,
  end: {
    state: 'delivered' | 'applied' | 'dismissed';
    case_id?: string;
    order_id?: string;
    receiver_no?: string;
    settled_by?: string;
    settled_why?: string;
  },
): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .updateTable('exchange.message')
    .set({ ...end, done_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** A name taken for ever; answers our own id of whoever has it already. */
export async function nameMessage(
  ctx: Context,
  { peer, messageId, id }: { peer: string; messageId: string; id: string },
): Promise<string> {
  const made = await tablesOf<'exchange'>(ctx.tx)
    .insertInto('exchange.received')
    .values({ city_id: ctx.cityId, peer, message_id: messageId, id })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) return made.id;
  const known = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.received')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('peer', '=', peer)
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow();
  return known.id;
}

/** A day's messages with one peer, by id, from after the cursor on. */
export async function messagesOfDay(
  ctx: Context,
  { peer, day, after, limit }: { peer: string; day: string; after: string | null; limit: number },
): Promise<Message[]> {
  return tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.message')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('peer', '=', peer)
    .where('day', '=', day)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - dayMs).toISOString().slice(0, 10);
