import { isDeepStrictEqual } from 'node:util';
import type { scorecard as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { figureKeys } from '@minsheng/contract/words/indicators.ts';
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { refuseUnless } from '../../../platform/refusal.ts';
import { accountNames } from '../../identity/index.ts';
import { spanOfReport } from './freeze-report.ts';
import { liveRows } from './live-rows.ts';
import { findReport, latestReports, type Report, shownReports } from './reports.repo.ts';

type Brief = ReplyOf<typeof contract.listReports>['rows'][number];

const fraction = z.object({ numerator: z.number(), denominator: z.number() });
const storedRows = z.array(
  z.object({
    key: z.enum(figureKeys),
    adjusted: fraction,
    raw: fraction,
    amounts: z.object({ median: z.number(), p90: z.number() }).nullable(),
  }),
);

/** 固定报告, the latest first. */
export async function listReports(ctx: Context): Promise<ReplyOf<typeof contract.listReports>> {
  const reports = await latestReports(ctx);
  return { rows: await briefs(ctx, reports), shownCap: shownReports };
}

/** A report as it was frozen; beside each figure what the same month says now, where that is another. */
export async function readReport(
  ctx: Context,
  { reportId }: InputOf<typeof contract.readReport>,
): Promise<ReplyOf<typeof contract.readReport>> {
  const report = await findReport(ctx, reportId);
  refuseUnless(report.state === 'frozen', 'scorecard.report-making');
  const [brief] = await briefs(ctx, [report]);
  refuseUnless(brief, 'scorecard.no-such-report');
  const live = await liveRows(ctx, await spanOfReport(ctx, report));
  const rows = storedRows.parse(report.figures).map((row) => {
    const now = live.find(({ key }) => key === row.key);
    return {
      ...row,
      now: now && !isDeepStrictEqual(shownOf(now), shownOf(row)) ? shownOf(now) : null,
    };
  });
  return { ...brief, check: checkOf(report), rows };
}

const checkOf = ({ check_asked_at: askedAt, check_is_same: isSame }: Report) =>
  askedAt && { askedAt: askedAt.toISOString(), isSame };

type Shown = Omit<z.output<typeof storedRows>[number], 'key'>;
const shownOf = ({ adjusted, raw, amounts }: Shown): Shown => ({ adjusted, raw, amounts });

async function briefs(ctx: Context, reports: readonly Report[]): Promise<Brief[]> {
  const people = reports.flatMap(({ frozen_by }) => frozen_by ?? []);
  const names = await accountNames(ctx, people);
  return reports.map((report) => ({
    id: report.id,
    month: report.month,
    scope: report.scope,
    no: report.no,
    state: report.state,
    cutoffAt: report.cutoff_at.toISOString(),
    by: names.get(report.frozen_by ?? '') ?? '',
    cityVersion: report.city_version,
    definitions: report.definitions,
    digest: report.digest,
  }));
}
