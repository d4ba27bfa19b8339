import { ledgerSites as contract } from '@minsheng/contract';
import { mostExported } from '@minsheng/contract/shapes.ts';
import { siteSourceLabel } from '@minsheng/contract/words/ledgers.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { attached, mountExport } from '../../platform/export-route.ts';
import { type App, mountRaw } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { type Sheet, sheetBytes, sheetType } from '../../platform/sheet.ts';
import { aboutExport } from '../identity/index.ts';
import { cityHour } from '../organisation/index.ts';
import { findVisible } from './ledgers.repo.ts';
import { siteRows } from './list-sites.ts';
import { sitesOf } from './sites.repo.ts';
import { importColumns, templateLines, ledgerText as text } from './text.ts';

/** 导出点位, without whose they are; the purpose is kept with the audit line. And the empty template of the import. */
export function sheetRoutes(app: App): void {
  mountExport(
    app,
    {
      path: contract.exportPath,
      may: 'orders.export',
      audit: 'ledger exported',
      summary: 'The sites of a ledger as xlsx; asks for a purpose',
      body: contract.exportSitesBody,
      fileName: text.fileName,
    },
    siteSheet,
  );
  mountRaw(
    app,
    {
      method: 'GET',
      path: contract.templatePath,
      may: 'ledgers.lead',
      audit: 'site template read',
      summary: 'An empty xlsx of sites to fill in',
    },
    async ({ reply, transact }) => {
      const bytes = await transact(async () => sheetBytes(template));
      return reply.headers(attached(text.templateName, sheetType)).send(bytes);
    },
  );
}

const template: Sheet = {
  name: text.sheetName,
  columns: Object.values(importColumns),
  rows: [],
  about: { name: text.aboutName, lines: templateLines },
};

export async function siteSheet(
  ctx: Context,
  { ledgerId, purpose }: z.output<typeof contract.exportSitesBody>,
): Promise<Sheet> {
  const ledger = await findVisible(ctx, ledgerId);
  const sites = await sitesOf(ctx, { ledgerId, afterNo: 0, most: mostExported + 1 });
  refuseUnless(sites.length <= mostExported, 'ledgers.too-many', { limit: mostExported });
  Object.assign(ctx.unitOfWork.facts, { purpose, ledger: ledgerId, rows: sites.length });
  const rows = await siteRows(ctx, ledger, sites);
  return {
    name: text.sheetName,
    columns: text.columns,
    rows: sites.flatMap((site, at) => {
      const row = rows[at];
      if (!row) return [];
      const since = cityHour(new Date(row.stateSince), ctx.city.zone);
      return [
        [
          ...[row.no, row.address, row.areaName, row.building, row.kind, row.sizeM2],
          ...[site.legal_state, site.measure, row.unit.name, row.planOn ?? '', row.stateName],
          ...[`${since.on} ${since.time}`, row.isLate ? text.yes : '', row.orders],
          ...[siteSourceLabel[site.source], site.written_off_reason ?? ''],
        ],
      ];
    }),
    about: {
      name: text.exportAboutName,
      lines: await aboutExport(ctx, { purpose, rows: text.rows(rows.length) }),
    },
  };
}
