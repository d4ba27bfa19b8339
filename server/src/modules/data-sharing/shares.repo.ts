import type { ShareDirection, ShareSide } from '@minsheng/contract/words/sharing.ts';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

type Row = Selectable<DB['data_sharing.subscription']>;

/** 数据共享订阅, with the closed words of its columns said. */
export interface Share extends Omit<Row, 'direction' | 'asked_by_side' | 'ended_as'> {
  direction: ShareDirection;
  asked_by_side: ShareSide;
  ended_as: 'refused' | 'revoked' | null;
}

const shares = (ctx: Context) =>
  tablesOf<'data_sharing'>(ctx.tx)
    .selectFrom('data_sharing.subscription')
    .selectAll()
    .where('city_id', '=', ctx.cityId);

export async function insertShare(
  ctx: Context,
  row: Insertable<DB['data_sharing.subscription']>,
): Promise<void> {
  await tablesOf<'data_sharing'>(ctx.tx)
    .insertInto('data_sharing.subscription')
    .values(row)
    .execute();
}

export async function findShare(ctx: Context, id: string): Promise<Share | null> {
  const row = await shares(ctx).where('id', '=', id).executeTakeFirst();
  return (row as Share | undefined) ?? null;
}

/** By what both sides call it. Held, against a decision while a batch is made. */
export async function holdShareOf(ctx: Context, peer: string, ref: string): Promise<Share | null> {
  const row = await shares(ctx)
    .where('peer', '=', peer)
    .where('ref', '=', ref)
    .forUpdate()
    .executeTakeFirst();
  return (row as Share | undefined) ?? null;
}

/** Against two who decide at once, and against a decision while a batch is made. */
export async function holdShare(ctx: Context, id: string): Promise<Share | null> {
  const row = await shares(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return (row as Share | undefined) ?? null;
}

interface Wanted {
  readonly q: string;
  readonly before: string | null;
  readonly most: number;
}

export async function latestShares(ctx: Context, { q, before, most }: Wanted): Promise<Share[]> {
  const like = `%${q.replaceAll(/[%_\\]/g, '\\$&')}%`;
  const rows = await shares(ctx)
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .$if(q !== '', (query) =>
      query.where((eb) => eb.or([eb('purpose', 'like', like), eb('peer', 'like', like)])),
    )
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows as Share[];
}

export async function changeShare(
  ctx: Context,
  id: string,
  set: Omit<Updateable<DB['data_sharing.subscription']>, 'city_id' | 'id'>,
): Promise<void> {
  await tablesOf<'data_sharing'>(ctx.tx)
    .updateTable('data_sharing.subscription')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
