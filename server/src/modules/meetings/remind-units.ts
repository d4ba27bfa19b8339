import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { historyOf, tell } from '../../platform/events.ts';
import { cancelLater, handle, job, later } from '../../platform/jobs.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import * as calendar from '../calendar/index.ts';
import { meetingSubject } from './meeting.ts';
import { lockVisible } from './meetings.repo.ts';
import { invitedTo } from './parts.repo.ts';
import { tellUnits } from './tell-units.ts';

const remind = job('meetings:remind', z.object({ meetingId: z.uuid() }));

const keyOf = (meetingId: string): string => `meeting-remind:${meetingId}`;

/** No holiday is longer; a calendar without working days reminds nobody. */
const longestRest = 30;

/** When the office opens on the last working day before the meeting; null where there is none. */
async function reminderAt(ctx: Context, startsAt: Date): Promise<Date | null> {
  const working = await calendar.workingCalendar(ctx);
  const on = dayOf(startsAt.getTime(), ctx.city.zone);
  for (let back = 1; back <= longestRest; back += 1) {
    const opening = working.day(dayAfter(on, -back)).open[0]?.fromMs;
    if (opening !== undefined) return new Date(opening);
  }
  return null;
}

/** 会前提醒, once, on the working day before. One planned or moved later than that was just told. */
export async function remindLater(ctx: Context, meetingId: string, startsAt: Date): Promise<void> {
  const at = await reminderAt(ctx, startsAt);
  if (at !== null && at > ctx.now) later(ctx, remind, { meetingId }, { at, key: keyOf(meetingId) });
  else cancelLater(ctx, keyOf(meetingId));
}

export function remindNoMore(ctx: Context, meetingId: string): void {
  cancelLater(ctx, keyOf(meetingId));
}

handle(remind, async (ctx, { meetingId }) => {
  const { state, starts_at: startsAt } = await lockVisible(ctx, meetingId);
  if (state !== 'planned' || startsAt <= ctx.now) return;
  const at = await reminderAt(ctx, startsAt);
  // 日历更正: a day of rest became a working day, so the day before it is no longer the last.
  if (at !== null && at > ctx.now) await remindLater(ctx, meetingId, startsAt);
  if (at === null || at > ctx.now) return;
  const starts = startsAt.toISOString();
  const events = await historyOf(ctx, meetingSubject(meetingId));
  if (events.some(({ type, data }) => type === 'meetings.reminded' && data.starts === starts))
    return;
  const units = (await invitedTo(ctx, [meetingId])).map(({ unit_code }) => unit_code);
  await tellUnits(ctx, units, { template: 'meeting-soon', startsAt });
  tell(ctx, meetingSubject(meetingId), 'meetings.reminded', { starts });
});
