import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { enqueue, handle, job, oneAtATime } from '../../platform/jobs.ts';
import { canonicalJson } from '../../platform/json.ts';
import * as orders from '../orders/index.ts';
import { eraseContent } from './erase-content.ts';
import {
  changeList,
  type DestructionList,
  itemsToDo,
  lockList,
  markItems,
  outcomesOf,
} from './lists.repo.ts';

const destroy = job('retention:destroy', z.object({ listId: z.uuid() }));
oneAtATime(destroy);

/** Small enough that nobody waits for its locks, and that what was cut off is soon done again. */
const batchOrders = 200;

export const destroyLater = (ctx: Context, listId: string): void =>
  enqueue(ctx, destroy, { listId });

/** 分批销毁: a batch in a transaction, then the next; whatever ends it on the way, the rest is still to do. */
handle(destroy, async (ctx, { listId }) => {
  const list = await lockList(ctx, listId);
  if (list.state !== 'approved') return;
  const orderIds = await itemsToDo(ctx, list, batchOrders);
  if (orderIds.length === 0) return end(ctx, list);
  await destroyBatch(ctx, list, orderIds);
  destroyLater(ctx, listId);
});

/** What was opened again or destroyed meanwhile is left, and so is what is held by now. */
async function destroyBatch(
  ctx: Context,
  list: DestructionList,
  orderIds: readonly string[],
): Promise<void> {
  const all = await orders.lockAll(ctx, orderIds);
  const due = all.filter(
    ({ status, destroyed_at }) => status === 'archived' && destroyed_at === null,
  );
  const held = await eraseContent(ctx, due, list.kind);
  const gone = due.flatMap(({ id }) => (held.has(id) ? [] : [id]));
  const settled = new Set(due.map(({ id }) => id));
  await markItems(ctx, list, { orderIds: gone, outcome: 'destroyed' });
  await markItems(ctx, list, { orderIds: [...held.keys()], outcome: 'held' });
  const changed = orderIds.filter((id) => !settled.has(id));
  await markItems(ctx, list, { orderIds: changed, outcome: 'changed' });
  if (gone.length === 0) return;
  if (list.kind === 'order') await orders.markDestroyed(ctx, gone);
  tellOf(ctx, list, gone);
}

/** On the chain of each order, and once for the modules that keep something of their own. */
function tellOf(ctx: Context, list: DestructionList, gone: readonly string[]): void {
  const type = list.kind === 'order' ? 'retention.destroyed' : 'retention.part-destroyed';
  for (const id of gone) tell(ctx, { kind: 'order', id }, type, { list: list.id, what: list.kind });
  tell(ctx, { kind: 'destruction-list', id: list.id }, 'retention.batch-destroyed', {
    what: list.kind,
    orders: gone,
  });
}

/** 销毁记录: what, how many, by which rule, on whose signatures; never what it said. Its hash stands in the chain. */
async function end(ctx: Context, list: DestructionList): Promise<void> {
  const { destroyed, held, changed } = await outcomesOf(ctx, list);
  const hash = recordHash(list, { destroyed, held, changed, at: ctx.now });
  await changeList(ctx, list.id, {
    ...{ state: 'destroyed', ended_at: ctx.now, record_hash: hash },
    ...{ destroyed, left_held: held, changed },
  });
  tell(ctx, { kind: 'destruction-list', id: list.id }, 'retention.list-destroyed', {
    ...{ destroyed, held, changed },
    record: hash.toString('hex'),
  });
  announce(ctx, 'retention');
}

interface Came {
  readonly destroyed: number;
  readonly held: number;
  readonly changed: number;
  readonly at: Date;
}

export function recordHash(list: DestructionList, { at, ...came }: Came): Buffer {
  const text = canonicalJson({
    list: list.id,
    class: list.class_code,
    kind: list.kind,
    years: list.years,
    basis: list.basis,
    month: list.month,
    closedBefore: list.closed_before.toISOString(),
    digest: list.digest.toString('hex'),
    signedBy: list.signed_by,
    signedAt: list.signed_at?.toISOString() ?? null,
    securedBy: list.secured_by,
    securedAt: list.secured_at?.toISOString() ?? null,
    at: at.toISOString(),
    ...came,
  });
  return createHash('sha256').update(text).digest();
}
