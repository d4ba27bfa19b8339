import { scorecard as contract } from '@minsheng/contract';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { type App, mountRaw } from '../../../platform/http.ts';
import { badInput, refuseUnless } from '../../../platform/refusal.ts';
import { sheetBytes, sheetType } from '../../../platform/sheet.ts';
import { cityHour, cityVersion } from '../../organisation/index.ts';
import { cityRules } from '../city-rules.ts';
import { monthSpan } from '../scorecard/month-span.ts';
import { scopeName } from './freeze-report.ts';
import { liveRows } from './live-rows.ts';
import { definitionsVersion, linesOf } from './report-content.ts';
import { findReport } from './reports.repo.ts';
import { sheetText } from './text.ts';

const params = z.object({ reportId: z.uuid() });
const may = 'indicators.read';

/** 报告文件 byte for byte as it was frozen; and the page as it is now as a workbook. */
export function sheetRoutes(app: App): void {
  const path = '/scorecard/reports/:reportId/file';
  const summary = 'The file of a frozen report, byte for byte';
  mountRaw(
    app,
    { method: 'GET', path, may, audit: 'report file taken', summary },
    async ({ request, reply, transact }) => {
      const which = params.safeParse(request.params);
      refuseUnless(which.success, 'scorecard.no-such-report');
      const report = await transact((ctx) => findReport(ctx, which.data.reportId));
      refuseUnless(report.content, 'scorecard.report-making');
      const name = `${sheetText.fileName(report.month, report.scope)}.csv`;
      return send(reply, { type: 'text/csv; charset=utf-8', name, bytes: report.content });
    },
  );
  mountRaw(
    app,
    {
      method: 'GET',
      path: '/scorecard/sheet',
      may,
      audit: 'scorecard exported',
      summary: 'The figures of a month as they are now, as xlsx',
    },
    async ({ request, reply, transact }) => {
      const asked = contract.sheetQuery.safeParse(request.query);
      if (!asked.success) throw badInput(...asked.error.issues.map(({ path }) => path));
      const { sheet, scope } = await transact((ctx) => liveSheet(ctx, asked.data));
      const name = `${sheetText.fileName(asked.data.month, scope)}.xlsx`;
      return send(reply, { type: sheetType, name, bytes: await sheetBytes(sheet) });
    },
  );
}

async function liveSheet(ctx: Context, asked: z.output<typeof contract.sheetQuery>) {
  const span = await monthSpan(ctx, asked);
  const [rows, version, scope, { gatheredPeople }] = await Promise.all([
    liveRows(ctx, span),
    cityVersion(ctx),
    scopeName(ctx, span),
    cityRules(ctx),
  ]);
  const lines = sheetText.about({
    month: asked.month,
    scope,
    cutoff: cityHour(ctx.now, ctx.city.zone),
    cityVersion: version,
    definitions: definitionsVersion,
    gatheredPeople,
  });
  const sheet = {
    name: sheetText.sheetName,
    columns: sheetText.heads.map((heading, no) => ({ heading, width: widths[no] ?? 10 })),
    rows: linesOf(rows),
    about: { name: sheetText.aboutName, lines },
  };
  return { sheet, scope };
}

/** In characters; the rest holds a number. */
const widths: readonly number[] = [16, 20, 10, 8, 8, 10, 11, 11, 11, 18, 8, 8, 9, 9, 13, 40, 40];

interface Sent {
  readonly type: string;
  readonly name: string;
  readonly bytes: Buffer | string;
}

const send = (reply: FastifyReply, { type, name, bytes }: Sent) =>
  reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .send(bytes);
