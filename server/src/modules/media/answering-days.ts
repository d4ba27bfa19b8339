import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { beginDayWait, endDayWait } from './day-wait.ts';
import { callsOf, changeDay, type Day, insertCall, insertDay, lockDay } from './days.repo.ts';
import { mayPlan } from './policy.ts';
import { daySubject } from './subjects.ts';

/** 安排接听日. */
export async function planDay(
  ctx: Context,
  { leaderPost, unit: code, startsAt, endsAt, theme }: InputOf<typeof contract.planDay>,
): Promise<ReplyOf<typeof contract.planDay>> {
  demand(mayPlan(ctx.actor));
  const unit = await organisation.unit(ctx, code);
  const [starts, ends] = [new Date(startsAt), new Date(endsAt)];
  refuseUnless(starts < ends && ends > ctx.now, 'media.bad-hours');
  const dayId = ctx.newId();
  await insertDay(ctx, {
    id: dayId,
    leader: leaderPost,
    unit_code: unit.code,
    starts_at: starts,
    ends_at: ends,
    theme,
    state: 'planned',
    planned_by: ctx.actor.accountId,
    planned_at: ctx.now,
  });
  await beginDayWait(ctx, dayId, ends);
  isNew(ctx, daySubject(dayId));
  tell(ctx, daySubject(dayId), 'media.day-planned', { unit: unit.code, startsAt, endsAt });
  announce(ctx, 'media');
  return { dayId };
}

/** 列入接听清单: an order taken in as ever, by its number; one of named readers would become known to all of the desk (domain 2.11). */
export async function addCall(
  ctx: Context,
  { dayId, orderNo, note }: InputOf<typeof contract.addCall>,
): Promise<ReplyOf<typeof contract.addCall>> {
  await heldDay(ctx, dayId);
  const named = await orders.findByNo(ctx, orderNo);
  refuseUnless(named, 'orders.no-such-order');
  const order = await orders.findVisible(ctx, named.id);
  refuseUnless(order.secrecy < 3, 'media.confined-order');
  const calls = await callsOf(ctx, dayId);
  refuseUnless(!calls.some(({ order_id }) => order_id === order.id), 'media.called-twice');
  const no = calls.length + 1;
  await insertCall(ctx, { day_id: dayId, no, order_id: order.id, note });
  tell(ctx, daySubject(dayId), 'media.called', { no, order: order.id });
  announce(ctx, 'media');
  return { no };
}

/** 接听结束、取消. */
export async function endDay(
  ctx: Context,
  { dayId, held, words }: InputOf<typeof contract.endDay>,
): Promise<{ done: true }> {
  const day = await heldDay(ctx, dayId);
  refuseUnless(!held || day.starts_at <= ctx.now, 'media.day-not-begun');
  await changeDay(ctx, dayId, {
    state: held ? 'held' : 'cancelled',
    ended_by: ctx.actor.accountId,
    ended_at: ctx.now,
    ended_words: words,
  });
  await endDayWait(ctx, dayId);
  tell(ctx, daySubject(dayId), 'media.day-ended', { held });
  announce(ctx, 'media');
  return { done: true };
}

async function heldDay(ctx: Context, dayId: string): Promise<Day> {
  const day = await lockDay(ctx, dayId);
  demand(mayPlan(ctx.actor));
  refuseUnless(day.state === 'planned', 'media.day-over');
  return day;
}
