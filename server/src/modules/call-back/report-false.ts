import type { falseCompletion as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type Assignment, ofOrder } from '../dispatch/index.ts';
import { attach } from '../files/index.ts';
import * as orders from '../orders/index.ts';
import { attemptsOf } from './attempts.repo.ts';
import { change, falseCompletionsOf, insert } from './false-completions.repo.ts';
import { mayAnswerFalse, mayReportFalse, openOf } from './false-policy.ts';
import { hearBy, isHeard } from './false-waits.ts';
import { heard } from './policy.ts';

type Report = InputOf<typeof contract.reportFalse>;

/** 登记虚假办结 (domain 2.8): what was found is kept beside what the unit said; nothing of either is changed. */
export async function reportFalse(
  ctx: Context,
  input: Report,
): Promise<ReplyOf<typeof contract.reportFalse>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const before = await falseCompletionsOf(ctx, order.id);
  const open = openOf(before);
  demand(mayReportFalse(ctx.actor, order, { foundHow: input.foundHow, open }));
  await refuseGroundless(ctx, order, input);
  const duty = answeredBy(await ofOrder(ctx, order.id));
  if (!duty) await refuseMember(ctx, order);
  refuseUnless(duty, 'dispatch.no-lead');

  const texts = await orders.textsOf(ctx, order.id);
  const found = await orders.addText(ctx, order.id, { kind: 'call-back', content: input.found });
  await attach(ctx, input.fileIds, {
    orderId: order.id,
    assignmentId: null,
    purpose: 'evidence',
  });
  const hearUntil = await hearBy(ctx, { order_id: order.id, no: before.length + 1 });
  await insert(ctx, {
    order_id: order.id,
    round: order.round,
    assignment_id: duty.id,
    unit_code: duty.unit_code,
    unit_path: duty.unit_path,
    found_how: input.foundHow,
    claimed_no: texts.findLast(({ kind }) => kind === 'answer')?.no ?? null,
    found_no: found.no,
    file_ids: [...input.fileIds],
    state: 'found',
    found_by: ctx.actor.accountId,
    found_at: ctx.now,
    hear_until: hearUntil,
  });
  await orders.holdArchive(ctx, order);
  tell(ctx, { kind: 'order', id: order.id }, 'call-back.false-found', {
    unit: duty.unit_code,
    foundHow: input.foundHow,
    round: order.round,
    text: found.no,
    digest: found.digest,
  });
  announce(ctx, 'false-completions');
  return { hearUntil: hearUntil.toISOString() };
}

/** Hearsay is not enough: the requester said so in this round, or somebody looked and shows it. */
async function refuseGroundless(
  ctx: Context,
  order: orders.Order,
  { foundHow, fileIds }: Report,
): Promise<void> {
  if (foundHow === 'site-check') {
    refuseUnless(fileIds.length > 0, 'call-back.false-evidence');
    return;
  }
  const said = heard(order, await attemptsOf(ctx, order.id)).at(-1);
  refuseUnless(said && said.solved !== 'solved', 'call-back.false-not-said');
}

/** 一并办理: the answer was another order's, and so is what is found about it. */
async function refuseMember(ctx: Context, { merged_into }: orders.Order): Promise<void> {
  const master = merged_into === null ? null : await orders.find(ctx, merged_into);
  refuseUnless(!master, 'merging.report-master', { orderNo: master?.order_no ?? '' });
}

/** The lead whose answer it was. */
export const answeredBy = (duties: readonly Assignment[]): Assignment | undefined =>
  duties.findLast(({ role, state }) => role === 'lead' && state === 'done');

/** 单位说明, before anybody decides. */
export async function answerFalse(
  ctx: Context,
  input: InputOf<typeof contract.answerFalse>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const open = openOf(await falseCompletionsOf(ctx, order.id));
  const duty = (await ofOrder(ctx, order.id)).find(({ id }) => id === open?.assignment_id);
  demand(mayAnswerFalse(ctx.actor, open, duty));
  refuseUnless(open, 'call-back.false-none-open');

  const words = await orders.addText(ctx, order.id, { kind: 'reason', content: input.words });
  await change(ctx, open, {
    state: 'heard',
    heard_no: words.no,
    heard_by: ctx.actor.accountId,
    heard_at: ctx.now,
  });
  await isHeard(ctx, open);
  tell(ctx, { kind: 'order', id: order.id }, 'call-back.false-heard', {
    unit: open.unit_code,
    text: words.no,
    digest: words.digest,
  });
  announce(ctx, 'false-completions');
  return { done: true };
}
