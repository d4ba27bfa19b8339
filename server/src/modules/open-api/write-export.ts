import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { type Actor, systemActor } from '../../platform/actor.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { handle, handleApart, job, later, oneAtATime } from '../../platform/jobs.ts';
import { transact } from '../../platform/transact.ts';
import { dayAfter, dayEnd, dayStart } from '../../platform/zone.ts';
import { actorOfKeyId } from '../identity/index.ts';
import { withoutPeople } from '../text/index.ts';
import { type ExportedOrder, exportedOrders } from './exported-orders.repo.ts';
import { dropParts, type Export, endExport, exportOf, putPart } from './exports.repo.ts';

export const keptDays = 7;

export const writeExport = job('open-api:write-export', z.object({ exportId: z.uuid() }));
// Minutes of a quarter's orders: two of them would be all that runs.
oneAtATime(writeExport);
const dropExport = job('open-api:drop-export', z.object({ exportId: z.uuid() }));

const pageOrders = 500;
const partOrders = 5000;
const mostBytes = 256 * 1024 * 1024;

/** 写导出文件: page by page as the account sees it, in parts; after a fall from the beginning. */
handleApart(writeExport, async (runtime, { exportId }) => {
  const asked = await transact(runtime, systemActor, (ctx) => exportOf(ctx, exportId));
  if (asked?.state !== 'waiting') return;
  // Of a run that fell: this one may have fewer parts, and what nobody names would lie there for ever.
  await transact(runtime, systemActor, (ctx) => forgetParts(ctx, exportId));
  const actor = await actorOfKeyId(runtime, asked.key_id);
  const rows = actor?.has('orders.read') ? await writeParts(runtime, actor, asked) : null;
  await transact(runtime, systemActor, async (ctx) => {
    await endExport(ctx, {
      id: exportId,
      state: rows === null ? 'failed' : 'done',
      rows: rows ?? 0,
    });
    dropLater(ctx, exportId);
  });
});

export function dropLater(ctx: Context, exportId: string): void {
  const at = new Date(ctx.now.getTime() + keptDays * 86_400_000);
  later(ctx, dropExport, { exportId }, { at, key: `open-api:export:${exportId}` });
}

async function writeParts(runtime: Runtime, actor: Actor, asked: Export): Promise<number> {
  let [no, total, lines]: [number, number, string[]] = [0, 0, []];
  for await (const orders of pagesOf(runtime, actor, asked)) {
    lines.push(...orders.map(lineOf));
    total += orders.length;
    if (lines.length >= partOrders) {
      no += 1;
      await keepPart(runtime, asked, { no, lines });
      lines = [];
    }
  }
  if (lines.length > 0) await keepPart(runtime, asked, { no: no + 1, lines });
  return total;
}

/** Day by day: what a page looks at is a day's orders at most, however great the unit and long the span. */
async function* pagesOf(
  runtime: Runtime,
  actor: Actor,
  { from_on, to_on }: Export,
): AsyncGenerator<ExportedOrder[]> {
  const { zone } = runtime.city;
  for (let on = from_on; on <= to_on; on = dayAfter(on, 1)) {
    const day = { from: dayStart(on, zone), to: dayEnd(on, zone), most: pageOrders };
    yield* pagesOfDay(runtime, actor, day);
  }
}

async function* pagesOfDay(
  runtime: Runtime,
  actor: Actor,
  day: { from: Date; to: Date; most: number },
): AsyncGenerator<ExportedOrder[]> {
  let after: string | null = null;
  for (;;) {
    const place: string | null = after;
    const page: ExportedOrder[] = await transact(runtime, actor, (ctx) =>
      exportedOrders(ctx, { ...day, after: place }),
    );
    yield page;
    after = page.at(-1)?.id ?? null;
    if (page.length < pageOrders) return;
  }
}

async function keepPart(
  { ports, ...runtime }: Runtime,
  { id }: Export,
  { no, lines }: { no: number; lines: readonly string[] },
): Promise<void> {
  const bytes = gzipSync(`${lines.join('\n')}\n`);
  const only = (async function* () {
    yield bytes;
  })();
  const received = await ports.storage.receive(only, mostBytes);
  await received.keep();
  const { digest, size } = received;
  await transact({ ports, ...runtime }, systemActor, (ctx) =>
    putPart(ctx, { export_id: id, no, rows: lines.length, bytes: size, digest }),
  );
}

/** One order a line. Numbers that name a person are taken out of every word; who asked is not among it. */
const lineOf = (order: ExportedOrder): string =>
  JSON.stringify({
    orderId: order.id,
    orderNo: order.order_no,
    type: order.type,
    status: order.status,
    urgency: order.urgency,
    matterCode: order.matter_code,
    areaCode: order.area_code,
    leadUnit: order.lead_unit,
    acceptedAt: order.accepted_at,
    dueAt: order.due_at,
    closedAt: order.closed_at,
    title: withoutPeople(order.title),
    content: withoutPeople(order.content),
    answer: order.answer === null ? null : withoutPeople(order.answer),
    duties: order.duties,
  });

/** 过期清除. */
handle(dropExport, async (ctx, { exportId }) => {
  const found = await exportOf(ctx, exportId);
  if (!found || found.state === 'waiting') return;
  await forgetParts(ctx, exportId);
  await endExport(ctx, { id: exportId, state: 'expired', rows: found.rows });
});

async function forgetParts(ctx: Context, exportId: string): Promise<void> {
  for (const digest of await dropParts(ctx, exportId)) await ctx.ports.storage.remove(digest);
}
