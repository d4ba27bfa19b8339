import type { city } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { dispositions } from './rules.ts';

/** 分类处理告知 in the order of their numbers: DG2 before DG10. */
export async function listDispositions(
  ctx: Context,
): Promise<ReplyOf<typeof city.listDispositions>> {
  const rows = (await dispositions(ctx)).toSorted((a, b) => numberOf(a.code) - numberOf(b.code));
  return {
    rows: rows.map(({ code, name, reason, channel, words, needsReview }) => ({
      code,
      name,
      reason,
      channel,
      words,
      needsReview,
    })),
  };
}

const numberOf = (code: string): number => Number(code.replace(/\D/g, ''));
