import { appealTypeLabel } from '@minsheng/contract/words/order.ts';
import {
  putBackReasonLabel,
  releasePartLabel,
  removalKindLabel,
  removalKinds,
} from '@minsheng/contract/words/release.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { type App, mountRaw } from '../../platform/http.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type Cell, type Sheet, sheetBytes } from '../../platform/sheet.ts';
import { accountNames } from '../desk/index.ts';
import { orderRows, textsOf } from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';
import { withoutRemovals } from '../redaction/index.ts';
import { mayTake } from './policy.ts';
import { keptBack, removedIn } from './put-back.ts';
import { held } from './read-releases.ts';
import { type ReleaseRow, type TextRow, textsOfRelease } from './releases.repo.ts';
import { fileText } from './text.ts';
import { wordsNow } from './text-words.ts';

const params = z.object({ releaseId: z.uuid() });

/** 下载外发文件: made anew from what was checked. */
export function releaseFileRoute(app: App): void {
  mountRaw(
    app,
    {
      method: 'GET',
      path: '/releases/:releaseId/file',
      may: 'release.ask',
      audit: 'release taken',
      summary: 'What leaves the centre as xlsx, checked, without personal data',
    },
    async ({ request, reply, transact }) => {
      const asked = params.safeParse(request.params);
      refuseUnless(asked.success, 'release.no-such-release');
      const sheet = await transact((ctx) => releaseSheet(ctx, asked.data));
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(fileText.fileName)}`,
        )
        .header('cache-control', 'no-store')
        .send(await sheetBytes(sheet));
    },
  );
}

export async function releaseSheet(
  ctx: Context,
  { releaseId }: { releaseId: string },
): Promise<Sheet> {
  const release = await held(ctx, releaseId);
  demand(mayTake(ctx.actor, release, ctx.now));
  const texts = await textsOfRelease(ctx, releaseId);
  const lines = await linesOf(ctx, release, texts);
  Object.assign(ctx.unitOfWork.facts, { releaseId, rows: lines.length });
  tell(ctx, { kind: 'release', id: releaseId }, 'release.taken', { orders: lines.length });
  return {
    name: fileText.sheetName,
    columns: fileText.columns,
    rows: lines,
    about: { name: fileText.aboutName, lines: await reportOf(ctx, release, texts) },
  };
}

async function linesOf(
  ctx: Context,
  release: ReleaseRow,
  texts: readonly TextRow[],
): Promise<Cell[][]> {
  const rows = await orderRows(ctx, release.order_ids, 'as-said');
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lines: Cell[][] = [];
  for (const [at, orderId] of release.order_ids.entries()) {
    const row = byId.get(orderId);
    // Made secret since: it does not leave.
    if (row?.secrecy !== 0) continue;
    const stored = await textsOf(ctx, orderId);
    const part = (wanted: TextRow['part']): string => {
      const text = texts.find(({ line, part }) => line === at + 1 && part === wanted);
      const words = text ? wordsNow(stored, text) : '';
      if (words === null) return fileText.changed;
      return text ? withoutRemovals(words, text.checked ?? text.removals) : '';
    };
    lines.push([
      at + 1,
      appealTypeLabel[row.type],
      row.matterName,
      row.areaName,
      row.acceptedAt === null ? '' : cityHour(new Date(row.acceptedAt), ctx.city.zone).on,
      part('title'),
      part('content'),
      part('demand'),
      part('reply'),
    ]);
  }
  return lines;
}

/** 脱敏说明: goes along with the file. */
async function reportOf(
  ctx: Context,
  release: ReleaseRow,
  texts: readonly TextRow[],
): Promise<string[]> {
  const checkers = [...new Set(texts.flatMap(({ checked_by }) => checked_by ?? []))];
  const names = await accountNames(ctx, [release.asked_by, ...checkers]);
  const { on, time } = cityHour(ctx.now, ctx.city.zone);
  const counts = removedIn(texts);
  const named = (id: string): string => names.get(id) ?? '';
  return [
    fileText.purpose(release.purpose),
    fileText.recipient(release.recipient),
    fileText.askedBy(named(release.asked_by)),
    fileText.checkedBy(checkers.map(named).join('、'), texts.length),
    fileText.madeAt(`${on} ${time}`),
    ...removalKinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => fileText.removed(removalKindLabel[kind], counts[kind])),
    ...keptBack(texts).map(({ kind, text }) =>
      fileText.putBack({
        line: text.line,
        part: releasePartLabel[text.part],
        kind: removalKindLabel[kind],
        why: text.put_back_as === null ? '' : putBackReasonLabel[text.put_back_as],
      }),
    ),
  ];
}
