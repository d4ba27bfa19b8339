import { meetings as contract } from '@minsheng/contract';
import { mostExported } from '@minsheng/contract/shapes.ts';
import { type MeetingBox, meetingStateLabel } from '@minsheng/contract/words/meetings.ts';
import type { Context } from '../../platform/context.ts';
import { mountExport } from '../../platform/export-route.ts';
import type { App } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Sheet } from '../../platform/sheet.ts';
import { aboutExport } from '../identity/index.ts';
import { cityHour } from '../organisation/index.ts';
import { pageOf } from './meetings.repo.ts';
import { rowsOf } from './read-meetings.ts';
import { sheetText as text } from './text.ts';

/** 导出会议: a box as xlsx, the latest first; the purpose is kept with the audit line. */
export function exportMeetingsRoute(app: App): void {
  mountExport(
    app,
    {
      path: contract.exportMeetingsPath,
      may: 'meetings.plan',
      audit: 'meetings exported',
      summary: 'The meetings of a box as xlsx; asks for a purpose',
      body: contract.exportMeetingsBody,
      fileName: text.fileName,
    },
    meetingSheet,
  );
}

export async function meetingSheet(
  ctx: Context,
  { box, purpose }: { box: MeetingBox; purpose: string },
): Promise<Sheet> {
  const found = await pageOf(ctx, { box, before: null, most: mostExported + 1 });
  refuseUnless(found.length <= mostExported, 'meetings.too-many', { limit: mostExported });
  const rows = await rowsOf(ctx, found);
  Object.assign(ctx.unitOfWork.facts, { purpose, box, rows: rows.length });
  return {
    name: text.sheetName,
    columns: text.columns,
    rows: rows.map((row) => {
      const { on, time } = cityHour(new Date(row.startsAt), ctx.city.zone);
      return [
        row.meetingNo,
        row.title,
        meetingStateLabel[row.state],
        `${on} ${time}`,
        row.place,
        row.units,
        row.came,
        row.decisions,
      ];
    }),
    about: {
      name: text.aboutName,
      lines: await aboutExport(ctx, { purpose, rows: text.rows(rows.length) }),
    },
  };
}
