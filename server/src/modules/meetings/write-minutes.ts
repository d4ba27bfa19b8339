import type { meetings as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { giveTask, taskDue } from '../tasks/index.ts';
import { type AgendaItem, type Decided, type Meeting, meetingSubject } from './meeting.ts';
import { change, lockVisible } from './meetings.repo.ts';
import { agendaOf, decisionsOf, keepTask, replaceDecisions } from './parts.repo.ts';
import { maySign, mayWrite } from './policy.ts';
import { decisionTitle } from './text.ts';

/** 起草纪要: what was said and decided; written anew until somebody else signs it. */
export async function writeMinutes(
  ctx: Context,
  { meetingId, record, decisions }: InputOf<typeof contract.writeMinutes>,
): Promise<{ done: true }> {
  const meeting = await lockVisible(ctx, meetingId);
  demand(mayWrite(ctx.actor, meeting));
  const items = (await agendaOf(ctx, meetingId)).length;
  const unknown = decisions.find(({ agendaNo }) => agendaNo !== undefined && agendaNo > items);
  refuseUnless(!unknown, 'meetings.no-such-item', { no: unknown?.agendaNo ?? 0 });
  await organisation.units(ctx, [...new Set(decisions.map(({ unit }) => unit))]);
  // Whoever signs cannot mend a day on which nobody works: it is refused to whoever writes it.
  for (const { finishOn } of decisions)
    await taskDue(ctx, { kind: 'on-day', on: finishOn }, ctx.now);
  await change(ctx, meetingId, {
    record,
    written_by: ctx.actor.accountId,
    written_at: ctx.now,
  });
  await replaceDecisions(
    ctx,
    meetingId,
    decisions.map(({ words, unit, finishOn, agendaNo }, at) => ({
      no: at + 1,
      words,
      unit_code: unit,
      finish_on: finishOn,
      agenda_no: agendaNo ?? null,
    })),
  );
  tell(ctx, meetingSubject(meetingId), 'meetings.written', { decisions: decisions.length });
  announce(ctx, 'meetings');
  return { done: true };
}

/** 签发纪要: from here on its words stand, and each decision is a task of its unit. */
export async function signMinutes(
  ctx: Context,
  { meetingId }: InputOf<typeof contract.signMinutes>,
): Promise<ReplyOf<typeof contract.signMinutes>> {
  const meeting = await lockVisible(ctx, meetingId);
  demand(maySign(ctx.actor, meeting));
  const [decisions, agenda] = await Promise.all([
    decisionsOf(ctx, meetingId),
    agendaOf(ctx, meetingId),
  ]);
  for (const one of decisions) {
    const taskId = await taskOf(ctx, meeting, one, agenda);
    await keepTask(ctx, { meetingId, no: one.no, taskId });
  }
  await change(ctx, meetingId, {
    state: 'minuted',
    signed_by: ctx.actor.accountId,
    signed_at: ctx.now,
  });
  tell(ctx, meetingSubject(meetingId), 'meetings.minuted', { decisions: decisions.length });
  announce(ctx, 'meetings');
  return { tasks: decisions.length };
}

async function taskOf(
  ctx: Context,
  { id, title }: Meeting,
  { words, unit_code, finish_on, agenda_no }: Decided,
  agenda: readonly AgendaItem[],
): Promise<string> {
  const item = agenda.find(({ no }) => no === agenda_no);
  const orderId = item?.subject_kind === 'order' ? item.subject_id : null;
  const { taskId } = await giveTask(ctx, {
    kind: 'meeting-decision',
    title: decisionTitle(item?.title ?? title),
    wanted: words,
    unit: unit_code,
    limit: { kind: 'on-day', on: finish_on },
    subject: { kind: 'meeting', id },
    ...(orderId !== null && { orderId }),
  });
  return taskId;
}
