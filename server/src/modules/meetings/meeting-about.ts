import type { MeetingState } from '@minsheng/contract/words/meetings.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Meeting } from './meeting.ts';
import { findVisible, latestAbout } from './meetings.repo.ts';
import { agendaOf, invitedTo } from './parts.repo.ts';

/** What another module shows of a meeting. */
export interface MeetingBrief {
  id: string;
  title: string;
  state: MeetingState;
  startsAt: Date;
  units: readonly string[];
}

interface About {
  subjectId: string;
  /** A meeting about the same thing planned earlier was about something else in it. */
  since: Date;
}

/** 最近一次有关的会议: the latest that was not cancelled with this thing on its agenda. */
export async function meetingAbout(ctx: Context, about: About): Promise<MeetingBrief | null> {
  const found = await latestAbout(ctx, about);
  return found && briefOf(ctx, found);
}

/**
 * 会商听取了谁: units that came to a held meeting about this thing, late ones too. Refuses `meetings.no-such-meeting` for one
 * that was about something else, null while it has not taken place.
 */
export async function whoWasHeard(
  ctx: Context,
  { meetingId, subjectId, since }: About & { meetingId: string },
): Promise<readonly string[] | null> {
  const meeting = await findVisible(ctx, meetingId);
  const isAbout = (await agendaOf(ctx, meetingId)).some((item) => item.subject_id === subjectId);
  refuseUnless(isAbout && meeting.planned_at >= since, 'meetings.no-such-meeting');
  if (meeting.state !== 'held' && meeting.state !== 'minuted') return null;
  return (await invitedTo(ctx, [meetingId]))
    .filter(({ came }) => came === 'came' || came === 'late')
    .map(({ unit_code }) => unit_code);
}

async function briefOf(ctx: Context, { id, title, state, starts_at }: Meeting) {
  const units = (await invitedTo(ctx, [id])).map(({ unit_code }) => unit_code);
  return { id, title, state, startsAt: starts_at, units };
}
