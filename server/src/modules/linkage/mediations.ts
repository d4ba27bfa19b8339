import type { linkage } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { giveTask } from '../tasks/index.ts';
import { insertMediation, mediationsOf } from './mediations.repo.ts';
import { mayMediate } from './policy.ts';
import { countLinkage, recordsOf } from './records.repo.ts';

type Asked = InputOf<typeof linkage.recordMediation>;

const countedAs = { agreed: 'done', 'not-agreed': 'returned', continued: 'accepted' } as const;

/** 联合调解: of an order both lines had in hand; its words are the order's, so that a person in them can be erased. */
export async function recordMediation(
  ctx: Context,
  { orderId, words, followUp, ...said }: Asked,
): Promise<{ mediationId: string }> {
  const order = await orders.lockVisible(ctx, orderId);
  demand(mayMediate(ctx.actor));
  refuseUnless((await recordsOf(ctx, orderId)).length > 0, 'linkage.not-linked');

  const text = await orders.addText(ctx, orderId, { kind: 'note', content: words });
  const task = followUp ? await follow(ctx, orderId, followUp) : null;
  const id = ctx.newId();
  await insertMediation(ctx, {
    city_id: ctx.cityId,
    order_id: orderId,
    id,
    at: ctx.now,
    ...said,
    text_no: text.no,
    task_id: task?.taskId ?? null,
    recorded_by: ctx.actor.accountId,
  });
  await countLinkage(
    ctx,
    { act: 'mediated', mechanism: 'mediation', at: ctx.now },
    { asked: 1, [countedAs[said.result]]: 1 },
  );
  tell(ctx, { kind: 'order', id: orderId }, 'linkage.mediated', {
    mediation: id,
    result: said.result,
    text: text.no,
    digest: text.digest,
  });
  announce(ctx, `desk:${order.status}`);
  return { mediationId: id };
}

type FollowUp = NonNullable<Asked['followUp']>;

const follow = (ctx: Context, orderId: string, { unit, title, wanted, finishOn }: FollowUp) =>
  giveTask(ctx, {
    ...{ kind: 'assigned', title, wanted, unit },
    limit: { kind: 'on-day', on: finishOn },
    subject: { kind: 'order', id: orderId },
  });

type View = ReplyOf<typeof linkage.orderLinkage>['mediations'][number];

/** What was agreed stays at the centre: a unit learns of its task alone. */
export async function mediationViews(ctx: Context, orderId: string): Promise<View[]> {
  if (ctx.actor.scope !== 'all') return [];
  const found = await mediationsOf(ctx, orderId);
  if (found.length === 0) return [];
  const texts = await orders.textsOf(ctx, orderId);
  return found.map(({ id, at, place, parties, ours, theirs, result, text_no, task_id }) => ({
    ...{ id, at: at.toISOString(), place, parties, ours, theirs, result },
    words: texts.find(({ no }) => no === text_no)?.content ?? '',
    taskId: task_id,
  }));
}
