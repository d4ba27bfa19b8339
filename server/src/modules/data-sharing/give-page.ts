import { createHash } from 'node:crypto';
import type { SharePage } from '@minsheng/contract/public/sharing.ts';
import { type Actor, systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { sentenceOf } from '../../platform/http-errors.ts';
import { Refusal } from '../../platform/refusal.ts';
import { ExchangeFault, type Peer } from '../exchange/index.ts';
import { countLinkage } from '../linkage/index.ts';
import { readChanges } from '../open-api/index.ts';
import { insertBatch, type SharedRow } from './batches.repo.ts';
import { stateOf } from './policy.ts';
import { keptRows, sharedRows } from './shared-rows.ts';
import { holdShareOf, type Share } from './shares.repo.ts';
import { text } from './text.ts';

const cursorForm = /^\d{1,15}\.\d{1,12}$/;

/** Who reads the feed for a subscription: the whole city, never what is secret. */
const reader: Actor = {
  ...systemActor,
  kind: 'machine',
  scope: 'all',
  has: (permission) => permission === 'orders.read',
};

/**
 * 查询取走: the orders that changed since the cursor, as the open interface's feed tells of them, with the fields agreed.
 * The batch is kept in the same transaction: nothing passes that is not in the log.
 */
export async function givePage(
  ctx: Context,
  peer: Peer,
  { ref, after }: { ref: string; after: string },
): Promise<SharePage> {
  const share = await holdShareOf(ctx, peer.code, ref);
  if (share?.direction !== 'out')
    throw new ExchangeFault(404, { code: 'share', says: text.noShare });
  const state = stateOf(share, ctx.now);
  if (state !== 'active')
    throw new ExchangeFault(403, {
      code: 'share-ended',
      says: text.notActive[state],
      value: state,
    });
  if (after !== '' && !cursorForm.test(after))
    throw new ExchangeFault(422, { code: 'field', says: text.noCursor, field: 'after' });
  const page = await changesSince(ctx, after);
  const changed = [...new Set(page.rows.map(({ orderId }) => orderId))];
  const { batch, rows } = await giveOrders(ctx, share, { after, next: page.next, changed });
  return { batch, rows: rows.map((row) => ({ ...row })), next: page.next, more: page.isMore };
}

interface Span {
  readonly after: string;
  readonly next: string;
  readonly changed: readonly string[];
}

/** 交出这些工单: what may be given of them, and the batch that says so. */
export async function giveOrders(
  ctx: Context,
  share: Share,
  { after, next, changed }: Span,
): Promise<{ batch: string; rows: readonly SharedRow[] }> {
  const { rows, orderIds } = await sharedRows(ctx, changed, share);
  const id = ctx.newId();
  await insertBatch(ctx, {
    id,
    subscription_id: share.id,
    way: 'queried',
    account_id: null,
    from_cursor: after,
    to_cursor: next,
    orders: rows.length,
    digest: digestOf(rows),
    rows: keptRows(rows),
    orderIds,
  });
  tell(ctx, { kind: 'data-sharing', id: share.id }, 'data-sharing.given', {
    batch: id,
    orders: rows.length,
  });
  await countLinkage(
    ctx,
    { act: 'batch', mechanism: 'sharing', at: ctx.now },
    { asked: 1, done: 1 },
  );
  announce(ctx, 'data-sharing');
  return { batch: id, rows };
}

/** What is older than the feed keeps has left it: the other side begins anew, and hears so. */
async function changesSince(ctx: Context, after: string) {
  try {
    return await readChanges({ ...ctx, actor: reader }, after === '' ? {} : { after });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new ExchangeFault(410, { code: 'cursor-old', says: sentenceOf(error), field: 'after' });
  }
}

export const digestOf = (rows: readonly object[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex');
