import type { SupervisionTrigger } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import type { Assignment } from '../dispatch/index.ts';
import type { Order } from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { answerLater } from './late.ts';
import { answerDueOf, levelFor, levelOf } from './levels.ts';
import { reach } from './reach.ts';
import {
  change,
  insert,
  runningAt,
  type Supervision,
  supervisionsOf,
} from './supervisions.repo.ts';

type Holder = Pick<Assignment, 'id' | 'unit_code' | 'unit_path'>;

/** S1 催办 by itself: the limit is over, or the requester urges. A city may let it bring on no level. */
export async function urgeByRule(
  ctx: Context,
  order: Order,
  duty: Holder,
  trigger: 'overdue' | 'urged',
): Promise<void> {
  if ((await levelFor(ctx, trigger)) !== 'S1') return;
  const answerDueAt = await urgeHolder(ctx, order, duty, { trigger, wordsNo: null });
  // Who asks through the hotline is passed on by the message of the asking itself.
  if (trigger === 'urged') return;
  await reach(ctx, {
    order,
    duty,
    template: 'overdue',
    facts: dueFacts(ctx, answerDueAt),
    alsoNext: true,
  });
}

interface Urging {
  trigger: SupervisionTrigger;
  wordsNo: number | null;
}

/**
 * 催办: begins the answer's time, or counts one more urging where the unit is supervised already; an answer that was given
 * before does not do for this one, and a limit that is over begins anew. The caller holds the order. Answers by when the unit is to answer.
 */
export async function urgeHolder(
  ctx: Context,
  order: Order,
  duty: Holder,
  { trigger, wordsNo }: Urging,
): Promise<Date | null> {
  const running = runningAt(await supervisionsOf(ctx, order.id), duty.unit_code);
  if (running) return urgeAgain(ctx, running, { trigger, wordsNo });
  const answerDueAt = await answerDueOf(ctx, await levelOf(ctx, 'S1'));
  const one = await insert(ctx, {
    order_id: order.id,
    level: 'S1',
    state: 'open',
    trigger,
    instrument: 'message',
    round: order.round,
    assignment_id: duty.id,
    unit_code: duty.unit_code,
    unit_path: duty.unit_path,
    sort_at: answerDueAt ?? ctx.now,
    opened_by: ctx.actor.accountId,
    opened_at: ctx.now,
    reason_no: wordsNo,
    answer_due_at: answerDueAt,
    urges: 1,
    ...givenBy(ctx),
  });
  await answerLater(ctx, one);
  tell(ctx, { kind: 'order', id: order.id }, 'supervision.opened', {
    no: one.no,
    level: 'S1',
    trigger,
    instrument: 'message',
    unit: duty.unit_code,
    path: duty.unit_path,
    answerDueAt: answerDueAt?.toISOString() ?? null,
    text: wordsNo,
  });
  announce(ctx, 'supervision');
  return answerDueAt;
}

async function urgeAgain(
  ctx: Context,
  one: Supervision,
  { trigger, wordsNo }: Urging,
): Promise<Date | null> {
  const isUrging = one.level === 'S1';
  const isOver = one.answer_due_at !== null && one.answer_due_at <= ctx.now;
  const isAnew = isUrging && (one.state === 'answered' || isOver);
  const answerDueAt = isAnew ? await answerDueOf(ctx, await levelOf(ctx, 'S1')) : one.answer_due_at;
  const urged = {
    ...one,
    urges: one.urges + 1,
    // What is said now is what the unit reads as asked of it.
    ...(isUrging && wordsNo !== null && { reason_no: wordsNo }),
    ...(isAnew && {
      state: 'open' as const,
      answer_due_at: answerDueAt,
      sort_at: answerDueAt ?? ctx.now,
    }),
  };
  const { state, urges, reason_no, sort_at } = urged;
  await change(ctx, one, { state, urges, reason_no, sort_at, answer_due_at: answerDueAt });
  if (isAnew) await answerLater(ctx, urged);
  tell(ctx, { kind: 'order', id: one.order_id }, 'supervision.urged', {
    no: one.no,
    level: one.level,
    trigger,
    unit: one.unit_code,
    path: one.unit_path,
    answerDueAt: answerDueAt?.toISOString() ?? null,
    text: wordsNo,
  });
  announce(ctx, 'supervision');
  return answerDueAt;
}

/** 督办单位, where it is not the centre or a rule. */
export const givenBy = ({ actor }: Context) =>
  actor.scope === 'county' && actor.has('supervision.write')
    ? { given_unit: actor.unitCode, given_path: actor.unitPath }
    : { given_unit: null, given_path: null };

export function dueFacts(ctx: Context, at: Date | null): { due: string } {
  if (!at) return { due: '' };
  const { on, time } = organisation.cityHour(at, ctx.city.zone);
  return { due: `${on} ${time}` };
}
