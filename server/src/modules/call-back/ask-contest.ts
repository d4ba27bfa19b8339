import type { contest as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { exclusionLabel } from '@minsheng/contract/words/contest.ts';
import type { Context } from '../../platform/context.ts';
import { announce, historyOf, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as calendar from '../calendar/index.ts';
import { ofOrder } from '../dispatch/index.ts';
import { attach } from '../files/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { type Attempt, attemptsOf } from './attempts.repo.ts';
import {
  contestable,
  dutiesOf,
  firstLevel,
  fittingCodes,
  lastRejected,
  mayContest,
  nextLevel,
} from './contest-policy.ts';
import { ruleBy } from './contest-wait.ts';
import { change, contestsOf, insert } from './contests.repo.ts';
import { answeredBy } from './report-false.ts';

/** T27 评价申诉: the rating stays as it is; asked is only whether it counts for the unit. */
export async function askContest(
  ctx: Context,
  input: InputOf<typeof contract.askContest>,
): Promise<ReplyOf<typeof contract.askContest>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const duty = answeredBy(await ofOrder(ctx, order.id));
  demand(mayContest(ctx.actor, order, duty));
  const rating = contestable(order, await attemptsOf(ctx, order.id));
  refuseUnless(rating && duty, 'call-back.contest-nothing-bad');
  await refuseLate(ctx, order, rating.at);
  const earlier = await contestsOf(ctx, order.id);
  refuseUnless(
    earlier.every(({ attempt_id }) => attempt_id !== rating.id),
    'call-back.contest-once',
  );
  refuseUnless((await fittingOf(ctx, order)).includes(input.code), 'call-back.contest-code', {
    code: exclusionLabel[input.code],
  });

  const words = await orders.addText(ctx, order.id, { kind: 'reason', content: input.words });
  await attach(ctx, input.fileIds, {
    orderId: order.id,
    assignmentId: duty.id,
    purpose: 'evidence',
  });
  const level = firstLevel(duty.unit_path, ctx.city.code);
  await insert(ctx, {
    order_id: order.id,
    ...ratedAs(rating),
    unit_code: duty.unit_code,
    unit_path: duty.unit_path,
    code: input.code,
    words_no: words.no,
    file_ids: [...input.fileIds],
    level,
    state: 'asked',
    asked_by: ctx.actor.accountId,
    asked_at: ctx.now,
    moved_at: ctx.now,
  });
  await ruleBy(ctx, { order_id: order.id, no: earlier.length + 1 });
  await orders.holdArchive(ctx, order);
  tell(ctx, { kind: 'order', id: order.id }, 'call-back.contest-asked', {
    unit: duty.unit_code,
    exclusion: input.code,
    round: rating.round,
    level,
    text: words.no,
    digest: words.digest,
  });
  announce(ctx, 'contests');
  return { level };
}

const ratedAs = ({ id, round }: Attempt) => ({ attempt_id: id, round });

/** A ledger it stood in is told by its events. */
export async function fittingOf(ctx: Context, order: orders.Order) {
  const history = await historyOf(ctx, { kind: 'order', id: order.id });
  return fittingCodes(
    order,
    history.some(({ type }) => type === 'deferrals.parked'),
  );
}

/** 申诉期: five working days from the end, or from a rating that came later. */
export async function contestUntil(
  ctx: Context,
  order: orders.Order,
  ratedAt: Date,
): Promise<Date> {
  const [limit, working] = await Promise.all([
    matters.centreLimit(ctx, 'contest'),
    calendar.workingCalendar(ctx),
  ]);
  const from = new Date(Math.max((order.closed_at ?? ratedAt).getTime(), ratedAt.getTime()));
  return calendar.deadline({ from, limit, calendar: working }).dueAt;
}

async function refuseLate(ctx: Context, order: orders.Order, from: Date): Promise<void> {
  const until = await contestUntil(ctx, order, from);
  const { on, time } = organisation.cityHour(until, ctx.city.zone);
  refuseUnless(ctx.now <= until, 'call-back.contest-late', { until: `${on} ${time}` });
}

/** 请上一级复核: rejected below the director, within the same time. */
export async function takeFurther(
  ctx: Context,
  { orderId }: InputOf<typeof contract.takeFurther>,
): Promise<ReplyOf<typeof contract.takeFurther>> {
  const order = await orders.lockVisible(ctx, orderId);
  const last = lastRejected(await contestsOf(ctx, order.id));
  const duties = await ofOrder(ctx, order.id);
  demand(mayContest(ctx.actor, order, answeredBy(last ? dutiesOf(last, duties) : duties)));
  refuseUnless(last, 'call-back.contest-none-open');
  const level = nextLevel[last.level];
  refuseUnless(level, 'call-back.contest-final');
  await refuseLate(ctx, order, last.moved_at);

  await change(ctx, last, { level, state: 'asked' });
  await ruleBy(ctx, last);
  await orders.holdArchive(ctx, order);
  tell(ctx, { kind: 'order', id: order.id }, 'call-back.contest-taken-further', {
    unit: last.unit_code,
    exclusion: last.code,
    round: last.round,
    level,
  });
  announce(ctx, 'contests');
  return { level };
}
