import type { tasks as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import * as identity from '../identity/index.ts';
import * as organisation from '../organisation/index.ts';
import { dueOf } from './due.ts';
import { mayGive } from './policy.ts';
import { demandSubject, type TaskSubject } from './subject.ts';
import { taskNo, taskSubject } from './task.ts';
import { insert, nextNumber } from './tasks.repo.ts';
import { tellOwner, warnLater } from './warn.ts';

type Asked = Omit<InputOf<typeof contract.giveTask>, 'subject'>;

export interface GiveTask extends Asked {
  subject?: TaskSubject | undefined;
  /** The order it is about, where it belongs to something else that is about an order. */
  orderId?: string | undefined;
}

/** 交办任务. The door for every module that gives units something to do, with the caller's own permission. */
export async function giveTask(
  ctx: Context,
  input: GiveTask,
): Promise<ReplyOf<typeof contract.giveTask>> {
  demand(mayGive(ctx.actor));
  const { kind, title, wanted, note, subject, limit } = input;
  const orderId = input.orderId ?? (subject?.kind === 'order' ? subject.id : null);
  const ownerId = input.ownerId ?? null;
  const unit = await organisation.unit(ctx, input.unit);
  await checkOwner(ctx, unit.code, ownerId);
  const { isConfined } = await demandSubject(ctx, { subject, orderId, ownerId });
  refuseUnless(kind !== 'leaders-note' || note, 'tasks.note-needed');
  const dueAt = await dueOf(ctx, limit, ctx.now);

  const id = ctx.newId();
  const year = Number(dayOf(ctx.now.getTime(), ctx.city.zone).slice(0, 4));
  const number = await nextNumber(ctx, year);
  const owned = { unit_code: unit.code, owner_id: ownerId, due_at: dueAt, year, number };
  await insert(ctx, {
    ...owned,
    id,
    kind,
    title,
    wanted,
    note_leader: note?.leader ?? null,
    note_words: note?.words ?? null,
    subject_kind: subject?.kind ?? null,
    subject_id: subject?.id ?? null,
    order_id: orderId,
    is_confined: isConfined,
    unit_path: unit.path,
    state: 'given',
    limit: JSON.stringify(limit),
    limit_from: ctx.now,
    first_due_at: dueAt,
    given_by: ctx.actor.accountId,
    given_at: ctx.now,
  });
  await warnLater(ctx, id, dueAt);
  await tellOwner(ctx, owned, 'task-given');
  tellGiven(ctx, { id, kind, unit: unit.code, dueAt, subject, orderId });
  return { taskId: id, taskNo: taskNo({ year, number }), dueAt: dueAt.toISOString() };
}

/** 责任人: somebody of the unit who may handle. */
async function checkOwner(ctx: Context, unitCode: string, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const people = await identity.workersIn(ctx, [unitCode]);
  refuseUnless(
    people.some(({ id }) => id === ownerId),
    'tasks.no-such-person',
  );
}

interface Given {
  id: string;
  kind: GiveTask['kind'];
  unit: string;
  dueAt: Date;
  subject: TaskSubject | undefined;
  orderId: string | null;
}

function tellGiven(ctx: Context, { id, kind, unit, dueAt, subject, orderId }: Given): void {
  isNew(ctx, taskSubject(id));
  tell(ctx, taskSubject(id), 'tasks.given', {
    kind,
    unit,
    due: dueAt.toISOString(),
    ...(subject && { subjectKind: subject.kind, subject: subject.id }),
  });
  if (orderId !== null)
    tell(ctx, { kind: 'order', id: orderId }, 'tasks.given-about', { task: id, unit });
  announce(ctx, 'tasks');
}
