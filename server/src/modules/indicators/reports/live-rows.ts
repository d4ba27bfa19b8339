import type { Context } from '../../../platform/context.ts';
import { issueCountsIn } from '../issue-figures.ts';
import { measuredOf } from '../measured.ts';
import type { Span } from '../span.ts';
import { amountsIn, sumsIn } from '../sums.repo.ts';
import { tallyOfSums } from '../tally.ts';
import { type ReportRow, rowsOf } from './report-content.ts';

/** The same rows as they are counted now. */
export async function liveRows(ctx: Context, span: Span): Promise<ReportRow[]> {
  const [sums, amounts, issues] = await Promise.all([
    sumsIn(ctx, span, { by: [], figures: null }),
    amountsIn(ctx, span),
    issueCountsIn(ctx, span),
  ]);
  return rowsOf(tallyOfSums(sums), { amounts: measuredOf(amounts), issues });
}
