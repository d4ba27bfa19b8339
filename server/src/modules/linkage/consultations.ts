import type { linkage } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { consultReasons } from '@minsheng/contract/words/linkage.ts';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../platform/zone.ts';
import { mayPlanMeeting, planMeeting, readMeeting } from '../meetings/index.ts';
import * as orders from '../orders/index.ts';
import { tasksOf } from '../tasks/index.ts';
import * as repo from './consultations.repo.ts';
import { countLinkage } from './records.repo.ts';
import { text } from './text.ts';

const shownCap = 20;

/** 会商议题建议: the machine proposes what is disputed or risky, a person picks. */
export async function proposeConsultation(
  ctx: Context,
): Promise<ReplyOf<typeof linkage.proposeConsultation>> {
  const [disputed, clue, late] = await Promise.all([
    repo.disputed(ctx),
    repo.withClue(ctx),
    repo.lateAndUrgent(ctx),
  ]);
  const by = { disputed, clue, late };
  const ids = [...new Set([...disputed, ...clue, ...late].map(({ id }) => id))];
  const rows = await orders.rowsFor(ctx, ids);
  return {
    rows: rows.map(({ id, orderNo, title, urgency, status }) => ({
      ...{ orderId: id, orderNo, title, urgency, status },
      reasons: consultReasons.filter((reason) => by[reason].some((order) => order.id === id)),
    })),
    can: { plan: mayPlanMeeting(ctx.actor).allowed },
  };
}

/** 双线会商: a meeting like any other; its decisions become tasks with owner and day when its minutes are signed. */
export async function planConsultation(
  ctx: Context,
  { orderIds, units, place, startsAt }: InputOf<typeof linkage.planConsultation>,
): Promise<{ meetingId: string }> {
  const ids = [...new Set(orderIds)];
  // The agenda goes to every unit invited, also to those that do not have the order.
  const rows = await orders.orderRows(ctx, ids, 'for-units');
  const { meetingId } = await planMeeting(ctx, {
    title: text.consultation(dayOf(Date.parse(startsAt), ctx.city.zone)),
    ...{ place, startsAt, units },
    agenda: ids.map((id) => {
      const row = rows.find((one) => one.id === id);
      const words = row?.secrecy === 0 ? row.title : text.secret;
      const title = text.agenda(row?.orderNo ?? '', words);
      return { title, subject: { kind: 'order' as const, id } };
    }),
  });
  await repo.insertConsultation(ctx, meetingId);
  await countLinkage(ctx, { act: 'session', mechanism: 'consult', at: ctx.now }, { asked: 1 });
  return { meetingId };
}

type Row = ReplyOf<typeof linkage.listConsultations>['rows'][number];

/** 会商清单: what was decided stays listed until its task is confirmed. */
export async function listConsultations(
  ctx: Context,
): Promise<ReplyOf<typeof linkage.listConsultations>> {
  const rows: Row[] = [];
  for (const meetingId of await repo.latestConsultations(ctx, shownCap))
    rows.push(await viewOf(ctx, meetingId));
  return { rows, shownCap };
}

async function viewOf(ctx: Context, meetingId: string): Promise<Row> {
  const [meeting, tasks] = await Promise.all([
    readMeeting(ctx, { meetingId }),
    tasksOf(ctx, { kind: 'meeting', id: meetingId }),
  ]);
  return {
    ...{ meetingId, title: meeting.title, state: meeting.state, startsAt: meeting.startsAt },
    decisions: meeting.decisions,
    open: tasks
      .filter(({ state }) => state !== 'confirmed' && state !== 'withdrawn')
      .map(({ id, title, unit, dueAt }) => ({ taskId: id, title, unitName: unit.name, dueAt })),
  };
}
