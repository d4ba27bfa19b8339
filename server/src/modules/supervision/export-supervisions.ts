import { supervision as contract } from '@minsheng/contract';
import { mostExported } from '@minsheng/contract/shapes.ts';
import {
  instrumentLabel,
  supervisionStateLabel,
  supervisionTriggerLabel,
} from '@minsheng/contract/words/supervision.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { mountExport } from '../../platform/export-route.ts';
import type { App } from '../../platform/http.ts';
import { allowIf, demand, refuseUnless } from '../../platform/refusal.ts';
import type { Cell, Sheet } from '../../platform/sheet.ts';
import { aboutExport } from '../identity/index.ts';
import { cityHour } from '../organisation/index.ts';
import { rowsOf } from './list-supervisions.ts';
import { pageOf, type Supervision } from './supervisions.repo.ts';
import { supervisionText } from './text.ts';

const text = supervisionText.sheet;

/** 导出: one list of the ledger as xlsx, secret orders left out; the purpose is kept with the audit line. */
export function exportSupervisionsRoute(app: App): void {
  mountExport(
    app,
    {
      path: '/supervision/export',
      may: 'orders.export',
      audit: 'supervisions exported',
      summary: 'A list of supervisions as xlsx; asks for a purpose',
      body: contract.exportBody,
      fileName: text.fileName,
    },
    supervisionSheet,
  );
}

export async function supervisionSheet(
  ctx: Context,
  { box, level, purpose }: z.output<typeof contract.exportBody>,
): Promise<Sheet> {
  demand(allowIf(ctx.actor.has('supervision.read'), 'identity.not-permitted'));
  const found = await pageOf(ctx, { state: box, level, after: null, most: mostExported + 1 });
  refuseUnless(found.length <= mostExported, 'supervision.too-many', { limit: mostExported });
  const all = await rowsOf(ctx, found);
  const rows = all.filter(({ order }) => order.secrecy === 0);
  const byKey = new Map(found.map((one) => [`${one.order_id}/${one.no}`, one]));
  Object.assign(ctx.unitOfWork.facts, { purpose, box, rows: rows.length });
  return {
    name: text.name,
    columns: text.columns,
    rows: rows.map((row) =>
      cellsOf(ctx, row, byKey.get(`${row.order.id}/${row.supervision.no}`) ?? null),
    ),
    about: {
      name: text.aboutName,
      lines: await aboutExport(ctx, { purpose, rows: text.rows(rows.length) }),
    },
  };
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function cellsOf(
  ctx: Context,
  { order, supervision }: Row,
  one: Supervision | null,
): readonly Cell[] {
  const at = (instant: Date | null | undefined): string => {
    if (!instant) return '';
    const { on, time } = cityHour(instant, ctx.city.zone);
    return `${on} ${time}`;
  };
  return [
    order.orderNo,
    order.title,
    `${supervision.level} ${supervision.levelName}`,
    supervisionTriggerLabel[supervision.trigger],
    supervision.instrument === null ? '' : instrumentLabel[supervision.instrument],
    supervision.unit.name,
    supervisionStateLabel[supervision.state],
    at(one?.opened_at),
    at(one?.answer_due_at),
    supervision.isLate ? text.yes : text.no,
    at(one?.closed_at),
  ];
}
