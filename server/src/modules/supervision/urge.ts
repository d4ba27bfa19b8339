import type { supervision as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { all, allowIf, type Decision, demand, refuseUnless } from '../../platform/refusal.ts';
import { type Assignment, ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { lastHolder } from './last-holder.ts';
import { mayUrge } from './policy.ts';
import { reach } from './reach.ts';
import { runningAt, supervisionsOf } from './supervisions.repo.ts';
import { dueFacts, urgeHolder } from './urge-by-rule.ts';

/** S1 催办 by the centre: whoever holds the order last is told, and answers within four working hours. */
export async function urgeOrder(
  ctx: Context,
  input: InputOf<typeof contract.urgeOrder>,
): Promise<ReplyOf<typeof contract.urgeOrder>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const { holder, decision } = await weigh(ctx, order);
  demand(decision);
  refuseUnless(holder, 'supervision.nobody-holds');
  const answerDueAt = await urge(ctx, order, holder, input.words);
  return { answerDueAt: answerDueAt?.toISOString() ?? null };
}

/** 批量催办: each order has its own result. */
export async function urgeMany(
  ctx: Context,
  { orderIds, words }: InputOf<typeof contract.urgeMany>,
): Promise<ReplyOf<typeof contract.urgeMany>> {
  const results = await orders.actOnEach(ctx, orderIds, async (order) => {
    const { holder, decision } = await weigh(ctx, order);
    if (decision.allowed && holder) await urge(ctx, order, holder, words);
    return decision;
  });
  return { results };
}

async function weigh(
  ctx: Context,
  order: orders.Order,
): Promise<{ holder: Assignment | null; decision: Decision }> {
  const [duties, before] = await Promise.all([
    ofOrder(ctx, order.id),
    supervisionsOf(ctx, order.id),
  ]);
  const holder = lastHolder(duties);
  const running = holder && runningAt(before, holder.unit_code);
  const waitsUntil = running?.state === 'open' ? running.answer_due_at : null;
  const decision = all(
    mayUrge(ctx.actor, order, holder),
    allowIf(holder !== null, 'supervision.nobody-holds'),
    allowIf(
      waitsUntil === null || waitsUntil <= ctx.now,
      'supervision.urged-now',
      dueFacts(ctx, waitsUntil),
    ),
  );
  return { holder, decision };
}

async function urge(
  ctx: Context,
  order: orders.Order,
  holder: Assignment,
  words: string,
): Promise<Date | null> {
  const said = words
    ? await orders.addText(ctx, order.id, { kind: 'reason', content: words })
    : null;
  const answerDueAt = await urgeHolder(ctx, order, holder, {
    trigger: 'ordered',
    wordsNo: said?.no ?? null,
  });
  await reach(ctx, {
    order,
    duty: holder,
    template: 'urged-by-centre',
    facts: dueFacts(ctx, answerDueAt),
    alsoNext: false,
  });
  return answerDueAt;
}
