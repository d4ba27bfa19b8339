import { isWritten } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import { announce, historyOf, news, on, tell } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as waits from '../waits/index.ts';
import { isGone } from './last-holder.ts';
import { levelOf } from './levels.ts';
import { propose } from './propose.ts';
import { reach } from './reach.ts';
import { spansStoodStill, standsStill } from './stands-still.ts';
import { change, runningAt, type Supervision, supervisionsOf } from './supervisions.repo.ts';

const keyOf = ({ order_id, no }: Pick<Supervision, 'order_id' | 'no'>) =>
  ({ kind: 'supervision-answer', id: order_id, no }) as const;

/** When the answer, counted from now, is due somebody looks whether it is there. */
export async function answerLater(ctx: Context, one: Supervision): Promise<void> {
  if (!one.answer_due_at) return;
  const { replyLimit } = await levelOf(ctx, one.level);
  const key = keyOf(one);
  await waits.waitUntil(ctx, {
    ...key,
    fromAt: ctx.now,
    limit: replyLimit,
    dueAt: one.answer_due_at,
  });
}

export const noMoreWaiting = (
  ctx: Context,
  one: Pick<Supervision, 'order_id' | 'no'>,
): Promise<void> => waits.waitNoMore(ctx, keyOf(one));

export const noMoreUnmoved = (
  ctx: Context,
  { order_id, no }: Pick<Supervision, 'order_id' | 'no'>,
): Promise<void> => waits.waitNoMore(ctx, { kind: 'supervision-unmoved', id: order_id, no });

/** 督办后仍无进展 (domain 2.8, S4): so many working days after the written supervision. */
export async function unmovedLater(
  ctx: Context,
  { order_id, no }: Pick<Supervision, 'order_id' | 'no'>,
): Promise<void> {
  const key = { kind: 'supervision-unmoved', id: order_id, no } as const;
  await waits.waitForCentre(ctx, key, 'supervise-unmoved');
}

const pausesOfOrder = (ctx: Context, { id }: waits.WaitKey) => spansStoodStill(ctx, id);

/** 待反馈: not while the order waits for somebody else, nor of who holds it no more. */
waits.waitRules({
  kind: 'supervision-answer',
  subject: 'order',
  topic: 'supervision',
  standing: async (ctx, { id, no }) => {
    const order = await orders.lock(ctx, id);
    const one = (await supervisionsOf(ctx, id)).find((each) => each.no === no);
    if (one?.state !== 'open' || isGone(one.unit_code, await ofOrder(ctx, id))) return 'over';
    return standsStill(order) ? 'still' : 'waiting';
  },
  pauses: pausesOfOrder,
  moved: async (ctx, { id, no }, dueAt) => {
    const one = { order_id: id, no };
    await change(ctx, one, { answer_due_at: dueAt, sort_at: dueAt });
  },
  atEnd: { does: late },
});

waits.waitRules({
  kind: 'supervision-unmoved',
  subject: 'order',
  topic: null,
  standing: async (ctx, { id, no }) => {
    const order = await orders.lock(ctx, id);
    const given = (await supervisionsOf(ctx, id)).find((each) => each.no === no);
    if (!given || isGone(given.unit_code, await ofOrder(ctx, id))) return 'over';
    return standsStill(order) ? 'still' : 'waiting';
  },
  pauses: pausesOfOrder,
  moved: null,
  atEnd: { does: unmoved },
});

const goOn = job('supervision:go-on', news);
on('deferrals.resumed', goOn);
on('handling.info-given', goOn);
// Out of the ledger (销账).
on('handling.reply-approved', goOn);

/** 恢复计时: what the unit still owes is due later by what the order stood still. */
handle(goOn, async (ctx, { id }) => {
  const order = await orders.lock(ctx, id);
  if (standsStill(order)) return;
  for (const { no } of await supervisionsOf(ctx, id))
    for (const kind of ['supervision-answer', 'supervision-unmoved'] as const)
      await waits.goOn(ctx, { kind, id, no });
});

/**
 * 逾期未反馈: told once for each limit to the unit and its leader; late stays late since the first. A second written one
 * unanswered is repeated.
 */
async function late(ctx: Context, { id, no }: waits.WaitKey): Promise<void> {
  const order = await orders.lock(ctx, id);
  const all = await supervisionsOf(ctx, id);
  const one = all.find((each) => each.no === no);
  if (!one?.answer_due_at) return;
  const dueAt = one.answer_due_at.toISOString();
  if (await wasTold(ctx, { id, no, dueAt })) return;
  await change(ctx, one, { late_at: one.late_at ?? one.answer_due_at });
  tell(ctx, { kind: 'order', id }, 'supervision.late', {
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
}

/** For this limit: an answer sent back and an urging anew bring another. */
async function wasTold(
  ctx: Context,
  { id, no, dueAt }: { id: string; no: number; dueAt: string },
): Promise<boolean> {
  const events = await historyOf(ctx, { kind: 'order', id });
  return events.some(
    ({ type, data }) => type === 'supervision.late' && data.no === no && data.dueAt === dueAt,
  );
}

/** 多次督办未整改 (M2-8). */
const repeatedFrom = 2;

const isGivenInWriting = ({ level, opened_at }: Supervision): boolean =>
  isWritten(level) && opened_at !== null;

async function unmoved(ctx: Context, { id, no }: waits.WaitKey): Promise<void> {
  const order = await orders.lock(ctx, id);
  const all = await supervisionsOf(ctx, id);
  const given = all.find((each) => each.no === no);
  if (!given) return;
  // Raised meanwhile, it runs on under the higher level.
  const running = runningAt(all, given.unit_code);
  // What the centre has found good waits for its call-back, not for the unit.
  if (running && isWritten(running.level) && order.status !== 'call-back')
    await propose(ctx, order, 'unmoved');
}
