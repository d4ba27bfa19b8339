import { type TaskSubjectKind, taskSubjectKindLabel } from '@minsheng/contract/words/tasks.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import type { Task } from './task.ts';

export interface TaskSubject {
  kind: TaskSubjectKind;
  id: string;
}

/**
 * 任务所属: the giver sees the order it is about. Modules above look after their own things, which are not known here.
 * Refuses `tasks.no-such-subject`, and `tasks.readers-only` where an order of named readers would become known to others.
 */
export async function demandSubject(
  ctx: Context,
  {
    subject,
    orderId,
    ownerId,
  }: { subject: TaskSubject | undefined; orderId: string | null; ownerId: string | null },
): Promise<{ isConfined: boolean }> {
  if (subject?.kind === 'issue') {
    const first = await orders.firstOfIssue(ctx, subject.id, null);
    refuseUnless(first, 'tasks.no-such-subject');
    const { secrecy } = await seenOrder(ctx, first.id);
    refuseUnless(secrecy < 3, 'tasks.readers-only');
  }
  if (orderId === null) return { isConfined: false };
  const { secrecy } = await seenOrder(ctx, orderId);
  if (secrecy < 3) return { isConfined: false };
  const duties = await ofOrder(ctx, orderId);
  const reads = duties.some(({ readers }) => ownerId !== null && readers?.includes(ownerId));
  refuseUnless(reads, 'tasks.readers-only');
  return { isConfined: true };
}

async function seenOrder(ctx: Context, id: string): Promise<orders.Order> {
  const seen = await orders.visibleAmong(ctx, [id]);
  refuseUnless(seen.has(id), 'tasks.no-such-subject');
  return orders.findVisible(ctx, id);
}

/** What people call it: an order by its number, for whoever may see the order. */
export async function subjectLabels(
  ctx: Context,
  tasks: readonly Task[],
): Promise<Map<string, string>> {
  const ids = tasks.flatMap(({ subject_kind, subject_id }) =>
    subject_kind === 'order' && subject_id !== null ? [subject_id] : [],
  );
  const seen = await orders.visibleAmong(ctx, [...new Set(ids)]);
  const rows = await orders.rowsFor(ctx, [...seen]);
  return new Map(rows.map(({ id, orderNo }) => [id, `${taskSubjectKindLabel.order} ${orderNo}`]));
}
