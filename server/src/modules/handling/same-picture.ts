import { evidencePurpose } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { digestsOf } from '../files/index.ts';

/**
 * 前后对比: a picture shows nothing mended when the very same bytes stand for before and for after. Refuses
 * `handling.same-picture`.
 */
export async function refuseSamePicture(
  ctx: Context,
  evidence: readonly { code: string; fileId: string }[],
): Promise<void> {
  const shown = (side: 'before' | 'after') =>
    evidence.filter(({ code }) => evidencePurpose(code) === side).map(({ fileId }) => fileId);
  const [before, after] = await Promise.all([
    digestsOf(ctx, shown('before')),
    digestsOf(ctx, shown('after')),
  ]);
  refuseUnless(
    [...before].every((digest) => !after.has(digest)),
    'handling.same-picture',
  );
}
