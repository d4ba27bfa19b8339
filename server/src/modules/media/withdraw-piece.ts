import type { media as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { lockPiece } from './pieces.repo.ts';
import { mayWithdraw } from './policy.ts';
import { demandNobody } from './scan-piece.ts';
import { takeOff } from './take-off.ts';

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
  await takeOff(ctx, piece, reason);
  return { done: true };
}
