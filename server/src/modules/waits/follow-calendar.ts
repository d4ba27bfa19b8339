import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, news, on, tell } from '../../platform/events.ts';
import { enqueue, handle, job } from '../../platform/jobs.ts';
import * as calendar from '../calendar/index.ts';
import { ringAt, waitKey } from './begin.ts';
import { rulesOf, type Wait, type WaitKey } from './wait.ts';
import { change, drop, find, movableAfter } from './waits.repo.ts';

const cityChanged = job('waits:city-changed', news);
const follow = job('waits:follow-calendar', z.object({ after: waitKey.nullable() }));
const moveOne = job('waits:move-one', waitKey);
const waitsAtOnce = 50;

on('city.changed', cityChanged);

handle(cityChanged, async (ctx) => {
  enqueue(ctx, follow, { after: null });
});

/**
 * Looks through some at a time, and holds none: each that moves is held in a transaction of its own, because a decision
 * and the other clocks that follow hold their orders in other turns. An end that comes out the same moves nothing.
 */
handle(follow, async (ctx, { after }) => {
  const found = await movableAfter(ctx, { after, most: waitsAtOnce });
  for (const wait of found)
    if ((await endOf(ctx, wait)).getTime() !== wait.dueAt.getTime())
      enqueue(ctx, moveOne, { kind: wait.kind, id: wait.id, no: wait.no });
  const last = found.at(-1);
  if (!last || found.length < waitsAtOnce) return;
  enqueue(ctx, follow, { after: { kind: last.kind, id: last.id, no: last.no } });
});

/** 日历更正: the end counted anew from where it began; what is over stays as it was. */
handle(moveOne, async (ctx, key) => {
  const seen = await find(ctx, key);
  if (!seen || seen.dueAt <= ctx.now) return;
  const standing = await rulesOf(seen.kind).standing(ctx, seen);
  if (standing === 'over') return drop(ctx, seen);
  if (standing === 'waiting') await countAnew(ctx, seen);
});

/** 恢复计时: what stood still goes on, later by what it stood. The caller holds the thing. */
export async function goOn(ctx: Context, key: WaitKey): Promise<void> {
  const wait = await find(ctx, key);
  if (wait && !(await countAnew(ctx, wait))) ringAt(ctx, wait, wait.ringAt);
}

/** Answers whether the end moved. */
async function countAnew(ctx: Context, key: WaitKey): Promise<boolean> {
  const wait = await find(ctx, key);
  if (!wait || wait.told > 0) return false;
  const rules = rulesOf(wait.kind);
  const dueAt = await endOf(ctx, wait);
  if (dueAt.getTime() === wait.dueAt.getTime()) return false;
  await change(ctx, wait, { dueAt, ringAt: dueAt, told: 0 });
  ringAt(ctx, wait, dueAt);
  await rules.moved?.(ctx, wait, dueAt);
  tell(ctx, { kind: rules.subject, id: wait.id }, 'waits.moved', {
    wait: wait.kind,
    no: wait.no,
    from: wait.dueAt.toISOString(),
    dueAt: dueAt.toISOString(),
  });
  if (rules.topic) announce(ctx, rules.topic);
  return true;
}

async function endOf(ctx: Context, wait: Wait): Promise<Date> {
  if (!wait.limit) return wait.dueAt;
  const [pauses, working] = await Promise.all([
    rulesOf(wait.kind).pauses?.(ctx, wait) ?? [],
    calendar.workingCalendar(ctx),
  ]);
  return calendar.clockOf({
    startedAt: wait.fromAt,
    endedAt: null,
    pauses: pauses.filter(({ to }) => to !== null),
    limit: wait.limit,
    calendar: working,
    now: ctx.now,
  }).dueAt;
}
