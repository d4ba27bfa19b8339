import type { Context } from '../../platform/context.ts';
import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import * as orders from '../orders/index.ts';
import { changeLedger, ledgerOf } from './ledger.repo.ts';
import { change, deferralsOf } from './requests.repo.ts';

const lapse = job('deferrals:lapse', news);

on('dispatch.recalled', lapse);
on('dispatch.reassigned', lapse);
on('disputes.ended', lapse);
on('handling.submitted', lapse);
on('handling.reply-approved', lapse);
on('intake.withdrawn', lapse);
on('merging.merged', lapse);

/** 另行处理: what was asked for an order that has moved on is nobody's question any more; a ledger ends with its order. */
handle(lapse, async (ctx, { id }) => {
  const order = await orders.lock(ctx, id);
  await lapseLeft(ctx, order);
  const ledger = await ledgerOf(ctx, id);
  if (ledger?.state !== 'open' || order.status === 'parked' || order.parked_at !== null) return;
  // The events of one order may be heard late: what the order says now counts.
  const isCleared = order.replied_at !== null && order.replied_at >= ledger.parked_at;
  await changeLedger(ctx, id, {
    state: isCleared ? 'cleared' : 'ended',
    cleared_at: isCleared ? ctx.now : null,
    review_due_at: null,
  });
});

/** The caller holds the order. */
export async function lapseLeft(ctx: Context, order: orders.Order): Promise<void> {
  const open = (await deferralsOf(ctx, order.id)).filter(({ state }) => state === 'asked');
  for (const one of open)
    if (order.status !== 'in-progress' || order.lead_unit !== one.unit_code)
      await change(ctx, one, { state: 'lapsed' });
}
