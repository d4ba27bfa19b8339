import { contest as contract } from '@minsheng/contract';
import { mostExported } from '@minsheng/contract/shapes.ts';
import { contestLevelLabel, exclusionLabel } from '@minsheng/contract/words/contest.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { mountExport } from '../../platform/export-route.ts';
import type { App } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Sheet } from '../../platform/sheet.ts';
import { aboutExport } from '../identity/index.ts';
import { cityHour } from '../organisation/index.ts';
import { upheldIn } from './contests.repo.ts';
import { spanOf } from './list-contests.ts';
import { rowsOf } from './rows-of.ts';
import { exclusionSheet as text } from './text.ts';

/** 导出剔除清单: what did not count in a month, and why; secret orders left out, the purpose kept with the audit line. */
export function exportExclusionsRoute(app: App): void {
  mountExport(
    app,
    {
      path: contract.exportExclusionsPath,
      may: ['call-back.judge', 'call-back.judge-county', 'call-back.judge-last'],
      audit: 'exclusions exported',
      summary: 'Ratings of a month that do not count, as xlsx; asks for a purpose',
      body: contract.exportExclusionsBody,
      fileName: text.fileName,
    },
    exclusionSheet,
  );
}

export async function exclusionSheet(
  ctx: Context,
  { month, purpose }: z.output<typeof contract.exportExclusionsBody>,
): Promise<Sheet> {
  const span = spanOf(month, ctx.city.zone);
  const found = await upheldIn(ctx, { ...span, after: null, most: mostExported + 1 });
  refuseUnless(found.length <= mostExported, 'call-back.contest-too-many', { limit: mostExported });
  const all = await rowsOf(ctx, found);
  const rows = all.filter(({ order }) => order.secrecy === 0);
  Object.assign(ctx.unitOfWork.facts, { purpose, month, rows: rows.length });
  return {
    name: text.name,
    columns: text.columns,
    rows: rows.map(({ order, unit, one }) => [
      order.orderNo,
      order.title,
      unit.name,
      `${one.code} ${exclusionLabel[one.code]}`,
      contestLevelLabel[one.level],
      cityHour(one.moved_at, ctx.city.zone).on,
    ]),
    about: {
      name: text.aboutName,
      lines: await aboutExport(ctx, { purpose, rows: text.rows(month, rows.length) }),
    },
  };
}
