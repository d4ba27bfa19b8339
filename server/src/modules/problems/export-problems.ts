import { problems as contract } from '@minsheng/contract';
import { problemStateLabel } from '@minsheng/contract/words/problems.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { attached } from '../../platform/export-route.ts';
import { type App, mountRaw } from '../../platform/http.ts';
import { readPart } from '../../platform/input.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { type Cell, csvBytes, type Sheet, sheetBytes, sheetType } from '../../platform/sheet.ts';
import { aboutExport } from '../identity/index.ts';
import { mostKept } from './keep-run.ts';
import { ofRun } from './problems.repo.ts';
import { heldRun } from './read-runs.ts';
import { problemFileText as text } from './text.ts';
import { problemViews } from './views.ts';

const params = z.object({ runId: z.uuid() });

/** 导出: the problems of a run, without a single appeal; the purpose is kept with the audit line. */
export function exportProblemsRoute(app: App): void {
  mountRaw(
    app,
    {
      method: 'POST',
      path: '/problems/runs/:runId/export',
      may: 'problems.read',
      audit: 'problems exported',
      summary: 'The problems of a run as xlsx or csv; asks for a purpose',
    },
    async ({ request, reply, transact }) => {
      const { purpose, as } = readPart(contract.exportProblemsBody, request.body);
      const run = params.safeParse(request.params);
      refuseUnless(run.success, 'problems.no-such-run');
      const sheet = await transact((ctx) => problemSheet(ctx, { ...run.data, purpose }));
      return reply
        .headers(
          attached(`${text.fileName}.${as}`, as === 'csv' ? 'text/csv; charset=utf-8' : sheetType),
        )
        .send(as === 'csv' ? plainTable(sheet) : await sheetBytes(sheet));
    },
  );
}

export async function problemSheet(
  ctx: Context,
  { runId, purpose }: { runId: string; purpose: string },
): Promise<Sheet> {
  refuseUnless(ctx.actor.has('orders.export'), 'identity.not-permitted');
  const run = await heldRun(ctx, runId);
  const found = await ofRun(ctx, runId, { state: undefined, most: mostKept });
  const views = await problemViews(ctx, found);
  Object.assign(ctx.unitOfWork.facts, { runId, purpose, rows: views.length });
  const rows = text.rows(views.length, `${run.from_on} – ${run.to_on}`);
  return {
    name: text.sheetName,
    columns: text.columns,
    rows: views.map(cellsOf),
    about: {
      name: text.aboutName,
      lines: [...(await aboutExport(ctx, { purpose, rows })), text.formula],
    },
  };
}

/** A plain table has no second sheet: whose export it is stands below its rows. */
export function plainTable({ columns, rows, about }: Sheet): Buffer {
  const below = about.lines.map((line): Cell[] => [line]);
  return csvBytes({ columns, rows: [...rows, [], ...below] });
}

type View = Awaited<ReturnType<typeof problemViews>>[number];

const cellsOf = (view: View): Cell[] => [
  view.rank,
  view.name,
  problemStateLabel[view.state],
  view.people,
  view.messages,
  view.peopleBefore,
  view.urgent,
  view.again,
  view.dissatisfied,
  view.rated,
  view.vulnerable,
  round(view.growthFactor),
  round(view.harmFactor),
  round(view.weight),
  sharedIn(view.names),
  sharedIn(view.words),
  view.matter?.name ?? '',
  view.area?.name ?? '',
];

const round = (value: number): number => Math.round(value * 100) / 100;

const sharedIn = (terms: View['names']): string =>
  terms.map(({ term, share }) => text.shared(term, share)).join('、');
