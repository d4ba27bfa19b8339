import type { meetings as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import * as organisation from '../organisation/index.ts';
import { demandOnAgenda } from './agenda.ts';
import { meetingSubject } from './meeting.ts';
import { change, insert, lockVisible, nextNumber } from './meetings.repo.ts';
import { insertAgenda, invite, invitedTo } from './parts.repo.ts';
import { mayCancel, mayMove, mayPlan } from './policy.ts';
import { remindLater, remindNoMore } from './remind-units.ts';
import { tellUnits } from './tell-units.ts';

type Done = { done: true };

/** 安排会议. The door for every module that has something to meet about, with the caller's own permission. */
export async function planMeeting(
  ctx: Context,
  input: InputOf<typeof contract.planMeeting>,
): Promise<ReplyOf<typeof contract.planMeeting>> {
  demand(mayPlan(ctx.actor));
  const startsAt = startOf(ctx, input.startsAt);
  const units = await organisation.units(ctx, [...new Set(input.units)]);
  for (const { subject } of input.agenda) if (subject) await demandOnAgenda(ctx, subject);

  const id = ctx.newId();
  const year = Number(dayOf(ctx.now.getTime(), ctx.city.zone).slice(0, 4));
  await insert(ctx, {
    id,
    year,
    number: await nextNumber(ctx, year),
    title: input.title,
    place: input.place,
    starts_at: startsAt,
    state: 'planned',
    planned_by: ctx.actor.accountId,
    planned_at: ctx.now,
  });
  await insertAgenda(
    ctx,
    id,
    input.agenda.map(({ title, subject }, at) => ({
      no: at + 1,
      title,
      subject_kind: subject?.kind ?? null,
      subject_id: subject?.id ?? null,
    })),
  );
  await invite(ctx, id, units);
  const codes = units.map(({ code }) => code);
  await tellUnits(ctx, codes, { template: 'meeting-called', startsAt });
  await remindLater(ctx, id, startsAt);
  isNew(ctx, meetingSubject(id));
  tell(ctx, meetingSubject(id), 'meetings.planned', {
    starts: startsAt.toISOString(),
    units: codes,
    about: input.agenda.flatMap(({ subject }) => (subject ? [subject.id] : [])),
  });
  for (const { subject } of input.agenda)
    if (subject?.kind === 'order')
      tell(ctx, { kind: 'order', id: subject.id }, 'meetings.planned-about', { meeting: id });
  announce(ctx, 'meetings');
  return { meetingId: id };
}

/** 改期: the units are told anew. */
export async function moveMeeting(
  ctx: Context,
  input: InputOf<typeof contract.moveMeeting>,
): Promise<Done> {
  const meeting = await lockVisible(ctx, input.meetingId);
  demand(mayMove(ctx.actor, meeting));
  const startsAt = startOf(ctx, input.startsAt);
  await change(ctx, meeting.id, { starts_at: startsAt, place: input.place });
  await tellUnits(ctx, await codesOf(ctx, meeting.id), { template: 'meeting-moved', startsAt });
  await remindLater(ctx, meeting.id, startsAt);
  tell(ctx, meetingSubject(meeting.id), 'meetings.moved', { starts: startsAt.toISOString() });
  announce(ctx, 'meetings');
  return { done: true };
}

/** 取消会议. */
export async function cancelMeeting(
  ctx: Context,
  { meetingId, reason }: InputOf<typeof contract.cancelMeeting>,
): Promise<Done> {
  const meeting = await lockVisible(ctx, meetingId);
  demand(mayCancel(ctx.actor, meeting));
  await change(ctx, meetingId, {
    state: 'cancelled',
    cancelled_by: ctx.actor.accountId,
    cancelled_at: ctx.now,
    cancelled_reason: reason,
  });
  await tellUnits(ctx, await codesOf(ctx, meetingId), {
    template: 'meeting-cancelled',
    startsAt: meeting.starts_at,
  });
  remindNoMore(ctx, meetingId);
  tell(ctx, meetingSubject(meetingId), 'meetings.cancelled', {});
  announce(ctx, 'meetings');
  return { done: true };
}

/** One that begins now may still be planned: people who stand together already. */
function startOf(ctx: Context, startsAt: string): Date {
  const at = new Date(startsAt);
  const minuteMs = 60_000;
  refuseUnless(at.getTime() > ctx.now.getTime() - minuteMs, 'meetings.past');
  return at;
}

const codesOf = async (ctx: Context, meetingId: string): Promise<string[]> =>
  (await invitedTo(ctx, [meetingId])).map(({ unit_code }) => unit_code);
