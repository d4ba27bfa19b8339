import type { indicators as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { rowsFor, visibleAmong } from '../orders/index.ts';
import { cellRows } from './cells.repo.ts';
import { spanOf } from './span.ts';

/** 打开数字: the orders behind it, the latest first. A secret one is counted and not shown to whom it does not concern. */
export async function openCell(
  ctx: Context,
  input: InputOf<typeof contract.openCell>,
): Promise<ReplyOf<typeof contract.openCell>> {
  const span = await spanOf(ctx, input);
  const read = await cellRows(ctx, span, {
    figure: input.figure,
    part: input.part,
    code: input.code ?? null,
    after: placeOf(input.cursor),
  });
  const { shown, next } = cutPage(read);
  // An order may stand in it with several duties.
  const ids = [...new Set(shown.map(({ id }) => id))];
  const visible = await visibleAmong(ctx, ids);
  return {
    rows: await rowsFor(
      ctx,
      ids.filter((id) => visible.has(id)),
    ),
    hidden: ids.length - visible.size,
    next,
    shownCap: pageRows,
  };
}
