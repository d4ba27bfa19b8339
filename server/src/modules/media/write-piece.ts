import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { insertBasis } from './basis.repo.ts';
import { changePiece, insertPiece, insertWording, lockPiece } from './pieces.repo.ts';
import { mayWork } from './policy.ts';
import { beginSignWait } from './sign-wait.ts';
import { pieceSubject } from './subjects.ts';
import { basisNamed } from './topics.ts';

/** 写稿: about something that may be public, named as what the piece rests on. */
export async function writePiece(
  ctx: Context,
  { kind, restsOn, ...words }: InputOf<typeof contract.writePiece>,
): Promise<ReplyOf<typeof contract.writePiece>> {
  demand(mayWork(ctx.actor));
  const rows = [];
  for (const one of restsOn) rows.push(await basisNamed(ctx, one));
  const pieceId = ctx.newId();
  await insertPiece(ctx, {
    id: pieceId,
    kind,
    state: 'draft',
    words_no: 1,
    to_sign: true,
    written_by: ctx.actor.accountId,
    written_at: ctx.now,
  });
  await insertBasis(ctx, pieceId, rows);
  await insertWording(ctx, { piece_id: pieceId, no: 1, ...columnsOf(words), reason: null });
  await beginSignWait(ctx, pieceId);
  isNew(ctx, pieceSubject(pieceId));
  const orders = rows.flatMap(({ orderId }) => orderId ?? []);
  tell(ctx, pieceSubject(pieceId), 'media.written', { kind, wordsNo: 1, orders });
  announce(ctx, 'media');
  return { pieceId };
}

/** 改写、更正: every signature belonged to the former words. Of a published piece anybody reads the former until all have signed. */
export async function rewritePiece(
  ctx: Context,
  { pieceId, reason, ...words }: InputOf<typeof contract.rewritePiece>,
): Promise<ReplyOf<typeof contract.rewritePiece>> {
  const piece = await lockPiece(ctx, pieceId);
  demand(mayWork(ctx.actor));
  refuseUnless(piece.state !== 'withdrawn', 'media.withdrawn');
  const isCorrection = piece.state === 'published';
  refuseUnless(!isCorrection || reason.length >= 4, 'media.reason-needed');
  const wordsNo = piece.words_no + 1;
  const why = isCorrection ? reason : null;
  await insertWording(ctx, { piece_id: pieceId, no: wordsNo, ...columnsOf(words), reason: why });
  await changePiece(ctx, pieceId, {
    words_no: wordsNo,
    to_sign: true,
    written_by: ctx.actor.accountId,
    written_at: ctx.now,
  });
  await beginSignWait(ctx, pieceId);
  tell(ctx, pieceSubject(pieceId), 'media.written', { kind: piece.kind, wordsNo, orders: [] });
  announce(ctx, 'media');
  return { wordsNo };
}

type Words = Omit<InputOf<typeof contract.rewritePiece>, 'pieceId' | 'reason'>;

const columnsOf = ({ title, words, clipUrl, showsPerson }: Words) => ({
  title,
  words,
  clip_url: clipUrl,
  shows_person: showsPerson,
});
