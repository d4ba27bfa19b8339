import type { z } from 'zod';
import type { Context } from './context.ts';
import { type App, mountRaw, type RawRoute } from './http.ts';
import { readPart } from './input.ts';
import { markedSheetBytes, type Sheet, sheetType } from './sheet.ts';

interface ExportRoute<Asked> extends Pick<RawRoute, 'path' | 'may' | 'audit' | 'summary'> {
  readonly body: z.ZodType<Asked>;
  /** With its ending; of what was asked for. */
  readonly fileName: string | ((asked: Asked) => string);
}

/** 导出: a sheet made for one asking, as xlsx. */
export function mountExport<Asked>(
  app: App,
  { body, fileName, ...route }: ExportRoute<Asked>,
  sheetOf: (ctx: Context, asked: Asked) => Promise<Sheet>,
): void {
  mountRaw(app, { method: 'POST', ...route }, async ({ request, reply, transact }) => {
    const asked = readPart(body, request.body);
    const { sheet, exportId } = await transact(async (ctx) => {
      const exportId = ctx.newId();
      // 泄露溯源: the audit line says under the same id who asked, when and what for.
      Object.assign(ctx.unitOfWork.facts, { exportId });
      return { sheet: await sheetOf(ctx, asked), exportId };
    });
    const name = typeof fileName === 'string' ? fileName : fileName(asked);
    return reply.headers(attached(name, sheetType)).send(await markedSheetBytes(sheet, exportId));
  });
}

/** A file to be kept, not shown, and by nobody on the way. */
export const attached = (fileName: string, type: string): Record<string, string> => ({
  'content-type': type,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  'cache-control': 'no-store',
});
