import { type indicators as contract, indicatorTable } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { figureKeys, indicatorIds } from '@minsheng/contract/words/indicators.ts';
import type { Context } from '../../platform/context.ts';

/** 指标口径: the table as pages and people read it. */
export async function listIndicators(
  _ctx: Context,
): Promise<ReplyOf<typeof contract.listIndicators>> {
  return {
    rows: indicatorIds.map((id) => {
      const { figures, leftOut, ...words } = indicatorTable[id];
      return {
        id,
        ...words,
        leftOut: [...leftOut],
        figures: figureKeys.flatMap((key) => {
          const figure = figures[key];
          return figure ? [{ key, ...figure }] : [];
        }),
      };
    }),
  };
}
