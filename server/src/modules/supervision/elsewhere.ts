import type { Context } from '../../platform/context.ts';
import { announce, type News, news, on, tell } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import * as orders from '../orders/index.ts';
import { named } from './answer.ts';
import { answerLater, noMoreWaiting } from './late.ts';
import { answerDueOf, levelOf } from './levels.ts';
import { noMoreResult, resultLater } from './result-wait.ts';
import { change, givenWith, type Supervision, supervisionsOf } from './supervisions.repo.ts';

const answeredElsewhere = job('supervision:answered-elsewhere', news);
const sentBackElsewhere = job('supervision:sent-back-elsewhere', news);

on('letters.answered', answeredElsewhere);
on('tasks.claimed', answeredElsewhere);
on('letters.answer-sent-back', sentBackElsewhere);
on('tasks.sent-back', sentBackElsewhere);

/** 公文或任务已反馈: what the unit said there is the answer; its words stand there. */
handle(answeredElsewhere, async (ctx, said) => {
  const one = await heldGivenWith(ctx, said);
  if (one?.state !== 'open') return;
  await change(ctx, one, { state: 'answered', sort_at: ctx.now });
  await noMoreWaiting(ctx, one);
  await resultLater(ctx, one);
  tell(ctx, { kind: 'order', id: one.order_id }, 'supervision.answered', {
    ...named(one),
    late: one.late_at !== null,
    ...thereIn(said),
  });
  announce(ctx, 'supervision');
});

/** 公文或任务的反馈被退回: not enough there is not enough here, and the limit begins anew. Why stands there. */
handle(sentBackElsewhere, async (ctx, said) => {
  const one = await heldGivenWith(ctx, said);
  if (one?.state !== 'answered') return;
  const answerDueAt = await answerDueOf(ctx, await levelOf(ctx, one.level));
  await change(ctx, one, {
    state: 'open',
    answer_due_at: answerDueAt,
    sort_at: answerDueAt ?? ctx.now,
  });
  await noMoreResult(ctx, one);
  await answerLater(ctx, { ...one, answer_due_at: answerDueAt });
  tell(ctx, { kind: 'order', id: one.order_id }, 'supervision.sent-back', {
    ...named(one),
    answerDueAt: answerDueAt?.toISOString() ?? null,
    ...thereIn(said),
  });
  announce(ctx, 'supervision', `unit:${one.unit_path}`);
});

/** The supervision given by this letter or task to this unit, its order held. */
async function heldGivenWith(ctx: Context, { kind, id, data }: News): Promise<Supervision | null> {
  const found = await givenWith(ctx, kind === 'letter' ? 'letter_id' : 'task_id', id);
  if (!found || found.unit_code !== data.unit) return null;
  await orders.lock(ctx, found.order_id);
  return (await supervisionsOf(ctx, found.order_id)).find(({ no }) => no === found.no) ?? null;
}

const thereIn = ({ kind, id }: News) => (kind === 'letter' ? { letter: id } : { task: id });
