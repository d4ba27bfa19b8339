import type { letters as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { type ConcernKind, concernKindLabel } from '@minsheng/contract/words/letters.ts';
import type { Context } from '../../platform/context.ts';
import { allowIf, demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';

type Concern = NonNullable<InputOf<typeof contract.draftLetter>['concern']>;

type Known = (ctx: Context, id: string) => Promise<boolean>;
const known = new Map<ConcernKind, Known>();

/** What stands a tier above says itself whether this person may read one of its own. */
export function knowConcern(kind: ConcernKind, mayRead: Known): void {
  known.set(kind, mayRead);
}

/**
 * 所涉事项: the writer sees it. An order of named readers is none to write letters about: more people would read of it
 * than were named (domain 2.11).
 */
export async function demandConcern(ctx: Context, { kind, id }: Concern): Promise<void> {
  if (kind !== 'order' && kind !== 'issue') {
    const mayRead = known.get(kind);
    return demand(allowIf((await mayRead?.(ctx, id)) === true, 'letters.no-such-concern'));
  }
  const orderId = kind === 'order' ? id : (await orders.firstOfIssue(ctx, id, null))?.id;
  refuseUnless(orderId, 'letters.no-such-concern');
  const order = await orders.findVisible(ctx, orderId);
  refuseUnless(order.secrecy < 3, 'letters.confined-order');
}

/** 能否打开: a unit may have a letter about an order it never held. */
export async function mayOpen(
  ctx: Context,
  { kind, id }: { kind: ConcernKind; id: string },
): Promise<boolean> {
  if (kind !== 'order') return ctx.actor.scope === 'all';
  return (await orders.visibleAmong(ctx, [id])).has(id);
}

/** What people call it: an order by its number. */
export async function concernLabel(
  ctx: Context,
  { kind, id }: { kind: ConcernKind; id: string },
): Promise<string> {
  const label = concernKindLabel[kind];
  if (kind !== 'order') return label;
  const order = await orders.find(ctx, id);
  return order ? `${label} ${order.order_no}` : label;
}
