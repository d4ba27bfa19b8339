import type { handling } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/refusal.ts';
import { endPauses, holdDuty, movePause, ofOrder, pause, shiftDue } from '../dispatch/index.ts';
import * as files from '../files/index.ts';
import * as orders from '../orders/index.ts';
import * as waits from '../waits/index.ts';
import { tellAsked, tellGivenUp, tellHeard, tellMoved } from './info-notices.ts';
import { mayAskInfo, mayGiveInfo } from './policy.ts';

const keyOf = (id: string) => ({ kind: 'need-info', id, no: 0 }) as const;

/** T14 补充信息: at most twice; the clocks stand still, as long at most as the city allows. */
export async function askInfo(
  ctx: Context,
  input: InputOf<typeof handling.askInfo>,
): Promise<{ done: true }> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(mayAskInfo(ctx.actor, order, duty));

  const question = await orders.addText(ctx, order.id, {
    kind: 'question',
    content: input.question,
  });
  const until = await waits.waitForCentre(ctx, keyOf(order.id), 'need-info');
  await pause(ctx, order.id, 'need-info', until);
  await orders.advance(ctx, order, 'ask-info', {
    set: { info_asked: order.info_asked + 1 },
    data: {
      assignment: duty.id,
      unit: duty.unit_code,
      text: question.no,
      digest: question.digest,
      until: until.toISOString(),
    },
  });
  await tellAsked(ctx, order, { question: input.question, until });
  return { done: true };
}

/** 补充信息已取得, by somebody of the centre who spoke with the requester. */
export async function giveInfo(
  ctx: Context,
  input: InputOf<typeof handling.giveInfo>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayGiveInfo(ctx.actor, order));
  await hearInfo(ctx, order, input);
  return { done: true };
}

export interface Info {
  readonly content: string;
  readonly fileIds: readonly string[];
}

/**
 * 诉求人答复了询问, on their page or through an agent: nobody has to pass it on. The clocks run again, later by what
 * they stood, and the unit that asked is told. The caller has seen to it that they may, and holds the order.
 */
export async function hearInfo(
  ctx: Context,
  order: orders.Order,
  { content, fileIds }: Info,
): Promise<void> {
  const words = await orders.addText(ctx, order.id, { kind: 'supplement', content });
  await files.attach(ctx, fileIds, { orderId: order.id, assignmentId: null, purpose: 'appeal' });
  await waits.waitNoMore(ctx, keyOf(order.id));
  await runOn(ctx, order, { text: words.no, digest: words.digest, files: [...fileIds] });
  await tellHeard(ctx, order);
}

async function runOn(
  ctx: Context,
  order: orders.Order,
  data: orders.Advance['data'],
): Promise<void> {
  await endPauses(ctx, order.id);
  const { dueAt, moved } = await shiftDue(ctx, order.id, await ofOrder(ctx, order.id));
  await orders.advance(ctx, order, 'give-info', {
    set: dueAt ? { due_at: dueAt } : {},
    data: { ...data, duties: moved },
  });
}

/** Nobody answered within the pause: the unit goes on with what it has. */
waits.waitRules({
  kind: 'need-info',
  subject: 'order',
  topic: null,
  standing: async (ctx, { id }) =>
    (await orders.lock(ctx, id)).status === 'need-info' ? 'waiting' : 'over',
  pauses: null,
  moved: async (ctx, { id }, until) => {
    await movePause(ctx, id, until);
    await tellMoved(ctx, await orders.lock(ctx, id), until);
  },
  atEnd: {
    does: async (ctx, { id }) => {
      const order = await orders.lock(ctx, id);
      await runOn(ctx, order, { byRule: true });
      await tellGivenUp(ctx, order);
    },
  },
});
