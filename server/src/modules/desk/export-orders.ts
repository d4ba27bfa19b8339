import { orders as contract } from '@minsheng/contract';
import { mostExported } from '@minsheng/contract/shapes.ts';
import type { Context } from '../../platform/context.ts';
import { mountExport } from '../../platform/export-route.ts';
import type { App } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Sheet } from '../../platform/sheet.ts';
import { aboutExport } from '../identity/index.ts';
import { rowsFor } from '../orders/index.ts';
import { cellsOf, fieldsOf } from './export-cells.ts';
import { findOrders } from './find-orders.ts';
import type { Filters } from './order-conditions.ts';
import { exportText as text } from './text.ts';

/** 导出: what the search finds as xlsx, without people and without secret orders; the purpose is kept with the audit line. */
export function exportRoute(app: App): void {
  mountExport(
    app,
    {
      path: '/orders/export',
      may: 'orders.export',
      audit: 'orders exported',
      summary: 'Search hits as xlsx; asks for a purpose',
      body: contract.exportBody,
      fileName: text.fileName,
    },
    exportSheet,
  );
}

/** Refuses `orders.too-many`. What was typed into the search is not kept: it may name a person. */
export async function exportSheet(
  ctx: Context,
  { filters, purpose }: { filters: Filters; purpose: string },
): Promise<Sheet> {
  const { found } = await findOrders(ctx, filters, {
    from: null,
    most: mostExported + 1,
    upTo: 'the-end',
  });
  refuseUnless(found.length <= mostExported, 'orders.too-many', { limit: mostExported });
  const all = await rowsFor(
    ctx,
    found.map(({ id }) => id),
  );
  const rows = all.filter(({ secrecy }) => secrecy === 0);
  const fields = await fieldsOf(ctx, rows);
  const { q, ...kept } = filters;
  Object.assign(ctx.unitOfWork.facts, {
    purpose,
    rows: rows.length,
    filters: { ...kept, hasWords: q !== undefined },
  });
  return {
    name: text.sheetName,
    columns: text.columns,
    rows: rows.map((row) => cellsOf(row, fields.get(row.id) ?? '', ctx.city.zone)),
    about: {
      name: text.aboutName,
      lines: await aboutExport(ctx, { purpose, rows: text.rows(rows.length) }),
    },
  };
}
