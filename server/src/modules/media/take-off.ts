import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { changePiece, lockPiece, type Piece } from './pieces.repo.ts';
import { endSignWait } from './sign-wait.ts';
import { pieceSubject } from './subjects.ts';

/** 撤下 a published piece at once; what waits for signatures of it waits no more. The caller holds it. */
export async function takeOff(ctx: Context, piece: Piece, reason: string): Promise<void> {
  await changePiece(ctx, piece.id, {
    state: 'withdrawn',
    to_sign: false,
    withdrawn_by: ctx.actor.accountId,
    withdrawn_at: ctx.now,
    withdrawn_reason: reason,
  });
  await endSignWait(ctx, piece.id);
  tell(ctx, pieceSubject(piece.id), 'media.withdrawn', { wordsNo: piece.words_no });
  announce(ctx, 'media');
}

/** 收回同意 (个保法第十五条): published pieces whose clip shows somebody, resting on this order, are taken off. */
export async function takeOffShowing(ctx: Context, orderId: string, reason: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.id
    from media.basis as b
    join media.piece as p on p.city_id = b.city_id and p.id = b.piece_id and p.state = 'published'
    join media.wording as w on w.city_id = p.city_id and w.piece_id = p.id and w.no = p.shown_no
    where b.city_id = ${ctx.cityId} and b.order_id = ${orderId} and w.shows_person
    order by p.id`.execute(ctx.tx);
  for (const { id } of rows) {
    const piece = await lockPiece(ctx, id);
    if (piece.state === 'published') await takeOff(ctx, piece, reason);
  }
}
