import type { merging as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import {
  type Assignment,
  endPauses,
  ofOrder,
  openStates,
  revokeAll,
  unsent,
} from '../dispatch/index.ts';
import * as issues from '../issues/index.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { countMembers, insert, leadingAmong, type Member } from './members.repo.ts';
import { mayJoin, mayTakeIn } from './policy.ts';

/**
 * T23 并单: these orders are handled with that one, all or none. They become one issue; their own duties are taken back;
 * the master's clock is theirs from now on. The master's chain says how many came, never which: a unit reads it.
 */
export async function mergeOrders(
  ctx: Context,
  input: InputOf<typeof contract.mergeOrders>,
): Promise<{ merged: number }> {
  const ids = [...new Set(input.orderIds)];
  for (const id of [input.orderId, ...ids]) await orders.findVisible(ctx, id);
  const held = await orders.lockAll(ctx, [...new Set([input.orderId, ...ids])]);
  const master = held.find(({ id }) => id === input.orderId);
  refuseUnless(master, 'orders.no-such-order');
  demand(mayTakeIn(ctx.actor, master));
  const members = held.filter(({ id }) => ids.includes(id));
  for (const member of members) demand(mayJoin(ctx.actor, master, member, ctx.now));
  await refuseLeading(ctx, members);

  await issues.joinAsOne(ctx, [master.id, ...ids], master.issue_id);
  for (const member of members) await join(ctx, master, member, input.reason);
  await tellMembers(ctx, master, members);
  tell(ctx, { kind: 'order', id: master.id }, 'merging.taken-in', { count: members.length });
  announce(ctx, `desk:${master.status}`);
  if (master.lead_path) announce(ctx, `unit:${master.lead_path}`);
  return { merged: members.length };
}

/** Everybody hears that others tell of it too and that their own number stays. */
async function tellMembers(
  ctx: Context,
  master: orders.Order,
  members: readonly orders.Order[],
): Promise<void> {
  const { open } = await countMembers(ctx, master.id);
  for (const { id, order_no, needs_reply } of members) {
    if (!needs_reply) continue;
    await notify(ctx, {
      template: 'merged',
      channel: 'sms',
      to: { kind: 'requester', orderId: id },
      orderId: id,
      facts: { order_no, others: String(open) },
      urgent: false,
    });
  }
}

/** One level: what others are handled with is not handled with a third. */
async function refuseLeading(ctx: Context, members: readonly orders.Order[]): Promise<void> {
  const [leading] = await leadingAmong(
    ctx,
    members.map(({ id }) => id),
  );
  const order = members.find(({ id }) => id === leading);
  refuseUnless(!order, 'merging.has-members', { orderNo: order?.order_no ?? '' });
}

async function join(
  ctx: Context,
  master: orders.Order,
  member: orders.Order,
  reason: string,
): Promise<void> {
  const why = await orders.addText(ctx, member.id, { kind: 'reason', content: reason });
  const duties = await ofOrder(ctx, member.id);
  await insert(ctx, {
    order_id: member.id,
    master_id: master.id,
    before: member.status === 'in-progress' ? 'in-progress' : 'to-dispatch',
    duties: heldBy(duties),
    reason_no: why.no,
  });
  await endPauses(ctx, member.id);
  await revokeAll(ctx, duties, { text: why.no });
  await orders.advance(ctx, member, 'merge', {
    set: { ...unsent, merged_into: master.id, claimed_by: null, claimed_until: null },
    data: { master: master.id, text: why.no, digest: why.digest },
  });
}

/** What was passed down goes back to whoever passed it. */
function heldBy(duties: readonly Assignment[]): Member['duties'] {
  const open = duties.filter(
    ({ state, role }) => (openStates as readonly string[]).includes(state) && role !== 'delegate',
  );
  return open
    .map(({ unit_code, role }) => ({ unit: unit_code, role }))
    .toSorted((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'));
}
