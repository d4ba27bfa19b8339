import type { dispatch } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import * as learning from '../learning/index.ts';
import * as orders from '../orders/index.ts';
import type { Assignment } from './assignment.ts';
import { type Choice, chooseUnits } from './choose-units.ts';
import { respondingWithin } from './duty-limits.ts';
import { maySend, undoUntil } from './policy.ts';
import { addDuties, limitsFor } from './send-to-units.ts';
import { usePrecedent } from './use-precedent.ts';

type Send = InputOf<typeof dispatch.send>;

/** T5 派单: exactly one lead and any number of others in one transaction; every clock starts now. */
export async function send(ctx: Context, input: Send): Promise<ReplyOf<typeof dispatch.send>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(maySend(ctx.actor, order, ctx.now));
  const { order: sent, assignments } = await dispatchOrder(ctx, order, input);
  await learning.decided(ctx, order.id, { unit: input.lead });
  await usePrecedent(ctx, order, input.lead);
  return {
    dueAt: (sent.due_at ?? ctx.now).toISOString(),
    undoUntil: undoUntil(sent).toISOString(),
    assignments: assignments.map(({ id, unit_code, role }) => ({ id, unitCode: unit_code, role })),
  };
}

export interface Dispatching extends Choice {
  note: string;
  readers?: readonly string[] | undefined;
  title?: string | undefined;
  content?: string | undefined;
  /** 自动派单: no person chose. */
  isAutomatic?: boolean | undefined;
  /** 应急响应: the units answer within these minutes at the latest. */
  respondMinutes?: number | undefined;
}

/** The dispatch itself, for a person's decision and for the rule that sends emergencies. The order is held. */
export async function dispatchOrder(
  ctx: Context,
  order: orders.Order,
  what: Dispatching,
): Promise<{ order: orders.Order; assignments: Assignment[] }> {
  const [chosen, own] = await Promise.all([chooseUnits(ctx, order, what), limitsFor(ctx, order)]);
  const limits = what.respondMinutes ? respondingWithin(own, what.respondMinutes) : own;
  await correctText(ctx, order, what);
  const note = what.note
    ? await orders.addText(ctx, order.id, { kind: 'dispatch-note', content: what.note })
    : null;
  const reason = what.guardReason
    ? await orders.addText(ctx, order.id, { kind: 'reason', content: what.guardReason })
    : null;
  const assignments = await addDuties(ctx, {
    order,
    units: chosen.units,
    limits,
    rowId: chosen.rowId,
    guardReasonNo: reason?.no ?? null,
    noteNo: note?.no ?? null,
    readers: what.readers,
  });
  const lead = assignments.find(({ role }) => role === 'lead');
  const sent = await orders.advance(ctx, order, 'dispatch', {
    set: {
      lead_unit: lead?.unit_code ?? null,
      lead_path: lead?.unit_path ?? null,
      due_at: lead?.due_at ?? null,
      promise_at: order.promise_at ?? lead?.due_at ?? null,
      limit_class: limits.code,
      limit_version: limits.version,
      dispatched_at: ctx.now,
      auto_sent: what.isAutomatic === true,
      claimed_by: null,
      claimed_until: null,
    },
    data: {
      lead: lead?.unit_code ?? null,
      row: chosen.rowId,
      limit: limits.code,
      version: limits.version,
      note: note?.no ?? null,
      triggers: order.triggers,
    },
  });
  return { order: sent, assignments };
}

/** The text units read may be put right; what the citizen said stays as it was. */
async function correctText(ctx: Context, order: orders.Order, what: Dispatching): Promise<void> {
  if (what.title === undefined && what.content === undefined) return;
  const now = orders.textForUnits(await orders.textsOf(ctx, order.id));
  const text = await orders.addText(ctx, order.id, {
    kind: 'for-units',
    title: what.title ?? now?.title ?? '',
    content: what.content ?? now?.content ?? '',
  });
  tell(ctx, { kind: 'order', id: order.id }, 'dispatch.text-corrected', {
    text: text.no,
    digest: text.digest,
  });
  await orders.renewUnitSearch(ctx, order);
}
