import type { scorecard as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { announce } from '../../../platform/events.ts';
import { handle, job, later } from '../../../platform/jobs.ts';
import { refuseUnless } from '../../../platform/refusal.ts';
import { madeAgain } from './freeze-report.ts';
import { definitionsVersion } from './report-content.ts';
import { askCheck, findReport, keepCheck } from './reports.repo.ts';

const makeAgain = job('indicators:check', z.object({ reportId: z.uuid() }));

/**
 * 核对: made again, are they the same bytes? Only by the definitions it was made by can they be. It reads months of
 * orders, so a job does it and the report says what came of it; asked meanwhile, it is not begun twice.
 */
export async function checkReport(
  ctx: Context,
  { reportId }: InputOf<typeof contract.checkReport>,
): Promise<ReplyOf<typeof contract.checkReport>> {
  const report = await findReport(ctx, reportId);
  refuseUnless(report.state === 'frozen', 'scorecard.report-making');
  const definitions = { ofReport: report.definitions, today: definitionsVersion };
  if (definitions.ofReport !== definitions.today) return { isAsked: false, definitions };
  if (await askCheck(ctx, reportId)) {
    later(ctx, makeAgain, { reportId }, { at: ctx.now, key: `${makeAgain.name}:${reportId}` });
    announce(ctx, 'indicators');
  }
  return { isAsked: true, definitions };
}

handle(makeAgain, async (ctx, { reportId }) => {
  const report = await findReport(ctx, reportId);
  const { content, digest } = await madeAgain(ctx, report);
  await keepCheck(ctx, reportId, content === report.content && digest === report.digest);
  announce(ctx, 'indicators');
});
