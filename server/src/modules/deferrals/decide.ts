import type { deferrals as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { noMoreDecision } from './decision-wait.ts';
import { grantExtension } from './extend.ts';
import { park } from './park.ts';
import { mayDecide } from './policy.ts';
import { type Deferral, decided, deferralsOf } from './requests.repo.ts';
import { suspend } from './suspend.ts';

/** 审批: more time, a clock that stands still, or the ledger; refused with a reason the unit works on by. */
export async function decideDeferral(
  ctx: Context,
  input: InputOf<typeof contract.decideDeferral>,
): Promise<ReplyOf<typeof contract.decideDeferral>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const open = (await deferralsOf(ctx, order.id)).find(({ state }) => state === 'asked');
  demand(mayDecide(ctx.actor, order, open));
  refuseUnless(open, 'deferrals.none-open');
  refuseUnless(input.granted || input.words !== '', 'deferrals.words-needed');

  const words = input.words
    ? await orders.addText(ctx, order.id, { kind: 'reason', content: input.words })
    : null;
  await decided(ctx, open, input.granted ? 'granted' : 'refused', words?.no ?? null);
  await noMoreDecision(ctx, open);
  announce(ctx, 'deferrals');
  if (input.granted) {
    const dueAt = await grant(ctx, order, open);
    return { dueAt: dueAt?.toISOString() ?? null };
  }
  tell(ctx, { kind: 'order', id: order.id }, 'deferrals.refused', {
    deferral: open.kind,
    lead: open.unit_code,
    text: words?.no ?? null,
    digest: words?.digest ?? null,
  });
  return { dueAt: order.due_at?.toISOString() ?? null };
}

async function grant(ctx: Context, order: orders.Order, open: Deferral): Promise<Date | null> {
  switch (open.kind) {
    case 'extension':
      return grantExtension(ctx, order, open);
    case 'suspension':
      await suspend(ctx, order, open);
      return null;
    case 'parking':
      await park(ctx, order, open);
      return null;
    default:
      return open.kind satisfies never;
  }
}
