import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, Refusal, refuseUnless } from '../../platform/refusal.ts';
import { basisOf, holdTipsOf, tipsOfOrders } from './basis.repo.ts';
import { nextNo } from './numbers.repo.ts';
import { isAccepted, resultsOf } from './order-results.repo.ts';
import {
  changePiece,
  insertSign,
  lockPiece,
  markShown,
  type Piece,
  signsOf,
  type Wording,
  wordingOf,
} from './pieces.repo.ts';
import { maySign } from './policy.ts';
import { demandNobody, nobodyIn } from './scan-piece.ts';
import { beginSignWait, endSignWait } from './sign-wait.ts';
import { pieceSubject } from './subjects.ts';

type Asked = InputOf<typeof contract.signPiece>;

/** 三审签字: of this very wording, scanned anew each time. The last one publishes. */
export async function signPiece(
  ctx: Context,
  asked: Asked,
): Promise<ReplyOf<typeof contract.signPiece>> {
  const { pieceId, wordsNo, step, agreed } = asked;
  const piece = await lockPiece(ctx, pieceId);
  refuseUnless(piece.state !== 'withdrawn', 'media.withdrawn');
  refuseUnless(piece.words_no === wordsNo, 'media.settled');
  const wording = await wordingOf(ctx, pieceId, wordsNo);
  const signs = (await signsOf(ctx, [pieceId])).filter((one) => one.words_no === wordsNo);
  demand(maySign(ctx.actor, { writtenBy: wording.written_by, signs }, step));
  const nobody = [...nobodyIn(signs), ...asked.nobody];
  if (agreed) await demandNobody(ctx, wording, nobody);
  const isLast = agreed && step === 'release';
  if (isLast) await demandPublishable(ctx, wording);

  await keepSign(ctx, asked);
  if (isLast) await publish(ctx, piece, wording);
  else if (agreed) await beginSignWait(ctx, pieceId);
  if (isLast || !agreed) {
    await changePiece(ctx, pieceId, { to_sign: false });
    await endSignWait(ctx, pieceId);
  }
  announce(ctx, 'media');
  return { isPublished: isLast };
}

async function keepSign(ctx: Context, { pieceId, wordsNo, step, agreed, words, nobody }: Asked) {
  await insertSign(ctx, {
    piece_id: pieceId,
    words_no: wordsNo,
    ...{ step, agreed, words, nobody: agreed ? nobody : [] },
    by_id: ctx.actor.accountId ?? '',
  });
  tell(ctx, pieceSubject(pieceId), 'media.signed', { wordsNo, step, agreed });
}

/** 先受理后发布 (H4-2), 保密的不写, 出镜要本人同意. */
async function demandPublishable(ctx: Context, wording: Wording): Promise<void> {
  const basis = await basisOf(ctx, [wording.piece_id]);
  const ids = basis.flatMap(({ orderId }) => orderId ?? []);
  const results = await resultsOf(ctx, ids);
  for (const result of results.values()) {
    refuseUnless(result.secrecy === 0, 'media.secret-order');
    if (!isAccepted(result)) throw new Refusal('media.not-accepted', { orderNo: result.orderNo });
  }
  if (!wording.shows_person) return;
  await holdTipsOf(ctx, ids);
  const tips = await tipsOfOrders(ctx, ids);
  refuseUnless(tips.size > 0, 'media.order-needed');
  for (const { no, mayAppear } of tips.values())
    refuseUnless(mayAppear, 'media.no-consent', { no });
}

async function publish(ctx: Context, piece: Piece, { no: wordsNo }: Wording): Promise<void> {
  await markShown(ctx, piece.id, wordsNo);
  const isFirst = piece.published_at === null;
  await changePiece(ctx, piece.id, {
    shown_no: wordsNo,
    ...(isFirst && {
      state: 'published',
      no: await nextNo(ctx, 'piece'),
      published_at: ctx.now,
    }),
  });
  tell(ctx, pieceSubject(piece.id), isFirst ? 'media.published' : 'media.corrected', { wordsNo });
}
