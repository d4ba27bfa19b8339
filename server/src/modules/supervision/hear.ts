import type { SupervisionTrigger } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import { announce, type News, news, on, tell } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { proposeClustered } from './clustered.ts';
import { isGone, lastHolder } from './last-holder.ts';
import { noMoreUnmoved, noMoreWaiting } from './late.ts';
import { propose } from './propose.ts';
import { owesResult } from './result-wait.ts';
import { change, type Supervision, supervisionsOf } from './supervisions.repo.ts';
import { urgeByRule } from './urge-by-rule.ts';

const hear = job('supervision:hear', news);
const linked = job('supervision:linked', news);
const urged = job('supervision:urged', news);
const settle = job('supervision:settle', news);

on('call-back.redone', hear);
on('call-back.false-redone', hear);
on('call-back.false-confirmed', hear);
on('call-back.attempted', hear);
on('call-back.rated', hear);
on('call-back.raised', hear);
on('disputes.raised', hear);
on('issues.linked', linked);
on('intake.urged', urged);
on('handling.reply-approved', settle);
on('call-back.closed', settle);
on('intake.withdrawn', settle);
on('merging.merged', settle);
on('dispatch.duty-revoked', settle);
on('disputes.return-upheld', settle);

handle(hear, async (ctx, said) => {
  const trigger = triggerOf(said);
  if (trigger) await propose(ctx, await orders.lock(ctx, said.id), trigger);
});

const mostRedosUntilRaised = 2;

/** 督办事由 of what happened; null where it is none. */
function triggerOf({ type, data }: News): SupervisionTrigger | null {
  switch (type) {
    case 'call-back.redone':
    case 'call-back.false-redone':
      return Number(data.round) >= mostRedosUntilRaised ? 'redo-twice' : 'redo';
    case 'call-back.false-confirmed':
      return 'false-completion';
    case 'call-back.attempted':
    case 'call-back.rated':
      return isComplaint(data) ? 'complaint' : null;
    case 'call-back.raised':
    case 'disputes.raised':
      return 'raised';
    default:
      return null;
  }
}

/** 对办理过程不满意, unless the reason lies outside the unit. */
const isComplaint = ({ process, reasonClass }: News['data']): boolean =>
  (process === 'dissatisfied' || process === 'very-dissatisfied') && reasonClass !== 'objective';

/** Told of the issue it is the order in the event that came to it. */
handle(linked, async (ctx, { kind, data }) => {
  if (kind !== 'issue' || typeof data.orderId !== 'string') return;
  const order = await orders.find(ctx, data.orderId);
  if (order && orders.isOpen(order.status)) await proposeClustered(ctx, order);
});

/** 诉求人催办. */
handle(urged, async (ctx, { id }) => {
  const order = await orders.lock(ctx, id);
  const holder = lastHolder(await ofOrder(ctx, id));
  if (holder && orders.isOpen(order.status)) await urgeByRule(ctx, order, holder, 'urged');
});

/**
 * The reply stands, the order is over, or the unit holds it no more: urging is over with it, and nobody need decide
 * whether to supervise more. A written supervision still wants its result.
 */
handle(settle, async (ctx, { id, type }) => {
  const order = await orders.lock(ctx, id);
  const duties = await ofOrder(ctx, id);
  const isApproved = type === 'handling.reply-approved';
  const isOver = !orders.isOpen(order.status);
  for (const one of await supervisionsOf(ctx, id)) {
    const runs = one.state === 'open' || one.state === 'answered';
    const isLeft = isOver || isGone(one.unit_code, duties);
    if (isLeft) await noMoreUnmoved(ctx, one);
    if (runs && one.level === 'S1' && (isApproved || isLeft))
      await endByRule(ctx, order, one, 'closed');
    else if (runs && isLeft) await owesResult(ctx, one);
    else if (one.state === 'proposed' && isSettledBy(one, { type, isOver }))
      await endByRule(ctx, order, one, 'lapsed');
  }
});

/** What took too long is over with the reply, all that was still to be done with the end; how a unit behaved is over with neither. */
function isSettledBy(
  { trigger }: Supervision,
  { type, isOver }: { type: News['type']; isOver: boolean },
): boolean {
  if (type === 'intake.withdrawn') return true;
  if (isOver) return trigger !== 'false-completion' && trigger !== 'complaint';
  const isOfTime = ['overdue-day', 'safety', 'unmoved', 'repeated'].includes(trigger);
  return type === 'handling.reply-approved' && isOfTime;
}

async function endByRule(
  ctx: Context,
  order: orders.Order,
  one: Supervision,
  state: 'closed' | 'lapsed',
): Promise<void> {
  await change(ctx, one, { state, closed_at: ctx.now, sort_at: ctx.now });
  await noMoreWaiting(ctx, one);
  const type = state === 'closed' ? 'supervision.closed' : 'supervision.lapsed';
  tell(ctx, { kind: 'order', id: order.id }, type, {
    no: one.no,
    level: one.level,
    unit: one.unit_code,
    path: one.unit_path,
    late: one.late_at !== null,
    byRule: true,
  });
  announce(ctx, 'supervision');
}
