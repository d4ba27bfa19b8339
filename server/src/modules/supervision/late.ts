import { isWritten } from '@minsheng/contract/words/supervision.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, historyOf, tell } from '../../platform/events.ts';
import { cancelLater, handle, job, later } from '../../platform/jobs.ts';
import * as calendar from '../calendar/index.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { isGone } from './last-holder.ts';
import { levelOf } from './levels.ts';
import { propose } from './propose.ts';
import { reach } from './reach.ts';
import { change, runningAt, type Supervision, supervisionsOf } from './supervisions.repo.ts';

const which = z.object({ orderId: z.uuid(), no: z.int() });
const late = job('supervision:late', which);
const unmoved = job('supervision:unmoved', which);

const keyOf = ({ id }: Pick<Supervision, 'id'>) => `supervision:${id}`;
const about = ({ order_id, no }: Supervision) => ({ orderId: order_id, no });

/** When the answer is due somebody looks whether it is there. */
export function answerLater(ctx: Context, one: Supervision): void {
  if (!one.answer_due_at) return;
  later(ctx, late, about(one), { at: one.answer_due_at, key: keyOf(one) });
}

export const noMoreWaiting = (ctx: Context, one: Pick<Supervision, 'id'>): void =>
  cancelLater(ctx, keyOf(one));

/** 督办后仍无进展 (domain 2.8, S4): so many working days after the written supervision. */
export async function unmovedLater(ctx: Context, one: Supervision): Promise<void> {
  const [limit, working] = await Promise.all([
    matters.centreLimit(ctx, 'supervise-unmoved'),
    calendar.workingCalendar(ctx),
  ]);
  const { dueAt } = calendar.deadline({ from: ctx.now, limit, calendar: working });
  later(ctx, unmoved, about(one), { at: dueAt, key: `unmoved:${one.id}` });
}

/**
 * 逾期未反馈: told once for each limit to the unit and its leader; late stays late since the first. Who holds the order no
 * more is not rung for it. A second written one unanswered is repeated.
 */
handle(late, async (ctx, { orderId, no }) => {
  const order = await orders.lock(ctx, orderId);
  const all = await supervisionsOf(ctx, orderId);
  const one = all.find((each) => each.no === no);
  if (one?.state !== 'open' || !one.answer_due_at || one.answer_due_at > ctx.now) return;
  if (isGone(one.unit_code, await ofOrder(ctx, orderId))) return;
  const dueAt = one.answer_due_at.toISOString();
  if (await wasTold(ctx, { orderId, no, dueAt })) return;
  await change(ctx, one, { late_at: one.late_at ?? one.answer_due_at });
  tell(ctx, { kind: 'order', id: orderId }, 'supervision.late', {
    no,
    level: one.level,
    unit: one.unit_code,
    path: one.unit_path,
    dueAt,
  });
  announce(ctx, 'supervision');
  const { name } = await levelOf(ctx, one.level);
  await reach(ctx, {
    order,
    duty: { ...one, id: one.assignment_id },
    template: 'supervision-late',
    facts: { level: name },
    alsoNext: true,
  });
  if (all.filter(isGivenInWriting).length >= repeatedFrom) await propose(ctx, order, 'repeated');
});

/** For this limit: an answer sent back and an urging anew bring another. */
async function wasTold(
  ctx: Context,
  { orderId, no, dueAt }: { orderId: string; no: number; dueAt: string },
): Promise<boolean> {
  const events = await historyOf(ctx, { kind: 'order', id: orderId });
  return events.some(
    ({ type, data }) => type === 'supervision.late' && data.no === no && data.dueAt === dueAt,
  );
}

/** 多次督办未整改 (M2-8). */
const repeatedFrom = 2;

const isGivenInWriting = ({ level, opened_at }: Supervision): boolean =>
  isWritten(level) && opened_at !== null;

handle(unmoved, async (ctx, { orderId, no }) => {
  const order = await orders.lock(ctx, orderId);
  const all = await supervisionsOf(ctx, orderId);
  const given = all.find((each) => each.no === no);
  if (!given || isGone(given.unit_code, await ofOrder(ctx, orderId))) return;
  // Raised meanwhile, it runs on under the higher level.
  const running = runningAt(all, given.unit_code);
  // What the centre has found good waits for its call-back, not for the unit.
  if (running && isWritten(running.level) && order.status !== 'call-back')
    await propose(ctx, order, 'unmoved');
});
