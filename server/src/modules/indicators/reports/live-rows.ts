import type { Context } from '../../../platform/context.ts';
import { alikeIn, amountsIn } from '../figures.repo.ts';
import { measuredOf } from '../measured.ts';
import type { Span } from '../span.ts';
import { tallyOf } from '../tally.ts';
import { type ReportRow, rowsOf } from './report-content.ts';

/** The same rows as they are counted now. */
export async function liveRows(ctx: Context, span: Span): Promise<ReportRow[]> {
  const [alike, amounts] = await Promise.all([alikeIn(ctx, span), amountsIn(ctx, span)]);
  return rowsOf(tallyOf(alike), measuredOf(amounts));
}
