import type {
  PieceBox,
  PieceKind,
  PieceState,
  ReviewStep,
} from '@minsheng/contract/words/media.ts';
import { type Insertable, type Selectable, type SqlBool, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';

/** 稿件, with the closed words of its columns said. */
export type Piece = Omit<Selectable<DB['media.piece']>, 'state' | 'kind'> & {
  readonly state: PieceState;
  readonly kind: PieceKind;
};
export type Wording = Selectable<DB['media.wording']>;
export type Sign = Omit<Selectable<DB['media.sign']>, 'step'> & { readonly step: ReviewStep };

const pieces = (ctx: Context) =>
  tablesOf<'media'>(ctx.tx)
    .selectFrom('media.piece as p')
    .selectAll('p')
    .where('p.city_id', '=', ctx.cityId)
    .$castTo<Piece>();

export async function findPiece(ctx: Context, id: string): Promise<Piece> {
  const piece = await pieces(ctx).where('p.id', '=', id).executeTakeFirst();
  refuseUnless(piece, 'media.no-such-piece');
  return piece;
}

/** Of two who sign, rewrite or withdraw at once, the second sees what the first did. */
export async function lockPiece(ctx: Context, id: string): Promise<Piece> {
  const piece = await pieces(ctx).where('p.id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(piece, 'media.no-such-piece');
  return piece;
}

const inBox = (box: PieceBox) => {
  if (box === 'all') return sql<SqlBool>`true`;
  if (box === 'to-sign') return sql<SqlBool>`p.to_sign`;
  return sql<SqlBool>`p.state = ${box}`;
};

export const piecesIn = (
  ctx: Context,
  { box, before, most }: { box: PieceBox; before: string | null; most: number },
): Promise<Piece[]> => {
  let query = pieces(ctx).where(inBox(box)).orderBy('p.id', 'desc').limit(most);
  if (before !== null) query = query.where('p.id', '<', before);
  return query.execute();
};

export async function insertPiece(
  ctx: Context,
  row: Omit<Insertable<DB['media.piece']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .insertInto('media.piece')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

export async function changePiece(
  ctx: Context,
  id: string,
  set: Omit<Updateable<DB['media.piece']>, 'city_id' | 'id'>,
): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .updateTable('media.piece')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export async function insertWording(
  ctx: Context,
  row: Omit<Insertable<DB['media.wording']>, 'city_id' | 'written_by' | 'written_at'>,
): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .insertInto('media.wording')
    .values({
      ...row,
      city_id: ctx.cityId,
      written_by: ctx.actor.accountId,
      written_at: ctx.now,
    })
    .execute();
}

export async function markShown(ctx: Context, pieceId: string, no: number): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .updateTable('media.wording')
    .set({ shown_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('piece_id', '=', pieceId)
    .where('no', '=', no)
    .execute();
}

/** All wordings of these, the oldest first. */
export const wordingsOf = (ctx: Context, pieceIds: readonly string[]): Promise<Wording[]> =>
  pieceIds.length === 0
    ? Promise.resolve([])
    : tablesOf<'media'>(ctx.tx)
        .selectFrom('media.wording')
        .selectAll()
        .where('city_id', '=', ctx.cityId)
        .where('piece_id', 'in', [...pieceIds])
        .orderBy('piece_id')
        .orderBy('no')
        .execute();

export async function wordingOf(ctx: Context, pieceId: string, no: number): Promise<Wording> {
  const row = await tablesOf<'media'>(ctx.tx)
    .selectFrom('media.wording')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('piece_id', '=', pieceId)
    .where('no', '=', no)
    .executeTakeFirst();
  refuseUnless(row, 'media.no-such-piece');
  return row;
}

export const signsOf = (ctx: Context, pieceIds: readonly string[]): Promise<Sign[]> =>
  pieceIds.length === 0
    ? Promise.resolve([])
    : tablesOf<'media'>(ctx.tx)
        .selectFrom('media.sign')
        .selectAll()
        .where('city_id', '=', ctx.cityId)
        .where('piece_id', 'in', [...pieceIds])
        .orderBy('at')
        .orderBy('words_no')
        .$castTo<Sign>()
        .execute();

export async function insertSign(ctx: Context, row: Omit<Sign, 'city_id' | 'at'>): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .insertInto('media.sign')
    .values({ ...row, city_id: ctx.cityId, at: ctx.now })
    .execute();
}
