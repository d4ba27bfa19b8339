import { retention as contract } from '@minsheng/contract';
import { mostExported } from '@minsheng/contract/shapes.ts';
import { appealTypeLabel } from '@minsheng/contract/words/order.ts';
import { itemOutcomeLabel, listStateLabel } from '@minsheng/contract/words/retention.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { mountExport } from '../../platform/export-route.ts';
import type { App } from '../../platform/http.ts';
import type { Sheet } from '../../platform/sheet.ts';
import { dayOf } from '../../platform/zone.ts';
import { aboutExport } from '../identity/index.ts';
import { matterTree } from '../matters/index.ts';
import { type DestructionList, findList, itemsOf } from './lists.repo.ts';
import { text } from './text.ts';

/** 导出清册, in parts: to look over before signing, and to keep on paper. */
export function exportRoute(app: App): void {
  mountExport(
    app,
    {
      path: contract.listExportPath,
      may: 'retention.read',
      audit: 'destruction list exported',
      summary: 'The orders of a destruction list as xlsx, by number; asks for a purpose',
      body: contract.listExportBody,
      fileName: text.fileName,
    },
    listSheet,
  );
}

export async function listSheet(
  ctx: Context,
  { listId, part, purpose }: z.output<typeof contract.listExportBody>,
): Promise<Sheet> {
  const list = await findList(ctx, listId);
  const items = await itemsOf(ctx, list, { skip: (part - 1) * mostExported, most: mostExported });
  const tree = await matterTree(ctx);
  Object.assign(ctx.unitOfWork.facts, { purpose, rows: items.length, list: listId });
  const day = (at: Date) => dayOf(at.getTime(), ctx.city.zone);
  return {
    name: text.sheetName,
    columns: text.columns,
    rows: items.map((item) => [
      item.order_no,
      appealTypeLabel[item.type],
      tree.get(item.matter_code)?.leaf ?? item.matter_code,
      day(item.closed_at),
      item.outcome === null ? '' : itemOutcomeLabel[item.outcome],
    ]),
    about: {
      name: text.aboutName,
      lines: [
        ...aboutList(list, day),
        ...(await aboutExport(ctx, { purpose, rows: text.rows(items.length) })),
      ],
    },
  };
}

const aboutList = (list: DestructionList, day: (at: Date) => string): string[] => [
  text.about.name(list.class_name, list.month),
  text.about.rule(list.years, list.basis),
  text.about.span(day(list.oldest_at), day(list.newest_at)),
  text.about.counts(list.orders, list.held),
  text.about.state(listStateLabel[list.state]),
  text.about.digest(list.digest.toString('hex')),
];
