import type { clues as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { reachOf } from '../requesters/index.ts';
import type { Clue, Feedback } from './clue.ts';
import { feedbackOf } from './feedback.repo.ts';
import { mayApproveFeedback, mayWriteFeedback } from './policy.ts';
import { isHeld, latestSending, unitKnows } from './sendings.repo.ts';
import { sourcesOf } from './sources.repo.ts';

type View = ReplyOf<typeof contract.readClue>['sources'];

/** 来源工单和反馈. An order of named readers shows no number to whoever may not open it. */
export async function sourceViews(ctx: Context, clue: Clue): Promise<View> {
  const [sources, feedback] = await Promise.all([
    sourcesOf(ctx, clue.id),
    feedbackOf(ctx, clue.id),
  ]);
  const ids = sources.map(({ order_id }) => order_id);
  const [seen, reach, names] = await Promise.all([
    orders.visibleAmong(ctx, ids),
    reachOf(ctx, ids),
    accountNames(ctx, [
      ...sources.map(({ marked_by }) => marked_by),
      ...feedback.flatMap(({ written_by, approved_by }) => [written_by, approved_by]),
    ]),
  ]);
  const isKnown = await knownTo(ctx, clue.id);
  const views: View = [];
  for (const { order_id: orderId, marked_by, marked_at } of sources) {
    const told = feedback.find(({ order_id }) => order_id === orderId) ?? null;
    const isNamed = reach.get(orderId)?.isNamed ?? false;
    const order = seen.has(orderId) ? await orders.find(ctx, orderId) : null;
    views.push({
      orderId,
      orderNo: order?.order_no ?? null,
      markedBy: names.get(marked_by ?? '') ?? '',
      markedAt: marked_at.toISOString(),
      isNamed,
      hasPhone: reach.get(orderId)?.hasPhone ?? false,
      isKnownToUnit: await isKnown(orderId),
      feedback: told && feedbackView(told, names),
      canFeedback: isNamed && mayWriteFeedback(ctx.actor, clue, told).allowed,
      canApprove: mayApproveFeedback(ctx.actor, told).allowed,
    });
  }
  return views;
}

/** 抄报以后才派给同一单位的: cannot be undone, so it is shown. */
async function knownTo(ctx: Context, clueId: string): Promise<(id: string) => Promise<boolean>> {
  const sending = await latestSending(ctx, clueId);
  const [unit] =
    sending !== null && isHeld(sending)
      ? await organisation.unitsIfKnown(ctx, [sending.unit_code])
      : [];
  return async (orderId) => unit !== undefined && unitKnows(ctx, [orderId], unit.path);
}

function feedbackView(told: Feedback, names: Map<string, string>): View[number]['feedback'] {
  return {
    way: told.way,
    words: told.words,
    writtenBy: names.get(told.written_by ?? '') ?? '',
    sentBack: told.sent_back_words,
    approvedBy: told.told_at && (names.get(told.approved_by ?? '') ?? ''),
    toldAt: told.told_at?.toISOString() ?? null,
  };
}
