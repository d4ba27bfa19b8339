import type { supervision as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { ofOrder } from '../dispatch/index.ts';
import { attach } from '../files/index.ts';
import * as orders from '../orders/index.ts';
import { held, named } from './answer.ts';
import { noMoreWaiting } from './late.ts';
import { mayClose, mayDismiss } from './policy.ts';
import { noMoreResult } from './result-wait.ts';
import { change } from './supervisions.repo.ts';

/** 销号, with evidence of its own, by somebody outside the supervised unit. */
export async function closeSupervision(
  ctx: Context,
  input: InputOf<typeof contract.closeSupervision>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const one = await held(ctx, input);
  demand(mayClose(ctx.actor, one, { order, duties: await ofOrder(ctx, order.id) }));
  const words = await orders.addText(ctx, order.id, { kind: 'reason', content: input.words });
  await attach(ctx, input.fileIds, {
    orderId: order.id,
    assignmentId: null,
    purpose: 'evidence',
  });
  await change(ctx, one, {
    state: 'closed',
    sort_at: ctx.now,
    closed_by: ctx.actor.accountId,
    closed_at: ctx.now,
    evidence_no: words.no,
    evidence_files: [...input.fileIds],
  });
  await noMoreWaiting(ctx, one);
  await noMoreResult(ctx, one);
  tell(ctx, { kind: 'order', id: order.id }, 'supervision.closed', {
    ...named(one),
    late: one.late_at !== null,
    byRule: false,
    text: words.no,
    digest: words.digest,
    files: [...input.fileIds],
  });
  announce(ctx, 'supervision', `unit:${one.unit_path}`);
  return { done: true };
}

/** 不采纳: why what the rule proposed is not needed. */
export async function dismissProposal(
  ctx: Context,
  input: InputOf<typeof contract.dismissProposal>,
): Promise<{ done: true }> {
  const one = await held(ctx, input);
  demand(mayDismiss(ctx.actor, one));
  const words = await orders.addText(ctx, one.order_id, { kind: 'reason', content: input.words });
  await change(ctx, one, {
    state: 'dismissed',
    sort_at: ctx.now,
    closed_by: ctx.actor.accountId,
    closed_at: ctx.now,
    reason_no: words.no,
  });
  tell(ctx, { kind: 'order', id: one.order_id }, 'supervision.dismissed', {
    ...named(one),
    trigger: one.trigger,
    text: words.no,
    digest: words.digest,
  });
  announce(ctx, 'supervision');
  return { done: true };
}
