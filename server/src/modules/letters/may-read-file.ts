import type { Context } from '../../platform/context.ts';
import type { StoredFile } from '../files/index.ts';
import { visibleOrNull } from './letters.repo.ts';
import { isOpenTo } from './read-letter.ts';
import { answersOf, receiptsOf } from './receipts.repo.ts';

/** A file of an answer is seen by whoever sees the answer: the centre, the unit and those above it. */
export async function mayReadLetterFile(ctx: Context, file: StoredFile): Promise<boolean> {
  if (file.holder_kind !== 'letter' || file.holder_id === null) return false;
  const letter = await visibleOrNull(ctx, file.holder_id);
  if (!letter) return false;
  const [receipts, answers] = await Promise.all([
    receiptsOf(ctx, [letter.id]),
    answersOf(ctx, letter.id),
  ]);
  const unit = answers.find(({ file_ids }) => file_ids.includes(file.id))?.unit_code;
  return receipts.some((receipt) => receipt.unit_code === unit && isOpenTo(ctx, receipt));
}
