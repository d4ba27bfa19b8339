import { isUrgent } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { announce, historyOf, type StoredEvent, tell } from '../../platform/events.ts';
import { cancelLater } from '../../platform/jobs.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { ofOrder, revokeAll } from '../dispatch/index.ts';
import * as files from '../files/index.ts';
import { hearInfo } from '../handling/index.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';
import * as requesters from '../requesters/index.ts';
import { mayCorrectNumber, maySupplement, mayUrge, mayWithdraw } from './policy.ts';
import { workedAs } from './progress.ts';
import { text } from './text.ts';

/**
 * What the requester may still do, by page or through an agent. Each takes the order already seen and held.
 * 补充: while a unit waits to hear something, whatever the requester says is its answer.
 */
export async function supplement(
  ctx: Context,
  order: orders.Order,
  content: string,
  fileIds: readonly string[],
): Promise<void> {
  demand(maySupplement(ctx.actor, order));
  if (order.status === 'need-info') return hearInfo(ctx, order, { content, fileIds });
  const words = await orders.addText(ctx, order.id, { kind: 'supplement', content });
  await files.attach(ctx, fileIds, { orderId: order.id, assignmentId: null, purpose: 'appeal' });
  tell(ctx, { kind: 'order', id: order.id }, 'intake.supplemented', {
    text: words.no,
    digest: words.digest,
    files: [...fileIds],
  });
  announceToHolder(ctx, order);
}

export function wasUrgedToday(
  ctx: Context,
  events: readonly Pick<StoredEvent, 'type' | 'at'>[],
): boolean {
  const dayOf = (at: Date) => cityHour(at, ctx.city.zone).on;
  return events.some(({ type, at }) => type === 'intake.urged' && dayOf(at) === dayOf(ctx.now));
}

/** T24 催办: once a day; whoever leads is told. */
export async function urge(ctx: Context, order: orders.Order, note: string): Promise<void> {
  demand(mayUrge(ctx.actor, order));
  const events = await historyOf(ctx, { kind: 'order', id: order.id });
  refuseUnless(!wasUrgedToday(ctx, events), 'intake.urged-today');

  const words = note
    ? await orders.addText(ctx, order.id, { kind: 'supplement', content: note })
    : null;
  await tellUrged(ctx, order, words?.no ?? null);
}

/** 别的系统催办: said again on the same day its words are kept, and nobody is urged twice. The order is held. */
export async function urgeFromOutside(
  ctx: Context,
  order: orders.Order,
  words: string,
): Promise<void> {
  const events = await historyOf(ctx, { kind: 'order', id: order.id });
  if (!wasUrgedToday(ctx, events)) return urge(ctx, order, words);
  demand(mayUrge(ctx.actor, order));
  await orders.addText(ctx, order.id, { kind: 'note', content: text.urgedAgain(words) });
  announceToHolder(ctx, order);
}

/** 重复反映即催办 (domain 2.10): told again, an open order is urged, once a day like by any other word. The order is held. */
export async function urgeByRepeat(ctx: Context, order: orders.Order): Promise<void> {
  if (!mayUrge(ctx.actor, order).allowed) return;
  const events = await historyOf(ctx, { kind: 'order', id: order.id });
  if (!wasUrgedToday(ctx, events)) await tellUrged(ctx, order, null);
}

async function tellUrged(ctx: Context, order: orders.Order, textNo: number | null): Promise<void> {
  const worked = await workedAs(ctx, order);
  tell(ctx, { kind: 'order', id: order.id }, 'intake.urged', {
    text: textNo,
    unit: worked.lead_unit,
  });
  announceToHolder(ctx, worked);
  if (worked.lead_unit) await tellLead(ctx, worked, worked.lead_unit);
}

/** The unit is told of the order it has, which is another one where several are handled together. */
async function tellLead(ctx: Context, order: orders.Order, unitCode: string): Promise<void> {
  const notice = {
    channel: 'sms',
    to: { kind: 'duty', unitCode, position: 1 },
    orderId: order.id,
    urgent: isUrgent(order.urgency),
  } as const;
  // 专人专办: the duty post learns no number.
  if (order.secrecy === 3) await notify(ctx, { ...notice, template: 'named-duty-news', facts: {} });
  else
    await notify(ctx, { ...notice, template: 'urged-duty', facts: { order_no: order.order_no } });
}

/** T26 撤回: before the answer. */
export async function withdraw(ctx: Context, order: orders.Order, reason: string): Promise<void> {
  demand(mayWithdraw(ctx.actor, order));
  const words = reason
    ? await orders.addText(ctx, order.id, { kind: 'reason', content: reason })
    : null;
  await revokeAll(ctx, await ofOrder(ctx, order.id));
  cancelLater(ctx, `untaken:${order.id}`);
  cancelLater(ctx, `resume:${order.id}`);
  await orders.advance(ctx, order, 'withdraw', {
    set: { closed_at: ctx.now },
    data: { text: words?.no ?? null },
  });
  orders.archiveLater(ctx, order.id);
}

export async function correctNumber(
  ctx: Context,
  order: orders.Order,
  phone: string,
): Promise<void> {
  demand(mayCorrectNumber(ctx.actor, order));
  await requesters.correctNumber(ctx, order.id, phone);
  tell(ctx, { kind: 'order', id: order.id }, 'intake.number-corrected', {});
}

function announceToHolder(ctx: Context, order: orders.Order): void {
  announce(ctx, `desk:${order.status}`);
  if (order.lead_path) announce(ctx, `unit:${order.lead_path}`);
}
