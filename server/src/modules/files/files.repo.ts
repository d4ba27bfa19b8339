import type { FilePurpose } from '@minsheng/contract/words/assignment.ts';
import { showsInPage } from '@minsheng/contract/words/assignment.ts';
import { type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export interface StoredFile extends Omit<Selectable<DB['files.file']>, 'purpose'> {
  purpose: FilePurpose;
}

export async function insert(ctx: Context, file: Omit<StoredFile, 'city_id'>): Promise<void> {
  await tablesOf<'files'>(ctx.tx)
    .insertInto('files.file')
    .values({ ...file, city_id: ctx.cityId })
    .execute();
}

export async function byIds(ctx: Context, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const rows = await tablesOf<'files'>(ctx.tx)
    .selectFrom('files.file')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...ids])
    .execute();
  return rows as StoredFile[];
}

/** What the files hold, whatever they are called: one content has one digest. */
export async function digestsOf(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const files = await byIds(ctx, ids);
  return new Set(files.map(({ sha256 }) => sha256.toString('hex')));
}

export interface Attachment {
  orderId: string;
  assignmentId: string | null;
  purpose: FilePurpose;
}

export async function tie(ctx: Context, ids: readonly string[], to: Attachment): Promise<void> {
  if (ids.length === 0) return;
  await tablesOf<'files'>(ctx.tx)
    .updateTable('files.file')
    .set({
      order_id: to.orderId,
      assignment_id: to.assignmentId,
      purpose: to.purpose,
      key_index: null,
    })
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...ids])
    .execute();
}

/** What else than an order may hold a file. */
export interface Holder {
  kind: 'letter' | 'task' | 'visit' | 'site' | 'clue';
  id: string;
}

export async function tieTo(ctx: Context, ids: readonly string[], to: Holder): Promise<void> {
  if (ids.length === 0) return;
  await tablesOf<'files'>(ctx.tx)
    .updateTable('files.file')
    .set({ holder_kind: to.kind, holder_id: to.id, key_index: null })
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...ids])
    .execute();
}

/** Its name goes along with every download. */
export async function forgetFacts(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tablesOf<'files'>(ctx.tx)
    .updateTable('files.file')
    .set({ name: 'photo', taken_at: null, lng: null, lat: null })
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...ids])
    .execute();
}

/** 附件 of a letter, a task or a visit, oldest first. */
export const filesHeldBy = (ctx: Context, holderId: string): Promise<StoredFile[]> =>
  filesHeldByAny(ctx, [holderId]);

export async function filesHeldByAny(
  ctx: Context,
  holderIds: readonly string[],
): Promise<StoredFile[]> {
  if (holderIds.length === 0) return [];
  const rows = await tablesOf<'files'>(ctx.tx)
    .selectFrom('files.file')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('holder_id', 'in', [...holderIds])
    .orderBy('id')
    .execute();
  return rows as StoredFile[];
}

/** Who keeps a content and who removes it take turns, so that nothing in use is ever removed. */
export async function lockContent(ctx: Context, digest: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${digest}, 0))`.execute(ctx.tx);
}

export async function isContentUsed(ctx: Context, digest: string): Promise<boolean> {
  const row = await tablesOf<'files'>(ctx.tx)
    .selectFrom('files.file')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('sha256', '=', Buffer.from(digest, 'hex'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function remove(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tablesOf<'files'>(ctx.tx)
    .deleteFrom('files.file')
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...ids])
    .execute();
}

/** 附件 of an order, oldest first. An upload made before its order carries an older id, so all months are asked by index. */
export async function filesOf(ctx: Context, orderId: string): Promise<StoredFile[]> {
  const rows = await tablesOf<'files'>(ctx.tx)
    .selectFrom('files.file')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute();
  return rows as StoredFile[];
}

/** Of many at once, in no order. */
export async function filesOfOrders(
  ctx: Context,
  orderIds: readonly string[],
): Promise<StoredFile[]> {
  const rows = await tablesOf<'files'>(ctx.tx)
    .selectFrom('files.file')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
  return rows as StoredFile[];
}

/** First photo of a duty: what the other side sees of the scene (C1). */
export async function firstPhotoOf(
  ctx: Context,
  orderId: string,
  assignmentId: string,
): Promise<StoredFile | null> {
  const files = await filesOf(ctx, orderId);
  return (
    files.find((file) => file.assignment_id === assignmentId && showsInPage(file.mime)) ?? null
  );
}
