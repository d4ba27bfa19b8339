import { visits as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import {
  visitOutcomeLabel,
  visitPurposeLabel,
  visitStateLabel,
} from '@minsheng/contract/words/visits.ts';
import type { Context } from '../../platform/context.ts';
import { type App, mountRaw } from '../../platform/http.ts';
import { badInput, refuseUnless } from '../../platform/refusal.ts';
import { type Cell, type Sheet, sheetBytes, sheetType } from '../../platform/sheet.ts';
import { accountName } from '../identity/index.ts';
import { cityHour } from '../organisation/index.ts';
import { type VisitRow, visitRowsOf, visitsFor } from './list-visits.ts';
import { visitText as text } from './text.ts';

const mostRows = 5000;
type Box = InputOf<typeof contract.listVisits>['box'];

/** 导出核查: a box as xlsx; the purpose is kept with the audit line. */
export function exportVisitsRoute(app: App): void {
  mountRaw(
    app,
    {
      method: 'POST',
      path: contract.exportVisitsPath,
      may: 'visits.ask',
      audit: 'visits exported',
      summary: 'The visits of a box as xlsx; asks for a purpose',
    },
    async ({ request, reply, transact }) => {
      const asked = contract.exportVisitsBody.safeParse(request.body);
      if (!asked.success) throw badInput(...asked.error.issues.map(({ path }) => path));
      const sheet = await transact((ctx) => visitSheet(ctx, asked.data));
      return reply
        .header('content-type', sheetType)
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(text.fileName)}`,
        )
        .header('cache-control', 'no-store')
        .send(await sheetBytes(sheet));
    },
  );
}

export async function visitSheet(
  ctx: Context,
  { box, purpose }: { box: Box; purpose: string },
): Promise<Sheet> {
  const found = await visitsFor(ctx, { box }, mostRows + 1);
  refuseUnless(found.length <= mostRows, 'visits.too-many', { limit: mostRows });
  const rows = await visitRowsOf(ctx, found);
  Object.assign(ctx.unitOfWork.facts, { purpose, box, rows: rows.length });
  const who = ctx.actor.accountId ? await accountName(ctx, ctx.actor.accountId) : null;
  const hour = (at: string | null): string => {
    if (at === null) return '';
    const { on, time } = cityHour(new Date(at), ctx.city.zone);
    return `${on} ${time}`;
  };
  return {
    name: text.sheetName,
    columns: text.columns,
    rows: rows.map((row) => cellsOf(row, hour)),
    about: {
      name: text.aboutName,
      lines: text.about(who ?? text.system, hour(ctx.now.toISOString()), purpose, rows.length),
    },
  };
}

const cellsOf = (row: VisitRow, hour: (at: string | null) => string): Cell[] => [
  visitPurposeLabel[row.purpose],
  visitStateLabel[row.state],
  row.place,
  row.concern?.label ?? '',
  row.visitorUnit,
  row.visitor ?? '',
  row.visitBy,
  row.isLate ? text.yes : '',
  hour(row.askedAt),
  hour(row.doneAt),
  row.outcome ? visitOutcomeLabel[row.outcome] : '',
  row.answerIsFalse ? text.yes : '',
];
