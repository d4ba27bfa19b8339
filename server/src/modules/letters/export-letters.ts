import { letters as contract } from '@minsheng/contract';
import { mostExported } from '@minsheng/contract/shapes.ts';
import {
  letterKindLabel,
  letterStateLabel,
  receiptStateLabel,
} from '@minsheng/contract/words/letters.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { mountExport } from '../../platform/export-route.ts';
import type { App } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Cell, Sheet } from '../../platform/sheet.ts';
import { aboutExport } from '../identity/index.ts';
import { cityHour, unitNames } from '../organisation/index.ts';
import type { Letter } from './letters.repo.ts';
import { isLate, isUnsignedLate, lettersIn } from './list-letters.ts';
import { isOpenTo } from './read-letter.ts';
import { type Receipt, receiptsOf } from './receipts.repo.ts';
import { letterText as text } from './text.ts';

type Asked = z.infer<typeof contract.exportLettersBody>;

/** 导出发文登记簿: a box as xlsx, a line for every unit a letter went to; the purpose is kept with the audit line. */
export function exportLettersRoute(app: App): void {
  mountExport(
    app,
    {
      path: '/letters/export',
      may: 'orders.export',
      audit: 'letters exported',
      summary: 'The register of the letters of a box as xlsx; asks for a purpose',
      body: contract.exportLettersBody,
      fileName: text.fileName,
    },
    letterSheet,
  );
}

export async function letterSheet(ctx: Context, { box, purpose }: Asked): Promise<Sheet> {
  const found = await lettersIn(ctx, { box }, mostExported + 1);
  refuseUnless(found.length <= mostExported, 'letters.too-many', { limit: mostExported });
  const receipts = await receiptsOf(
    ctx,
    found.map(({ id }) => id),
  );
  const open = Map.groupBy(
    receipts.filter((receipt) => isOpenTo(ctx, receipt)),
    ({ letter_id }) => letter_id,
  );
  const names = await unitNames(ctx, [...new Set(receipts.map(({ unit_code }) => unit_code))]);
  const rows = found.flatMap((letter) =>
    (open.get(letter.id) ?? []).map((receipt) => cellsOf(ctx, letter, { receipt, names })),
  );
  Object.assign(ctx.unitOfWork.facts, { purpose, box, rows: rows.length });
  return {
    name: text.sheetName,
    columns: text.columns,
    rows,
    about: {
      name: text.aboutName,
      lines: await aboutExport(ctx, { purpose, rows: text.rows(found.length, rows.length) }),
    },
  };
}

function cellsOf(
  ctx: Context,
  letter: Letter,
  { receipt, names }: { receipt: Receipt; names: ReadonlyMap<string, string> },
): Cell[] {
  const hour = (at: Date | null): string => {
    if (at === null) return '';
    const { on, time } = cityHour(at, ctx.city.zone);
    return `${on} ${time}`;
  };
  return [
    letter.letter_no ?? text.noNumber,
    letterKindLabel[letter.kind],
    letter.title,
    letterStateLabel[letter.state],
    names.get(receipt.unit_code) ?? receipt.unit_code,
    hour(receipt.sent_at),
    hour(receipt.signed_at),
    hour(receipt.due_at),
    receipt.sent_at === null ? '' : receiptStateLabel[receipt.state],
    isUnsignedLate(receipt) ? text.unsignedLate : isLate(ctx, receipt) ? text.late : '',
  ];
}
