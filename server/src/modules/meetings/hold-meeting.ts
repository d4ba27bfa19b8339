import type { meetings as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { cityHour, unitNames } from '../organisation/index.ts';
import { waitForCentre } from '../waits/index.ts';
import { type Invited, meetingSubject } from './meeting.ts';
import { change, lockVisible } from './meetings.repo.ts';
import { invitedTo, keepAttendance } from './parts.repo.ts';
import { hasBegun, mayHold, maySayWho } from './policy.ts';

type Done = { done: true };
type Hold = InputOf<typeof contract.holdMeeting>;

/** 报名: whom an invited unit sends. */
export async function sayWhoComes(
  ctx: Context,
  { meetingId, who }: InputOf<typeof contract.sayWhoComes>,
): Promise<Done> {
  const meeting = await lockVisible(ctx, meetingId);
  const own = await ownInvitation(ctx, meetingId);
  demand(maySayWho(ctx.actor, meeting, own));
  refuseUnless(own, 'meetings.not-invited');
  await keepAttendance(ctx, own, { who });
  announce(ctx, 'meetings');
  return { done: true };
}

export async function ownInvitation(ctx: Context, meetingId: string): Promise<Invited | null> {
  const invited = await invitedTo(ctx, [meetingId]);
  return invited.find(({ unit_code }) => unit_code === ctx.actor.unitCode) ?? null;
}

/** 签到: it took place, and of every invited unit is known who came, late, or why not. */
export async function holdMeeting(ctx: Context, { meetingId, attendance }: Hold): Promise<Done> {
  const meeting = await lockVisible(ctx, meetingId);
  demand(mayHold(ctx.actor, meeting));
  const { on, time } = cityHour(meeting.starts_at, ctx.city.zone);
  refuseUnless(hasBegun(meeting, ctx.now), 'meetings.too-early', { at: `${on} ${time}` });
  const invited = await invitedTo(ctx, [meetingId]);
  const said = new Map(attendance.map((one) => [one.unit, one]));
  await refuseGaps(ctx, invited, said);
  for (const one of invited) {
    const came = said.get(one.unit_code);
    if (!came) continue;
    const who = came.came === 'absent' ? '' : came.who || one.who;
    await keepAttendance(ctx, one, { came: came.came, who, reason: came.reason });
  }
  await change(ctx, meetingId, { state: 'held', held_at: ctx.now });
  const key = { kind: 'minutes-signature', id: meetingId, no: 0 } as const;
  await waitForCentre(ctx, key, 'minutes-signature');
  const count = (wanted: string) =>
    invited.filter(({ unit_code }) => said.get(unit_code)?.came === wanted).length;
  tell(ctx, meetingSubject(meetingId), 'meetings.held', {
    came: count('came'),
    late: count('late'),
    absent: count('absent'),
  });
  announce(ctx, 'meetings');
  return { done: true };
}

type Said = ReadonlyMap<string, Hold['attendance'][number]>;

async function refuseGaps(ctx: Context, invited: readonly Invited[], said: Said): Promise<void> {
  const names = await unitNames(
    ctx,
    invited.map(({ unit_code }) => unit_code),
  );
  const named = (gaps: readonly Invited[]) => ({
    units: gaps.map(({ unit_code }) => names.get(unit_code) ?? unit_code).join('、'),
  });
  const silent = invited.filter(({ unit_code }) => !said.has(unit_code));
  refuseUnless(silent.length === 0, 'meetings.unrecorded', named(silent));
  const nobody = invited.filter(({ unit_code, who }) => {
    const one = said.get(unit_code);
    return one?.came !== 'absent' && (one?.who ?? '') === '' && who === '';
  });
  refuseUnless(nobody.length === 0, 'meetings.say-who', named(nobody));
  const unexplained = invited.filter(({ unit_code }) => {
    const one = said.get(unit_code);
    return one?.came === 'absent' && one.reason === '';
  });
  refuseUnless(unexplained.length === 0, 'meetings.why-absent', named(unexplained));
}
