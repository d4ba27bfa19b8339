import type { callBack } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { all, allowIf, type Decision, demand, forbidden } from '../../platform/refusal.ts';
import { ofOrder, revokeAll } from '../dispatch/index.ts';
import * as matters from '../matters/index.ts';
import { isComplete } from '../mechanisms/index.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { attemptsOf } from './attempts.repo.ts';
import { setFollowUp } from './follow-up.ts';
import { heard, isGivenUp, mayCheckExplanation, mayClose } from './policy.ts';

type Close = InputOf<typeof callBack.close>;

const followUpDays = 30;
/** 解释核查 in fewer characters says nothing. */
const leastWords = 6;

/** T19 结案: solved; not solved for an objective reason that was explained; or silence after three honest tries. */
export async function close(ctx: Context, input: Close): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(await closing(ctx, order, input));
  await closeAs(ctx, order, input);
  return { done: true };
}

/** 批量结案: those whose requester said that it is solved; each has its own result. */
export async function closeMany(
  ctx: Context,
  { orderIds }: InputOf<typeof callBack.closeMany>,
): Promise<ReplyOf<typeof callBack.closeMany>> {
  const solved = { as: 'solved', note: '' } as const;
  const results = await orders.actOnEach(ctx, orderIds, async (order) => {
    const decision = await closing(ctx, order, solved);
    if (decision.allowed) await closeAs(ctx, order, solved);
    return decision;
  });
  return { results };
}

type Closing = Omit<Close, 'orderId'>;

async function closing(ctx: Context, order: orders.Order, said: Closing): Promise<Decision> {
  const may = mayClose(ctx.actor, order);
  return may.allowed ? founded(ctx, order, said) : may;
}

async function closeAs(
  ctx: Context,
  order: orders.Order,
  { as: kind, note, followUpOn }: Closing,
): Promise<void> {
  const kept = note
    ? await orders.addText(ctx, order.id, { kind: 'call-back', content: note })
    : null;
  await closeOrder(ctx, order, kind, kept?.no ?? null);
  const checkOn = followUpOn ?? (await defaultFollowUpOn(ctx, order));
  if (checkOn) await setFollowUp(ctx, order, checkOn);
}

/** The closing itself, for a person's decision and for the rule. The order is held. */
export async function closeOrder(
  ctx: Context,
  order: orders.Order,
  kind: string,
  textNo: number | null,
): Promise<void> {
  await revokeAll(ctx, await ofOrder(ctx, order.id));
  await orders.advance(ctx, order, 'close', {
    set: { closed_at: ctx.now, close_kind: kind },
    data: { kind, round: order.round, text: textNo },
  });
  orders.archiveLater(ctx, order.id);
  if (!order.needs_reply) return;
  await notify(ctx, {
    template: 'closed',
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id },
    orderId: order.id,
    facts: { order_no: order.order_no },
    urgent: false,
  });
}

/** What was said decides: unsolved for the unit's own reasons goes back, and silence is not assent. */
async function founded(
  ctx: Context,
  order: orders.Order,
  { as: kind, note }: Closing,
): Promise<Decision> {
  const attempts = await attemptsOf(ctx, order.id);
  const asked = heard(order, attempts);
  const last = asked.at(-1);
  if (kind === 'unreached')
    return allowIf(
      last === undefined && isGivenUp(order, attempts),
      'call-back.not-reached-enough',
    );
  if (!last) return forbidden('call-back.nobody-asked');
  const isSubjective = last.solved !== 'solved' && last.reason_class === 'subjective';
  if (kind === 'solved')
    return all(
      allowIf(last.solved === 'solved', 'call-back.subjective-redo'),
      await isComplete(ctx, order.id, { before: 'close', evidence: new Set() }),
    );
  return all(
    allowIf(!isSubjective || order.round >= 2, 'call-back.subjective-redo'),
    mayCheckExplanation(ctx.actor, asked),
    allowIf(note.length >= leastWords, 'call-back.explanation-words'),
  );
}

/** HC1: where measures were asked for, somebody looks again after thirty days. */
async function defaultFollowUpOn(ctx: Context, order: orders.Order): Promise<string | null> {
  const form = await matters.replyForm(ctx, order.matter_code);
  if (!form.measures) return null;
  const then = new Date(ctx.now.getTime() + followUpDays * 86_400_000);
  return organisation.cityHour(then, ctx.city.zone).on;
}
