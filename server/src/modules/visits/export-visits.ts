import { visits as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { mostExported } from '@minsheng/contract/shapes.ts';
import {
  visitOutcomeLabel,
  visitPurposeLabel,
  visitStateLabel,
} from '@minsheng/contract/words/visits.ts';
import type { Context } from '../../platform/context.ts';
import { mountExport } from '../../platform/export-route.ts';
import type { App } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Cell, Sheet } from '../../platform/sheet.ts';
import { aboutExport } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';
import { type VisitRow, visitRowsOf, visitsFor } from './list-visits.ts';
import { visitText as text } from './text.ts';
import type { Visit } from './visits.repo.ts';

type Box = InputOf<typeof contract.listVisits>['box'];

/** 导出核查: a box as xlsx, without what is about secret orders (domain 2.11); the purpose is kept with the audit line. */
export function exportVisitsRoute(app: App): void {
  mountExport(
    app,
    {
      path: contract.exportVisitsPath,
      may: 'visits.ask',
      audit: 'visits exported',
      summary: 'The visits of a box as xlsx; asks for a purpose',
      body: contract.exportVisitsBody,
      fileName: text.fileName,
    },
    visitSheet,
  );
}

export async function visitSheet(
  ctx: Context,
  { box, purpose }: { box: Box; purpose: string },
): Promise<Sheet> {
  const found = await visitsFor(ctx, { box }, mostExported + 1);
  refuseUnless(found.length <= mostExported, 'visits.too-many', { limit: mostExported });
  const rows = await visitRowsOf(ctx, await openOnes(ctx, found));
  Object.assign(ctx.unitOfWork.facts, { purpose, box, rows: rows.length });
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
      lines: await aboutExport(ctx, { purpose, rows: text.rows(rows.length) }),
    },
  };
}

async function openOnes(ctx: Context, found: readonly Visit[]): Promise<Visit[]> {
  const about = found.flatMap(({ concern_kind: kind, concern_id: id }) =>
    kind === 'order' && id !== null ? [id] : [],
  );
  const rows = await orders.rowsFor(ctx, [...new Set(about)]);
  const open = new Set(rows.filter(({ secrecy }) => secrecy === 0).map(({ id }) => id));
  return found.filter(
    ({ concern_kind, concern_id }) => concern_kind !== 'order' || open.has(concern_id ?? ''),
  );
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
