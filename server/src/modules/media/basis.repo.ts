import type { BasisKind } from '@minsheng/contract/words/media.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** 依据: what a piece rests on. */
export interface Basis {
  readonly kind: BasisKind;
  readonly ref: string;
  readonly label: string;
  readonly orderId: string | null;
}

export async function insertBasis(
  ctx: Context,
  pieceId: string,
  rows: readonly Basis[],
): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .insertInto('media.basis')
    .values(
      rows.map(({ kind, ref, label, orderId }, index) => ({
        ...{ city_id: ctx.cityId, piece_id: pieceId, no: index + 1 },
        ...{ kind, ref, label, order_id: orderId },
      })),
    )
    .execute();
}

export const basisOf = (
  ctx: Context,
  pieceIds: readonly string[],
): Promise<(Basis & { pieceId: string })[]> =>
  pieceIds.length === 0
    ? Promise.resolve([])
    : tablesOf<'media'>(ctx.tx)
        .selectFrom('media.basis')
        .select(['piece_id as pieceId', 'kind', 'ref', 'label', 'order_id as orderId'])
        .where('city_id', '=', ctx.cityId)
        .where('piece_id', 'in', [...pieceIds])
        .orderBy('piece_id')
        .orderBy('no')
        .$castTo<Basis & { pieceId: string }>()
        .execute();

export interface TipOfOrder {
  readonly orderId: string;
  readonly no: number;
  readonly mayAppear: boolean;
}

/** 来自哪条线索: of these orders, those that came as tips. */
export async function tipsOfOrders(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, TipOfOrder>> {
  if (orderIds.length === 0) return new Map();
  const { rows } = await sql<TipOfOrder>`
    select order_id as "orderId", no, may_appear as "mayAppear"
    from media.tip
    where city_id = ${ctx.cityId} and order_id = any (${[...orderIds]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.orderId, row]));
}

/** Held against whoever takes their agreement back at this moment: that person then finds the piece published, and off it goes. */
export async function holdTipsOf(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await sql`
    select from media.tip
    where city_id = ${ctx.cityId} and order_id = any (${[...orderIds]}::uuid[])
    order by id
    for share`.execute(ctx.tx);
}
