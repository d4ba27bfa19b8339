import type { media as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { changePiece, lockPiece } from './pieces.repo.ts';
import { mayWithdraw } from './policy.ts';
import { demandNobody } from './scan-piece.ts';
import { endSignWait } from './sign-wait.ts';
import { pieceSubject } from './subjects.ts';

/** 撤回: off at once; that it was there, and why it is gone, stays public. */
export async function withdrawPiece(
  ctx: Context,
  { pieceId, reason }: InputOf<typeof contract.withdrawPiece>,
): Promise<{ done: true }> {
  const piece = await lockPiece(ctx, pieceId);
  demand(mayWithdraw(ctx.actor));
  refuseUnless(piece.state !== 'withdrawn', 'media.withdrawn');
  refuseUnless(piece.state === 'published', 'media.not-published');
  const said = { piece_id: pieceId, title: '', words: reason, clip_url: null, reason: null };
  await demandNobody(ctx, said, []);
  await changePiece(ctx, pieceId, {
    state: 'withdrawn',
    to_sign: false,
    withdrawn_by: ctx.actor.accountId,
    withdrawn_at: ctx.now,
    withdrawn_reason: reason,
  });
  await endSignWait(ctx, pieceId);
  tell(ctx, pieceSubject(pieceId), 'media.withdrawn', { wordsNo: piece.words_no });
  announce(ctx, 'media');
  return { done: true };
}
