import { tasks as contract } from '@minsheng/contract';
import { mostExported } from '@minsheng/contract/shapes.ts';
import { type TaskBox, taskKindLabel, taskStateLabel } from '@minsheng/contract/words/tasks.ts';
import type { Context } from '../../platform/context.ts';
import { mountExport } from '../../platform/export-route.ts';
import type { App } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Cell, Sheet } from '../../platform/sheet.ts';
import { aboutExport } from '../identity/index.ts';
import { cityHour } from '../organisation/index.ts';
import { boxOf } from './list-tasks.ts';
import { type TaskRow, taskRows } from './task-rows.ts';
import { taskText as text } from './text.ts';

/** 导出任务: a box as xlsx, without what is about orders of named readers; the purpose is kept with the audit line. */
export function exportTasksRoute(app: App): void {
  mountExport(
    app,
    {
      path: '/tasks/export',
      may: 'orders.export',
      audit: 'tasks exported',
      summary: 'The tasks of a box as xlsx; asks for a purpose',
      body: contract.exportTasksBody,
      fileName: text.fileName,
    },
    taskSheet,
  );
}

export async function taskSheet(
  ctx: Context,
  { box, purpose }: { box: TaskBox; purpose: string },
): Promise<Sheet> {
  const found = await boxOf(ctx, { box }, { after: null, most: mostExported + 1 });
  refuseUnless(found.length <= mostExported, 'tasks.too-many', { limit: mostExported });
  const rows = await taskRows(
    ctx,
    found.filter(({ is_confined }) => !is_confined),
  );
  Object.assign(ctx.unitOfWork.facts, { purpose, box, rows: rows.length });
  const hour = (at: string): string => {
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

const cellsOf = (row: TaskRow, hour: (at: string) => string): Cell[] => [
  row.taskNo,
  taskKindLabel[row.kind],
  row.title,
  row.unit.name,
  row.owner ?? '',
  taskStateLabel[row.state],
  hour(row.givenAt),
  hour(row.dueAt),
  row.isLate ? text.late : '',
  row.subject?.label ?? '',
];
