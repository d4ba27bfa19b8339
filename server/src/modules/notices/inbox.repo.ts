import type { Insertable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { type DB, tablesOf } from '../../platform/db.ts';

type NewPosting = Omit<Insertable<DB['notices.posting']>, 'city_id' | 'made_at' | 'posted_at'>;

export async function insertPosting(ctx: Context, posting: NewPosting): Promise<void> {
  await tablesOf<'notices'>(ctx.tx)
    .insertInto('notices.posting')
    .values({ ...posting, city_id: ctx.cityId, made_at: ctx.now })
    .execute();
}

/** Against the same job, run a second time beside the first. */
export async function lockPosting(ctx: Context, id: string) {
  const row = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.posting')
    .select(['unit_code', 'readers', 'account_id', 'posted_at'])
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function putInto(
  ctx: Context,
  id: string,
  accounts: readonly string[],
): Promise<void> {
  if (accounts.length > 0)
    await tablesOf<'notices'>(ctx.tx)
      .insertInto('notices.inbox')
      .values(accounts.map((account_id) => ({ city_id: ctx.cityId, id, account_id })))
      .execute();
  await tablesOf<'notices'>(ctx.tx)
    .updateTable('notices.posting')
    .set({ posted_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

interface Page {
  readonly onlyUnread: boolean;
  readonly before: string | null;
  readonly limit: number;
}

/** One person's own, newest first. */
export async function inboxOf(ctx: Context, accountId: string, page: Page) {
  const { onlyUnread, before, limit } = page;
  let query = tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.inbox as i')
    .innerJoin('notices.posting as p', (join) =>
      join.onRef('p.city_id', '=', 'i.city_id').onRef('p.id', '=', 'i.id'),
    )
    .select([
      'i.id',
      'i.read_at',
      'p.template',
      'p.order_id',
      'p.text_enc',
      'p.urgent',
      'p.made_at',
    ])
    .where('i.city_id', '=', ctx.cityId)
    .where('i.account_id', '=', accountId)
    .orderBy('i.id', 'desc')
    .limit(limit);
  if (onlyUnread) query = query.where('i.read_at', 'is', null);
  if (before) query = query.where('i.id', '<', before);
  return query.execute();
}

/** Counted no further than `most`. */
export async function unreadOf(ctx: Context, accountId: string, most: number): Promise<number> {
  const rows = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.inbox')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .limit(most)
    .execute();
  return rows.length;
}

export async function markRead(
  ctx: Context,
  accountId: string,
  which: { readonly id: string } | { readonly upTo: string },
): Promise<void> {
  let query = tablesOf<'notices'>(ctx.tx)
    .updateTable('notices.inbox')
    .set({ read_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null);
  query = 'id' in which ? query.where('id', '=', which.id) : query.where('id', '<=', which.upTo);
  await query.execute();
}

/** As if everybody had read what is older: the demo's people worked through their weeks. */
export async function readBefore(ctx: Context, before: Date): Promise<void> {
  await tablesOf<'notices'>(ctx.tx)
    .updateTable('notices.inbox as i')
    .from('notices.posting as p')
    .set((eb) => ({ read_at: eb.ref('p.made_at') }))
    .whereRef('p.city_id', '=', 'i.city_id')
    .whereRef('p.id', '=', 'i.id')
    .where('i.city_id', '=', ctx.cityId)
    .where('i.read_at', 'is', null)
    .where('p.made_at', '<', before)
    .execute();
}

/** 站内消息 of everybody, newest first. */
export async function postings(
  ctx: Context,
  { order, before, limit }: { order: string | null; before: string | null; limit: number },
) {
  let query = tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.posting')
    .select(['id', 'template', 'order_id', 'unit_code', 'text_enc', 'made_at', 'posted_at'])
    .where('city_id', '=', ctx.cityId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (order) query = query.where('order_id', '=', order);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}
