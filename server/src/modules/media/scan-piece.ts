import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { type Found, leftOf, scanTexts } from '../redaction/index.ts';
import { basisOf } from './basis.repo.ts';
import type { Sign, Wording } from './pieces.repo.ts';

type Words = Pick<Wording, 'piece_id' | 'title' | 'words' | 'clip_url' | 'reason'>;

/** 自动扫描 of all that would be public, for the requesters of the orders it rests on too. */
export async function scanPiece(ctx: Context, wording: Words): Promise<Found[]> {
  const basis = await basisOf(ctx, [wording.piece_id]);
  const texts = [wording.title, wording.words, wording.clip_url ?? '', wording.reason ?? ''];
  return scanTexts(ctx, { texts, orderIds: basis.flatMap(({ orderId }) => orderId ?? []) });
}

/** What whoever signed this wording before said is nobody. */
export const nobodyIn = (signs: readonly Sign[]): string[] => signs.flatMap(({ nobody }) => nobody);

/** Refuses `media.scan-finds`. */
export async function demandNobody(
  ctx: Context,
  wording: Words,
  nobody: readonly string[],
): Promise<void> {
  const { length: count } = leftOf(await scanPiece(ctx, wording), nobody);
  refuseUnless(count === 0, 'media.scan-finds', { count });
}
