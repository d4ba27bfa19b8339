import type { visits as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { type ConcernKind, concernKindLabel } from '@minsheng/contract/words/letters.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';

type Concern = NonNullable<InputOf<typeof contract.askVisit>['concern']>;

/**
 * 所核事项: whoever asks sees it. An order of named readers is none to send others to: more people would know of it than
 * were named (domain 2.11). What stands a tier above is vouched for by whoever asks from there.
 */
export async function demandConcern(ctx: Context, concern: Concern): Promise<void> {
  const orderId = await orderOf(ctx, concern);
  if (orderId === null) return;
  const visible = await orders.findVisible(ctx, orderId);
  refuseUnless(visible.secrecy < 3, 'visits.confined-order');
}

/** Nobody looks at their own answer: neither a unit that holds a duty of it nor one below it. */
export async function refuseOwnWork(
  ctx: Context,
  { kind, id }: { kind: ConcernKind; id: string },
  visitor: Pick<organisation.Unit, 'name' | 'path'>,
): Promise<void> {
  const held = kind === 'order' ? await heldBy(ctx, id) : await leadsOf(ctx, { kind, id });
  const isOwn = held.some((path) => `${visitor.path}/`.startsWith(`${path}/`));
  refuseUnless(!isOwn, 'visits.own-work', { unit: visitor.name });
}

async function heldBy(ctx: Context, orderId: string): Promise<string[]> {
  const duties = await ofOrder(ctx, orderId);
  return duties
    .filter(({ role, state }) => role !== 'copy' && state !== 'revoked' && state !== 'returned')
    .map(({ unit_path }) => unit_path);
}

async function leadsOf(ctx: Context, { kind, id }: Concern): Promise<string[]> {
  if (kind !== 'issue') return [];
  const leads = await orders.leadsOfIssue(ctx, id, noOrder);
  return (await organisation.unitsIfKnown(ctx, leads)).map(({ path }) => path);
}
const noOrder = '00000000-0000-7000-8000-000000000000';

async function orderOf(ctx: Context, { kind, id }: Concern): Promise<string | null> {
  if (kind === 'order') return id;
  if (kind !== 'issue') return null;
  const first = await orders.firstOfIssue(ctx, id, null);
  refuseUnless(first, 'visits.no-such-concern');
  return first.id;
}

/** 能否打开: a visitor sent to look may hold neither the order nor the issue. */
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
