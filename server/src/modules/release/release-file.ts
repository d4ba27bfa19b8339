import { release as contract } from '@minsheng/contract';
import { appealTypeLabel } from '@minsheng/contract/words/order.ts';
import {
  putBackReasonLabel,
  type ReleaseFile,
  releasePartLabel,
  removalKindLabel,
  removalKinds,
} from '@minsheng/contract/words/release.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { attached } from '../../platform/export-route.ts';
import { type App, mountRaw } from '../../platform/http.ts';
import { badInput, demand, refuseUnless } from '../../platform/refusal.ts';
import { type Cell, csvBytes, type Sheet, sheetBytes, sheetType } from '../../platform/sheet.ts';
import { accountNames } from '../identity/index.ts';
import { orderRows, textsOf } from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';
import { withoutRemovals } from '../redaction/index.ts';
import { mayTake } from './policy.ts';
import { keptBack, removedIn } from './put-back.ts';
import { checkersOf, held } from './read-releases.ts';
import { type TextRow, textsOfRelease } from './release-texts.repo.ts';
import type { ReleaseRow } from './releases.repo.ts';
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
      may: 'release.read',
      audit: 'release taken',
      summary:
        'What leaves the centre as xlsx or csv, checked, without personal data; or its report',
    },
    async ({ request, reply, transact }) => {
      const which = params.safeParse(request.params);
      refuseUnless(which.success, 'release.no-such-release');
      const asked = contract.releaseFileQuery.safeParse(request.query);
      if (!asked.success) throw badInput(...asked.error.issues.map(({ path }) => path));
      const { as } = asked.data;
      const sheet = await transact((ctx) => releaseSheet(ctx, { ...which.data, as }));
      const { type, ending, bytes } = await fileOf(sheet, as);
      return reply.headers(attached(`${fileText.fileName}.${ending}`, type)).send(bytes);
    },
  );
}

interface MadeFile {
  readonly type: string;
  readonly ending: string;
  readonly bytes: Buffer;
}

async function fileOf(sheet: Sheet, as: ReleaseFile): Promise<MadeFile> {
  switch (as) {
    case 'xlsx':
      return { type: sheetType, ending: 'xlsx', bytes: await sheetBytes(sheet) };
    case 'csv':
      return { type: 'text/csv; charset=utf-8', ending: 'csv', bytes: csvBytes(sheet) };
    case 'report': {
      const bytes = Buffer.from(`${sheet.about.lines.join('\n')}\n`);
      return { type: 'text/plain; charset=utf-8', ending: 'txt', bytes };
    }
    default:
      return as satisfies never;
  }
}

export async function releaseSheet(
  ctx: Context,
  { releaseId, as }: { releaseId: string; as: ReleaseFile },
): Promise<Sheet> {
  const release = await held(ctx, releaseId);
  const texts = await textsOfRelease(ctx, releaseId);
  demand(mayTake(ctx.actor, { ...release, checkers: checkersOf(texts) }, ctx.now));
  const lines = await linesOf(ctx, release, texts);
  Object.assign(ctx.unitOfWork.facts, { releaseId, as, rows: lines.length });
  if (as !== 'report')
    tell(ctx, { kind: 'release', id: releaseId }, 'release.taken', { orders: lines.length, as });
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
      const words = text ? wordsNow(ctx, stored, text) : '';
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
  const checkers = checkersOf(texts);
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
