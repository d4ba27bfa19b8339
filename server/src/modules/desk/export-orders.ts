import { orders as contract } from '@minsheng/contract';
import {
  appealTypeLabel,
  channelLabel,
  orderStatusLabel,
  urgencyLabel,
} from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { type App, mountRaw } from '../../platform/http.ts';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import { sheetBytes } from '../../platform/sheet.ts';
import { type OrderRow, orderRows } from '../orders/index.ts';
import { findIds } from './search-orders.ts';
import { exportText as text } from './text.ts';

const mostRows = 1500;

/** 导出: what the search finds as xlsx, without people and without secret orders; the purpose is kept with the audit line. */
export function exportRoute(app: App): void {
  const route = {
    method: 'POST',
    path: '/orders/export',
    may: 'orders.export',
    audit: 'orders exported',
  } as const;
  mountRaw(
    app,
    { ...route, summary: 'Search hits as xlsx; asks for a purpose' },
    async ({ request, reply, transact }) => {
      const asked = contract.exportBody.safeParse(request.body);
      if (!asked.success) throw new Refusal('platform.bad-input', { fields: text.purposeField });
      const bytes = await transact(async (ctx) => {
        ctx.unitOfWork.facts.purpose = asked.data.purpose;
        return exportBytes(ctx, asked.data.filters);
      });
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(text.fileName)}`,
        )
        .send(bytes);
    },
  );
}

async function exportBytes(ctx: Context, filters: Parameters<typeof findIds>[1]): Promise<Buffer> {
  const ids = await findIds(ctx, filters);
  refuseUnless(ids.length <= mostRows, 'orders.too-many', { limit: mostRows });
  const rows = (await orderRows(ctx, ids)).filter(({ secrecy }) => secrecy === 0);
  ctx.unitOfWork.facts.rows = rows.length;
  return sheetBytes({ name: text.sheetName, columns: text.columns, rows: rows.map(cellsOf) });
}

const cellsOf = (row: OrderRow) => [
  row.orderNo,
  orderStatusLabel[row.status],
  appealTypeLabel[row.type],
  urgencyLabel[row.urgency],
  channelLabel[row.channel],
  row.title,
  row.matterName,
  row.areaName,
  row.address,
  row.acceptedAt,
  row.dueAt,
  row.leadUnit?.name ?? '',
  row.appealsInIssue,
];
