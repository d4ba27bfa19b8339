import { deferrals as contract } from '@minsheng/contract';
import { mostExported } from '@minsheng/contract/shapes.ts';
import { deferralReasonLabel, ledgerStateLabel } from '@minsheng/contract/words/deferrals.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { mountExport } from '../../platform/export-route.ts';
import type { App } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Cell, Sheet } from '../../platform/sheet.ts';
import { aboutExport } from '../identity/index.ts';
import type * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { type Ledger, ledgerPage } from './ledger.repo.ts';
import { rowsById } from './list-deferrals.ts';
import { milestones } from './requests.repo.ts';
import { ledgerSheet as text } from './text.ts';

/** 导出台账: one state of the ledger as xlsx, secret orders left out; the purpose is kept with the audit line. */
export function exportLedgerRoute(app: App): void {
  mountExport(
    app,
    {
      path: contract.exportLedgerPath,
      may: 'orders.export',
      audit: 'ledger exported',
      summary: 'The ledger of parked orders as xlsx; asks for a purpose',
      body: contract.exportLedgerBody,
      fileName: ({ state }) => `${text.name[state]}.xlsx`,
    },
    ledgerSheet,
  );
}

export async function ledgerSheet(
  ctx: Context,
  { state, purpose }: z.output<typeof contract.exportLedgerBody>,
): Promise<Sheet> {
  const found = await ledgerPage(ctx, { state, after: null, most: mostExported + 1 });
  refuseUnless(found.length <= mostExported, 'deferrals.too-many', { limit: mostExported });
  const [seen, names] = await Promise.all([
    rowsById(ctx, found),
    organisation.unitNames(ctx, [...new Set(found.map(({ unit_code }) => unit_code))]),
  ]);
  const rows = found.flatMap((ledger) => {
    const order = seen.get(ledger.order_id);
    if (!order || order.secrecy > 0) return [];
    return [cellsOf(ledger, { order, unit: names.get(ledger.unit_code) ?? '', ctx })];
  });
  Object.assign(ctx.unitOfWork.facts, { purpose, state, rows: rows.length });
  return {
    name: text.name[state],
    columns: text.columns,
    rows,
    about: {
      name: text.aboutName,
      lines: await aboutExport(ctx, { purpose, rows: text.rows(rows.length) }),
    },
  };
}

interface Beside {
  order: orders.OrderRow;
  unit: string;
  ctx: Context;
}

function cellsOf(ledger: Ledger, { order, unit, ctx }: Beside): Cell[] {
  const dayOf = (at: Date | null) => (at ? organisation.cityHour(at, ctx.city.zone).on : '');
  const planned = milestones.parse(ledger.milestones);
  return [
    order.orderNo,
    order.title,
    unit,
    deferralReasonLabel[ledger.reason],
    ledgerStateLabel[ledger.state],
    ledger.public_words,
    text.done(planned.filter(({ doneAt }) => doneAt !== null).length, planned.length),
    dayOf(ledger.parked_at),
    dayOf(ledger.review_due_at),
    ledger.is_review_late ? text.yes : '',
    dayOf(ledger.cleared_at),
  ];
}
