import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { historyOf, type StoredEvent, verifyChain } from '../../platform/events.ts';
import { handle, job, later } from '../../platform/jobs.ts';
import { advance } from './advance.ts';
import type { Order } from './order.ts';
import { change, find, lock } from './orders.repo.ts';
import { stepsFrom } from './steps.ts';

export const archiveOrder = job('orders:archive', z.object({ orderId: z.uuid() }));

const daysUntilArchive = 30;

/** T28: an order that is closed for 30 days is sealed. Reopening or rating before then moves nothing. */
export function archiveLater(ctx: Context, orderId: string): void {
  const at = new Date(ctx.now.getTime() + daysUntilArchive * 86_400_000);
  later(ctx, archiveOrder, { orderId }, { at, key: `archive:${orderId}` });
}

/** 暂缓归档: something about the closed order is not decided yet. */
export async function holdArchive(ctx: Context, order: Order): Promise<void> {
  await change(ctx, order.id, { archive_held: true });
}

/** 恢复归档: it is sealed when its thirty days are over, and not before the instant given. */
export async function freeArchive(ctx: Context, order: Order, notBefore: Date): Promise<void> {
  await change(ctx, order.id, { archive_held: false });
  if (!stepsFrom(order.status).includes('archive')) return;
  const after = (order.closed_at ?? ctx.now).getTime() + daysUntilArchive * 86_400_000;
  const at = new Date(Math.max(after, notBefore.getTime()));
  later(ctx, archiveOrder, { orderId: order.id }, { at, key: `archive:${order.id}` });
}

/** 归档: read-only from now on; the seal is the digest over every event hash, so that any later change shows. */
export async function archive(ctx: Context, orderId: string): Promise<void> {
  const order = await find(ctx, orderId);
  if (!order || !stepsFrom(order.status).includes('archive')) return;
  const held = await lock(ctx, orderId);
  if (held.archive_held) return;
  const events = await historyOf(ctx, { kind: 'order', id: orderId });
  const check = verifyChain(events);
  if (!check.ok) throw new Error(`The event chain of order ${orderId} is broken at ${check.seq}.`);
  const digest = archiveSeal(events);
  await advance(ctx, held, 'archive', {
    set: { archived_at: ctx.now, archive_seal: digest },
    data: { seal: digest.toString('hex'), events: events.length },
  });
}

export function archiveSeal(events: readonly StoredEvent[]): Buffer {
  const seal = createHash('sha256');
  for (const event of events) seal.update(event.hash);
  return seal.digest();
}

handle(archiveOrder, (ctx, { orderId }) => archive(ctx, orderId));
