import { identity as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { mountExport } from '../../platform/export-route.ts';
import type { App } from '../../platform/http.ts';
import type { Sheet } from '../../platform/sheet.ts';
import { unitNames } from '../organisation/index.ts';
import { aboutExport } from './about-export.ts';
import { unitUses } from './api-use.repo.ts';
import { useText as text } from './text.ts';

/** 接口用量 (M8-3): calls by unit in a month, those refused for a limit among them. */
export async function listApiUse(
  ctx: Context,
  { month }: InputOf<typeof contract.listApiUse>,
): Promise<ReplyOf<typeof contract.listApiUse>> {
  const used = await unitUses(ctx, { from: `${month}-01`, before: `${monthAfter(month)}-01` });
  const codes = used.flatMap(({ unit_code }) => unit_code ?? []);
  const names = await unitNames(ctx, codes);
  return {
    rows: used.map(({ unit_code: code, keys, calls, refused }) => ({
      unit: code === null ? null : { code, name: names.get(code) ?? code },
      keys,
      calls,
      refused,
    })),
  };
}

function monthAfter(month: string): string {
  const [year = 0, no = 0] = month.split('-').map(Number);
  return no === 12 ? `${year + 1}-01` : `${year}-${String(no + 1).padStart(2, '0')}`;
}

export function apiUseExport(app: App): void {
  mountExport(
    app,
    {
      path: '/accounts/api-use/export',
      may: 'accounts.manage',
      audit: 'use of the interface exported',
      summary: 'Calls of the open interface by unit in a month as xlsx; asks for a purpose',
      body: contract.exportApiUseBody,
      fileName: ({ month }) => `${text.title}${month}.xlsx`,
    },
    useSheet,
  );
}

async function useSheet(
  ctx: Context,
  { month, purpose }: z.output<typeof contract.exportApiUseBody>,
): Promise<Sheet> {
  const { rows } = await listApiUse(ctx, { month });
  Object.assign(ctx.unitOfWork.facts, { purpose, month, rows: rows.length });
  return {
    name: text.title,
    columns: text.columns,
    rows: rows.map(({ unit, keys, calls, refused }) => [
      unit?.name ?? text.noUnit,
      keys,
      calls,
      refused,
    ]),
    about: {
      name: text.about,
      lines: [
        text.of(month),
        ...(await aboutExport(ctx, { purpose, rows: text.counted(rows.length) })),
      ],
    },
  };
}
