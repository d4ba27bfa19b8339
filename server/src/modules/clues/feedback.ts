import type { clues as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { knownPeopleIn, personalWordsIn } from '../redaction/index.ts';
import { reachOf } from '../requesters/index.ts';
import { clueSubject, type Feedback } from './clue.ts';
import { lockClue } from './clues.repo.ts';
import { changeFeedback, feedbackTo, putFeedback } from './feedback.repo.ts';
import { mayApproveFeedback, mayWriteFeedback } from './policy.ts';
import { reportersOf } from './reporters.ts';
import { sourcesOf } from './sources.repo.ts';
import { noMoreFeedback } from './waits.ts';
import { toTell } from './who-to-tell.ts';

const done = { done: true } as const;
const leastReason = 4;

/** 拟反馈: only to somebody who gave a name, only of a clue that is over, and without a word that names a person. */
export async function writeFeedback(
  ctx: Context,
  { clueId, orderId, way, words }: InputOf<typeof contract.writeFeedback>,
): Promise<typeof done> {
  const clue = await lockClue(ctx, clueId);
  demand(mayWriteFeedback(ctx.actor, clue, await feedbackTo(ctx, { clueId, orderId })));
  await demandSource(ctx, { clueId, orderId });
  const reach = (await reachOf(ctx, [orderId])).get(orderId);
  refuseUnless(reach?.isNamed, 'clues.nobody-to-tell');
  refuseUnless(way !== 'sms' || reach.hasPhone, 'clues.no-phone');
  await refuseNamed(ctx, { clueId, orderId }, words);
  await putFeedback(ctx, { clueId, orderId, way, words });
  tell(ctx, clueSubject(clueId), 'clues.feedback-written', { order: orderId, way });
  announce(ctx, 'clues');
  return done;
}

async function demandSource(
  ctx: Context,
  { clueId, orderId }: { clueId: string; orderId: string },
): Promise<void> {
  const sources = await sourcesOf(ctx, clueId);
  refuseUnless(
    sources.some(({ order_id }) => order_id === orderId),
    'clues.not-a-source',
  );
}

/** 不说出任何人: of a clue that several told of, one does not hear from the centre who the others are. */
async function refuseNamed(
  ctx: Context,
  { clueId, orderId }: { clueId: string; orderId: string },
  words: string,
): Promise<void> {
  const sources = await sourcesOf(ctx, clueId);
  const everybody = await reportersOf(
    ctx,
    sources.map(({ order_id }) => order_id),
  );
  const others = knownPeopleIn(words, everybody).map(({ start, end }) => words.slice(start, end));
  const found = new Set([...(await personalWordsIn(ctx, orderId, [words])), ...others]);
  refuseUnless(found.size === 0, 'clues.tells-who', { found: [...found].join('、') });
}

/** 审定反馈: by another person; approved, it is told at once, or sent back with a reason. */
export async function approveFeedback(
  ctx: Context,
  { clueId, orderId, approved, words }: InputOf<typeof contract.approveFeedback>,
): Promise<typeof done> {
  await lockClue(ctx, clueId);
  const key = { clueId, orderId };
  const feedback = await feedbackTo(ctx, key);
  demand(mayApproveFeedback(ctx.actor, feedback));
  if (feedback === null) return done;
  refuseUnless(approved || words.length >= leastReason, 'clues.reason-needed');
  if (!approved) await changeFeedback(ctx, key, { sent_back_words: words });
  if (approved) await told(ctx, feedback);
  tell(ctx, clueSubject(clueId), 'clues.feedback-decided', { order: orderId, approved });
  announce(ctx, 'clues');
  return done;
}

/** By the order's own channel: a message to the number it left; otherwise a person has said it as written here. */
async function told(ctx: Context, feedback: Feedback): Promise<void> {
  const { clue_id: clueId, order_id: orderId, way, words } = feedback;
  await changeFeedback(
    ctx,
    { clueId, orderId },
    { approved_by: ctx.actor.accountId, told_at: ctx.now },
  );
  if (way === 'sms') await sendWords(ctx, orderId, words);
  if ((await toTell(ctx, clueId)).length === 0) await noMoreFeedback(ctx, clueId);
}

async function sendWords(ctx: Context, orderId: string, words: string): Promise<void> {
  const order = await orders.find(ctx, orderId);
  if (!order) return;
  await notify(ctx, {
    template: 'clue-told',
    channel: 'sms',
    to: { kind: 'requester', orderId },
    orderId,
    facts: { order_no: order.order_no, words },
    urgent: false,
  });
}
