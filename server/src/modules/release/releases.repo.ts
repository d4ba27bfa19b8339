import type { ReleaseState } from '@minsheng/contract/words/release.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface ReleaseRow {
  readonly id: string;
  readonly state: ReleaseState;
  readonly purpose: string;
  readonly recipient: string;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly order_ids: string[];
  readonly expires_at: Date | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_why: string | null;
}

export async function insert(
  ctx: Context,
  release: Pick<ReleaseRow, 'id' | 'purpose' | 'recipient' | 'asked_by' | 'order_ids'>,
): Promise<void> {
  await tablesOf<'release'>(ctx.tx)
    .insertInto('release.release')
    .values({ city_id: ctx.cityId, ...release, asked_at: ctx.now })
    .execute();
}

const releases = (ctx: Context) =>
  tablesOf<'release'>(ctx.tx)
    .selectFrom('release.release')
    .select([
      'id',
      'state',
      'purpose',
      'recipient',
      'asked_by',
      'asked_at',
      'order_ids',
      'expires_at',
      'withdrawn_by',
      'withdrawn_at',
      'withdrawn_why',
    ])
    .where('city_id', '=', ctx.cityId);

export async function latest(ctx: Context, most: number): Promise<ReleaseRow[]> {
  const rows = await releases(ctx).orderBy('id', 'desc').limit(most).execute();
  return rows as ReleaseRow[];
}

export async function find(ctx: Context, id: string): Promise<ReleaseRow | null> {
  const row = await releases(ctx).where('id', '=', id).executeTakeFirst();
  return (row as ReleaseRow | undefined) ?? null;
}

/** Against a second checker: the last text of all is known to be the last. */
export async function lock(ctx: Context, id: string): Promise<ReleaseRow | null> {
  const row = await releases(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return (row as ReleaseRow | undefined) ?? null;
}

export async function move(
  ctx: Context,
  id: string,
  to: Pick<ReleaseRow, 'state' | 'expires_at'>,
): Promise<void> {
  await tablesOf<'release'>(ctx.tx)
    .updateTable('release.release')
    .set(to)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** 撤回. */
export async function withdraw(ctx: Context, id: string, why: string): Promise<void> {
  await tablesOf<'release'>(ctx.tx)
    .updateTable('release.release')
    .set({
      state: 'withdrawn',
      expires_at: null,
      withdrawn_by: ctx.actor.accountId,
      withdrawn_at: ctx.now,
      withdrawn_why: why,
    })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
