import type { scorecard as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { announce, isNew, tell } from '../../../platform/events.ts';
import { handle, job, later } from '../../../platform/jobs.ts';
import { refuseUnless } from '../../../platform/refusal.ts';
import * as organisation from '../../organisation/index.ts';
import { amountsOf, tallied } from '../counting.ts';
import { factsAt } from '../facts-at.ts';
import { issueCountsOf } from '../issue-counting.ts';
import { measuredOf } from '../measured.ts';
import { monthSpan } from '../scorecard/month-span.ts';
import type { Span } from '../span.ts';
import { isKnownUntil } from './days-as-of.ts';
import { contentOf, definitionsVersion, digestOf, rowsOf } from './report-content.ts';
import { findReport, freeze, insertReport, type Report } from './reports.repo.ts';
import { gatheredPeopleOf, rulesOf, rulesToStore } from './stored-rules.ts';
import { sheetText } from './text.ts';

const makeReport = job('indicators:freeze', z.object({ reportId: z.uuid() }));

/** 固定报告: what is known of a month until now. The file is made by a job out of the events; later ones do not touch it. */
export async function freezeReport(
  ctx: Context,
  input: InputOf<typeof contract.freezeReport>,
): Promise<ReplyOf<typeof contract.freezeReport>> {
  const span = await monthSpan(ctx, input);
  refuseUnless(span.from <= ctx.now, 'scorecard.month-ahead');
  const [rules, cityVersion, scope] = await Promise.all([
    rulesToStore(ctx),
    organisation.cityVersion(ctx),
    scopeName(ctx, span),
  ]);
  const id = ctx.newId();
  await insertReport(ctx, {
    id,
    month: input.month,
    unit_code: span.unit?.code ?? null,
    unit_path: span.unit?.path ?? null,
    county: span.county,
    scope,
    cutoff_at: ctx.now,
    city_version: cityVersion,
    definitions: definitionsVersion,
    rules: JSON.stringify(rules),
    frozen_by: ctx.actor.accountId,
  });
  isNew(ctx, { kind: 'report', id });
  tell(ctx, { kind: 'report', id }, 'indicators.report-asked', {
    month: input.month,
    unit: span.unit?.code ?? null,
    county: span.county,
    cutoffAt: ctx.now.toISOString(),
    cityVersion,
    definitions: definitionsVersion,
  });
  makeLater(ctx, id);
  announce(ctx, 'indicators');
  return { id };
}

/** A transaction that began before the cutoff may end after it: it has ended by then. */
const settleSeconds = 5;

const makeLater = (ctx: Context, reportId: string): void =>
  later(
    ctx,
    makeReport,
    { reportId },
    {
      at: new Date(ctx.now.getTime() + settleSeconds * 1000),
      key: `${makeReport.name}:${reportId}`,
    },
  );

handle(makeReport, async (ctx, { reportId }) => {
  const report = await findReport(ctx, reportId);
  if (report.state === 'frozen') return;
  if (!(await isKnownUntil(ctx, report.cutoff_at))) {
    makeLater(ctx, reportId);
    return;
  }
  const { rows, content, digest } = await madeAgain(ctx, report);
  await freeze(ctx, reportId, { figures: rows, content, digest });
  tell(ctx, { kind: 'report', id: reportId }, 'indicators.report-frozen', { digest });
  announce(ctx, 'indicators');
});

/** 重新生成: out of the events until the cutoff and the rules of then. The same bytes, whenever it is asked. */
export async function madeAgain(ctx: Context, report: Report) {
  const span = await spanOfReport(ctx, report);
  const before = report.cutoff_at;
  const made = await factsAt(ctx, span, { cutoff: before, rules: rulesOf(report.rules) });
  const gatheredPeople = gatheredPeopleOf(report.rules);
  const rows = rowsOf(tallied(made), {
    amounts: measuredOf(amountsOf(made)),
    issues: issueCountsOf(made.issues, made, gatheredPeople),
  });
  const content = contentOf(
    {
      month: report.month,
      scope: report.scope,
      cutoff: organisation.cityHour(before, ctx.city.zone),
      cityVersion: report.city_version,
      definitions: report.definitions,
      gatheredPeople,
    },
    rows,
  );
  return { rows, content, digest: digestOf(content) };
}

/** The unit's place as it was then. */
export async function spanOfReport(ctx: Context, report: Report): Promise<Span> {
  const { unit: _, ...span } = await monthSpan(ctx, {
    month: report.month,
    ...(report.county && ctx.actor.scope === 'all' ? { county: report.county } : {}),
  });
  const { unit_code: code, unit_path: path, county } = report;
  return { ...span, county, unit: code !== null && path !== null ? { code, path } : null };
}

export async function scopeName(ctx: Context, { unit, county }: Span): Promise<string> {
  if (unit) return (await organisation.unit(ctx, unit.code)).name;
  if (!county) return sheetText.everybody;
  return (await organisation.areaNames(ctx, [county])).get(county) ?? county;
}
