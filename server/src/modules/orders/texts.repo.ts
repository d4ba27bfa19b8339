import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';
import { canonicalJson, type Json } from '../../platform/json.ts';
import type { TextKind } from './order.ts';

export interface Words {
  kind: TextKind;
  content: string;
  title?: string;
  demand?: string;
  address?: string;
  subjectName?: string;
  fields?: Record<string, Json>;
}

/** How an event names words without holding them. */
export interface TextMark {
  no: number;
  digest: string;
}

/**
 * Keeps words about an order under the next number. The caller holds the order (`lock`).
 * Answers number and digest, which is what an event may say of them.
 */
export async function addText(ctx: Context, orderId: string, words: Words): Promise<TextMark> {
  const salt = newSalt();
  const { rows } = await sql<{ no: number }>`/* kept */
    insert into orders.text
      (city_id, order_id, no, kind, title, content, demand, address, subject_name, fields, salt, by_account, by_unit, at)
    select ${ctx.cityId}, ${orderId}::uuid,
      coalesce((select max(no) from orders.text where city_id = ${ctx.cityId} and order_id = ${orderId}::uuid), 0) + 1,
      ${words.kind}, ${words.title ?? ''}, ${words.content}, ${words.demand ?? ''}, ${words.address ?? ''},
      ${words.subjectName ?? ''}, ${jsonb(words.fields ?? {})}::jsonb, ${salt}, ${ctx.actor.accountId}, ${ctx.actor.unitCode}, ${ctx.now}
    returning no`.execute(ctx.tx);
  return { no: rows[0]?.no ?? 0, digest: digestOf(words, salt) };
}

/** The first words of an order made in this transaction. */
export async function addFirstText(ctx: Context, orderId: string, words: Words): Promise<TextMark> {
  const salt = newSalt();
  await tablesOf<'orders'>(ctx.tx)
    .insertInto('orders.text')
    .values({
      city_id: ctx.cityId,
      order_id: orderId,
      no: 1,
      kind: words.kind,
      title: words.title ?? '',
      content: words.content,
      demand: words.demand ?? '',
      address: words.address ?? '',
      subject_name: words.subjectName ?? '',
      fields: jsonb(words.fields ?? {}),
      salt,
      by_account: ctx.actor.accountId,
      by_unit: ctx.actor.unitCode,
      at: ctx.now,
    })
    .execute();
  return { no: 1, digest: digestOf(words, salt) };
}

const newSalt = (): Buffer => randomBytes(16);

/** SHA-256 over salt, kind and words, hexadecimal: proves later that the words are the ones an event named. */
export function digestOf(words: Words, salt: Buffer): string {
  const { kind, title = '', content, demand = '', address = '', subjectName = '' } = words;
  const text = canonicalJson([
    kind,
    title,
    content,
    demand,
    address,
    subjectName,
    words.fields ?? {},
  ]);
  return createHash('sha256').update(salt).update(text).digest('hex');
}

export interface StoredText {
  no: number;
  kind: TextKind;
  title: string;
  content: string;
  demand: string;
  address: string;
  subject_name: string;
  fields: Json;
  by_account: string | null;
  by_unit: string | null;
  at: Date;
}

export async function textsOf(ctx: Context, orderId: string): Promise<StoredText[]> {
  const rows = await tablesOf<'orders'>(ctx.tx)
    .selectFrom('orders.text')
    .select([
      'no',
      'kind',
      'title',
      'content',
      'demand',
      'address',
      'subject_name',
      'fields',
      'by_account',
      'by_unit',
      'at',
    ])
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('no')
    .execute();
  return rows as StoredText[];
}

/** What units read: the corrected text when there is one, else the citizen's own. */
export const textForUnits = (texts: readonly StoredText[]): StoredText | null =>
  texts.findLast((text) => text.kind === 'for-units') ?? appealText(texts);

export const appealText = (texts: readonly StoredText[]): StoredText | null =>
  texts.findLast((text) => text.kind === 'appeal') ?? null;

/** Erases every word of these orders; numbers, digests and the chain stay. */
export async function eraseTexts(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await tablesOf<'orders'>(ctx.tx)
    .updateTable('orders.text')
    .set({
      title: '',
      content: '',
      demand: '',
      address: '',
      subject_name: '',
      fields: '{}',
      salt: null,
    })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
  await tablesOf<'orders'>(ctx.tx)
    .deleteFrom('orders.search')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
}
