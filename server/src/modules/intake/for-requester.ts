import type { intake } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { sendSoon } from './accept-by-rule.ts';
import { settleUrgency } from './assess.ts';
import { mayChangeUrgency } from './policy.ts';
import { correctNumber, supplement, urge, withdraw } from './requester-steps.ts';
import { teachDanger } from './teach-danger.ts';

const done = { done: true } as const;

/** 代办: what an agent does for the requester on the telephone. */
export async function supplementFor(
  ctx: Context,
  input: InputOf<typeof intake.supplement>,
): Promise<typeof done> {
  await supplement(ctx, await orders.lockVisible(ctx, input.orderId), input.content, input.fileIds);
  return done;
}

export async function urgeFor(
  ctx: Context,
  input: InputOf<typeof intake.urge>,
): Promise<typeof done> {
  await urge(ctx, await orders.lockVisible(ctx, input.orderId), input.note);
  return done;
}

export async function correctNumberFor(
  ctx: Context,
  input: InputOf<typeof intake.correctNumber>,
): Promise<typeof done> {
  await correctNumber(ctx, await orders.lockVisible(ctx, input.orderId), input.phone);
  return done;
}

export async function withdrawFor(
  ctx: Context,
  input: InputOf<typeof intake.withdraw>,
): Promise<typeof done> {
  await withdraw(ctx, await orders.lockVisible(ctx, input.orderId), input.reason);
  return done;
}

/** 调整紧急程度 before dispatch; lowering is the shift lead's, with a reason (domain 4.4). */
export async function changeUrgency(
  ctx: Context,
  input: InputOf<typeof intake.changeUrgency>,
): Promise<typeof done> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayChangeUrgency(ctx.actor, order));
  const before = { urgency: order.urgency, ruled: order.urgency };
  const urgency = settleUrgency(ctx, before, input.urgency, input.reason);

  const why = await orders.addText(ctx, order.id, { kind: 'reason', content: input.reason });
  await orders.change(ctx, order.id, { urgency });
  tell(ctx, { kind: 'order', id: order.id }, 'intake.urgency-changed', {
    before: order.urgency,
    after: urgency,
    text: why.no,
    digest: why.digest,
  });
  const { urgency: matterUrgency } = await matters.matter(ctx, order.matter_code);
  await teachDanger(ctx, order.id, { urgency: order.urgency, matterUrgency, chosen: urgency });
  announce(ctx, `desk:${order.status}`);
  if (urgency === 'U1' && order.status === 'to-dispatch') sendSoon(ctx, order);
  return done;
}
