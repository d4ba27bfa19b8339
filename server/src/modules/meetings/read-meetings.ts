import type { meetings as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import type { Decision } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import * as organisation from '../organisation/index.ts';
import { agendaViews } from './agenda.ts';
import { type Invited, type Meeting, meetingNo } from './meeting.ts';
import { findVisible, pageOf } from './meetings.repo.ts';
import { agendaOf, countDecisions, decisionsOf, invitedTo } from './parts.repo.ts';
import {
  hasBegun,
  mayCancel,
  mayHold,
  mayMove,
  maySayWho,
  maySign,
  mayWrite,
  readsMinutes,
} from './policy.ts';

type Reply = ReplyOf<typeof contract.readMeeting>;
type Row = ReplyOf<typeof contract.listMeetings>['rows'][number];

/** 会议列表, the latest first. */
export async function listMeetings(
  ctx: Context,
  { box = 'open', cursor }: InputOf<typeof contract.listMeetings>,
): Promise<ReplyOf<typeof contract.listMeetings>> {
  const before = placeOf(cursor)?.id ?? null;
  const read = await pageOf(ctx, { box, before, most: pageRows + 1 });
  const { shown, next } = cutPage(
    read.map((one) => ({ ...one, by: one.planned_at.toISOString() })),
  );
  return { rows: await rowsOf(ctx, shown), next, shownCap: pageRows };
}

export async function rowsOf(ctx: Context, shown: readonly Meeting[]): Promise<Row[]> {
  const ids = shown.map(({ id }) => id);
  const [invited, decisions] = await Promise.all([invitedTo(ctx, ids), countDecisions(ctx, ids)]);
  const byMeeting = Map.groupBy(invited, ({ meeting_id }) => meeting_id);
  return shown.map((meeting) =>
    rowOf(ctx, meeting, {
      invited: byMeeting.get(meeting.id) ?? [],
      decisions: decisions.get(meeting.id) ?? 0,
    }),
  );
}

function rowOf(
  ctx: Context,
  meeting: Meeting,
  { invited, decisions }: { invited: readonly Invited[]; decisions: number },
): Row {
  return {
    id: meeting.id,
    meetingNo: meetingNo(meeting),
    title: meeting.title,
    place: meeting.place,
    state: meeting.state,
    startsAt: meeting.starts_at.toISOString(),
    units: invited.length,
    came: invited.filter(({ came }) => came === 'came' || came === 'late').length,
    decisions: readsMinutes(ctx.actor, meeting).allowed ? decisions : 0,
  };
}

/** 会议详情. */
export async function readMeeting(
  ctx: Context,
  { meetingId }: InputOf<typeof contract.readMeeting>,
): Promise<Reply> {
  const meeting = await findVisible(ctx, meetingId);
  const [agenda, invited, decisions, names] = await Promise.all([
    agendaOf(ctx, meetingId),
    invitedTo(ctx, [meetingId]),
    decisionsOf(ctx, meetingId),
    accountNames(ctx, [
      meeting.planned_by,
      meeting.written_by,
      meeting.signed_by,
      meeting.cancelled_by,
    ]),
  ]);
  const units = await organisation.unitsIfKnown(ctx, [
    ...invited.map(({ unit_code }) => unit_code),
    ...decisions.map(({ unit_code }) => unit_code),
  ]);
  const nameOf = (id: string | null) => names.get(id ?? '') ?? '';
  return {
    ...rowOf(ctx, meeting, { invited, decisions: decisions.length }),
    plannedBy: nameOf(meeting.planned_by),
    agenda: await agendaViews(ctx, agenda),
    attendance: invited.map(({ unit_code, came, who, reason }) => ({
      unit: organisation.briefOf(units, unit_code),
      came,
      who,
      reason,
    })),
    minutes: minutesOf(ctx, meeting, {
      nameOf,
      decisions: decisions.map((one) => ({
        no: one.no,
        words: one.words,
        unit: organisation.briefOf(units, one.unit_code),
        finishOn: one.finish_on,
        agendaNo: one.agenda_no,
        taskId: one.task_id,
      })),
    }),
    cancelled: cancellationOf(meeting, nameOf),
    can: abilities(ctx, meeting, invited),
  };
}

type NameOf = (accountId: string | null) => string;

function minutesOf(
  { actor }: Context,
  meeting: Meeting,
  { nameOf, decisions }: { nameOf: NameOf; decisions: NonNullable<Reply['minutes']>['decisions'] },
): Reply['minutes'] {
  if (meeting.record === null || !readsMinutes(actor, meeting).allowed) return null;
  return {
    record: meeting.record,
    by: nameOf(meeting.written_by),
    signed: meeting.signed_at && {
      by: nameOf(meeting.signed_by),
      at: meeting.signed_at.toISOString(),
    },
    decisions,
  };
}

function cancellationOf(
  { cancelled_reason: reason, cancelled_at, cancelled_by }: Meeting,
  nameOf: NameOf,
): Reply['cancelled'] {
  if (reason === null || cancelled_at === null) return null;
  return { reason, by: nameOf(cancelled_by), at: cancelled_at.toISOString() };
}

function abilities(
  { actor, now }: Context,
  meeting: Meeting,
  invited: readonly Invited[],
): Reply['can'] {
  const own = invited.find(({ unit_code }) => unit_code === actor.unitCode) ?? null;
  const yes = ({ allowed }: Decision) => allowed;
  return {
    move: yes(mayMove(actor, meeting)),
    hold: yes(mayHold(actor, meeting)) && hasBegun(meeting, now),
    write: yes(mayWrite(actor, meeting)),
    sign: yes(maySign(actor, meeting)),
    cancel: yes(mayCancel(actor, meeting)),
    sayWho: yes(maySayWho(actor, meeting, own)),
  };
}
