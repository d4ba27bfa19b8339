import type { DirectorySource } from '@minsheng/contract/words/directory.ts';
import type { Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

/** 统一身份关联. */
export interface Linked {
  id: string;
  source: DirectorySource;
  login: string;
  subject: string | null;
  issuer: string;
  account_id: string;
  is_made: boolean;
  seen_at: Date | null;
  gone_at: Date | null;
}

const columns = [
  'id',
  'source',
  'login',
  'subject',
  'issuer',
  'account_id',
  'is_made',
  'seen_at',
  'gone_at',
] as const;

const table = (ctx: Context) =>
  tablesOf<'directory'>(ctx.tx)
    .selectFrom('directory.person')
    .select(columns)
    .where('city_id', '=', ctx.cityId);

/** As logins are compared: directories do not tell capitals apart. */
export const plainLogin = (login: string): string => login.trim().toLowerCase();

/**
 * Known by the id that never changes, as its issuer gave it; by the login only until it was met the first time. Who was met
 * before issuers were kept belongs to the first that names the id.
 */
export async function linkedAs(
  ctx: Context,
  source: DirectorySource,
  { subject, issuer, login }: { subject: string; issuer: string; login: string },
): Promise<Linked | null> {
  const from = table(ctx).where('source', '=', source);
  const row =
    (await from
      .where('subject', '=', subject)
      .where('issuer', 'in', [issuer, ''])
      .orderBy('issuer', 'desc')
      .executeTakeFirst()) ??
    (await from
      .where('subject', 'is', null)
      .where('login', '=', plainLogin(login))
      .executeTakeFirst());
  return (row as Linked | undefined) ?? null;
}

export async function linkedById(ctx: Context, id: string): Promise<Linked | null> {
  const row = await table(ctx).where('id', '=', id).executeTakeFirst();
  return (row as Linked | undefined) ?? null;
}

/** Everybody of one directory. */
export async function linkedOf(ctx: Context, source: DirectorySource): Promise<Linked[]> {
  return (await table(ctx).where('source', '=', source).orderBy('id').execute()) as Linked[];
}

/** By pages, in the order they were linked. */
export async function linkedAfter(
  ctx: Context,
  { after, limit }: { after: string | null; limit: number },
): Promise<Linked[]> {
  let rows = table(ctx).orderBy('id').limit(limit);
  if (after !== null) rows = rows.where('id', '>', after);
  return (await rows.execute()) as Linked[];
}

/** Is this account, or this login nobody has been met by, spoken for? */
export async function isSpokenFor(
  ctx: Context,
  { source, accountId, login }: { source: DirectorySource; accountId: string; login: string },
): Promise<boolean> {
  const row = await table(ctx)
    .where('source', '=', source)
    .where((where) =>
      where.or([where('account_id', '=', accountId), where('login', '=', plainLogin(login))]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertLinked(
  ctx: Context,
  row: Omit<Linked, 'id' | 'gone_at'>,
): Promise<void> {
  await tablesOf<'directory'>(ctx.tx)
    .insertInto('directory.person')
    .values({
      ...row,
      login: plainLogin(row.login),
      id: ctx.newId(),
      city_id: ctx.cityId,
      linked_at: ctx.now,
    })
    .execute();
}

export async function updateLinked(
  ctx: Context,
  id: string,
  set: Updateable<DB['directory.person']>,
): Promise<void> {
  await tablesOf<'directory'>(ctx.tx)
    .updateTable('directory.person')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export async function removeLinked(ctx: Context, id: string): Promise<void> {
  await tablesOf<'directory'>(ctx.tx)
    .deleteFrom('directory.person')
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
