import type { orders as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { intakeResults } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import * as callBack from '../call-back/index.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as files from '../files/index.ts';
import { repliesOf } from '../handling/index.ts';
import { accountNames } from '../identity/index.ts';
import { whyUrgent } from '../intake/index.ts';
import * as issues from '../issues/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { type Eyes, eyesFor } from './eyes.ts';
import { orderAbilities } from './order-abilities.ts';
import { dutyViews, replyViews } from './order-duties.ts';
import { holderOf } from './order-holder.ts';
import { addedOf, answerOf, fieldsOf, notesOf, wordsOf } from './order-words.ts';
import { relatedTo } from './related-orders.ts';

type Page = ReplyOf<typeof contract.orderPage>;

/** 工单页: everything about one order as this person may read it, who holds it now, and what they may do. */
export async function orderPage(ctx: Context, { orderId }: { orderId: string }): Promise<Page> {
  const order = await orders.findVisible(ctx, orderId);
  const [[row], texts, duties, replies, kept] = await Promise.all([
    orders.rowsFor(ctx, [orderId]),
    orders.textsOf(ctx, orderId),
    ofOrder(ctx, orderId),
    repliesOf(ctx, orderId),
    files.filesOf(ctx, orderId),
  ]);
  if (!row) throw new Error(`Order ${orderId} has no row.`);
  const units = await unitsOf(ctx, [
    ...duties.map(({ unit_code }) => unit_code),
    ...kept.flatMap(({ unit_code }) => unit_code ?? []),
  ]);
  const eyes = eyesFor(ctx.actor, order, duties);
  const [fields, urgent, added, notes, replied, called, related, ordersInIssue, names] =
    await Promise.all([
      fieldsOf(ctx, order, { texts, eyes }),
      whyUrgentTo(ctx, order, { texts, eyes }),
      addedOf(ctx, order, { texts, eyes }),
      notesOf(ctx, texts, eyes),
      replyViews(ctx, { order, replies, texts, units, eyes }),
      calledBack(ctx, order, { texts, eyes }),
      relatedTo(ctx, order),
      issues.ordersInIssue(ctx, order.issue_id),
      accountNames(
        ctx,
        duties.flatMap(({ readers }) => readers ?? []),
      ),
    ]);
  return {
    ...row,
    ...columnsOf(order),
    ...wordsOf(texts, eyes),
    ...fields,
    whyUrgent: urgent,
    answer: answerOf(order, texts),
    holder: holderOf({ order, duties, units, claimer: row.claimedBy }),
    assignments: await dutyViews(ctx, { order, duties, units, files: kept, names }),
    replies: replied,
    files: kept.map((file) =>
      files.fileViewOf(ctx, file, units.get(file.unit_code ?? '')?.name ?? null),
    ),
    ...added,
    notes,
    ...called,
    related,
    abilities: orderAbilities(ctx, order, { duties, ordersInIssue }),
  };
}

async function whyUrgentTo(
  ctx: Context,
  { triggers }: orders.Order,
  { texts, eyes }: { texts: readonly orders.StoredText[]; eyes: Eyes },
): Promise<Page['whyUrgent']> {
  const appeal = orders.appealText(texts);
  if (!eyes.isCentre || !appeal) return [];
  const text = `${appeal.title}。${appeal.content}。${appeal.demand}`;
  const why = await whyUrgent(ctx, { triggers, text });
  return why.map((one) => ({ ...one, words: [...one.words] }));
}

async function unitsOf(ctx: Context, codes: readonly string[]) {
  const units = await organisation.unitsIfKnown(ctx, [...new Set(codes)]);
  return new Map(units.map((unit) => [unit.code, unit]));
}

const columnsOf = (order: orders.Order) => ({
  point: order.lng !== null && order.lat !== null ? { lng: order.lng, lat: order.lat } : null,
  happenedAt: order.happened_at?.toISOString() ?? null,
  areaCode: order.area_code,
  result: intakeResults.find((result) => result === order.result) ?? null,
  dispositionCode: order.disposition_code,
  limitClass: order.limit_class,
  promiseAt: order.promise_at?.toISOString() ?? null,
  round: order.round,
  // Accepted or sent by a rule; the ability `check` says whether a person has still to look at it.
  acceptedByRule: order.accepted_by_rule || order.to_check,
  archiveSeal: order.archive_seal?.toString('hex') ?? null,
  destroyedAt: order.destroyed_at?.toISOString() ?? null,
});

/** 回访与复查. A unit reads what was answered, never a name in it and never who asked. */
async function calledBack(
  ctx: Context,
  order: orders.Order,
  { texts, eyes }: { texts: readonly orders.StoredText[]; eyes: Eyes },
): Promise<Pick<Page, 'callBacks' | 'followUps'>> {
  const [attempts, followUps] = await Promise.all([
    callBack.attemptsOf(ctx, order.id),
    callBack.followUpsOf(ctx, order.id),
  ]);
  // Most orders have no check to come: nothing is counted for them.
  const repeats = await callBack.repeatsSince(ctx, followUps.length > 0 ? [order.id] : []);
  return {
    callBacks: attempts.map((attempt) =>
      callBack.attemptViewOf(
        attempt,
        eyes.read(texts.find(({ no }) => no === attempt.reason_no)?.content ?? ''),
      ),
    ),
    followUps: followUps.map((followUp) => ({
      id: followUp.id,
      dueOn: followUp.due_on,
      doneAt: followUp.done_at?.toISOString() ?? null,
      stillSolved: followUp.still_solved,
      repeatsSince: repeats.get(order.id) ?? 0,
    })),
  };
}
