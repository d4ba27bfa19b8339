import type { PieceKind } from '@minsheng/contract/words/media.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Span } from './effect.repo.ts';

export interface EffectPiece {
  readonly id: string;
  readonly no: number;
  readonly kind: PieceKind;
  readonly title: string;
  readonly publishedAt: Date;
  readonly isWithdrawn: boolean;
}

/** 一段时间里发布的稿件, the latest first. */
export async function effectPieces(
  ctx: Context,
  { from, until }: Span,
  most: number,
): Promise<EffectPiece[]> {
  const { rows } = await sql<EffectPiece>`
    select p.id, p.no, p.kind, w.title, p.published_at as "publishedAt", p.state = 'withdrawn' as "isWithdrawn"
    from media.piece as p
    join media.wording as w on w.city_id = p.city_id and w.piece_id = p.id and w.no = p.shown_no
    where p.city_id = ${ctx.cityId} and p.published_at >= ${from} and p.published_at < ${until}
    order by p.published_at desc, p.id desc
    limit ${most}`.execute(ctx.tx);
  return rows;
}
