import type { TaskSubjectKind } from '@minsheng/contract/words/tasks.ts';
import { type Insertable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { holdsFilesAbout } from '../files/index.ts';
import { keepsWords } from '../orders/index.ts';
import type { Claim, Extension, Task } from './task.ts';
import { visibleTo } from './visible-to.ts';

keepsWords({ table: 'tasks.task', words: ['title', 'wanted', 'note_words', 'withdrawn_reason'] });
const ofOrder = { table: 'tasks.task', key: 'task_id', by: 'order_id' } as const;
keepsWords({ table: 'tasks.claim', words: ['words', 'reason'], through: ofOrder });
keepsWords({ table: 'tasks.extension', words: ['reason', 'decided_reason'], through: ofOrder });
holdsFilesAbout({ table: 'tasks.task', by: 'order_id' });

export async function insert(
  ctx: Context,
  row: Omit<Insertable<DB['tasks.task']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'tasks'>(ctx.tx)
    .insertInto('tasks.task')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

const visible = (ctx: Context, id: string) =>
  readerOf(ctx.tx)
    .selectFrom('tasks.task as t')
    .selectAll('t')
    .where('t.city_id', '=', ctx.cityId)
    .where('t.id', '=', id)
    .where(visibleTo(ctx.actor));

/** One this person may see; another is refused like one that is not there: `tasks.no-such-task`. */
export async function findVisible(ctx: Context, id: string): Promise<Task> {
  const task = await visibleOrNull(ctx, id);
  refuseUnless(task, 'tasks.no-such-task');
  return task;
}

export async function visibleOrNull(ctx: Context, id: string): Promise<Task | null> {
  const row = await visible(ctx, id).executeTakeFirst();
  return (row as Task | undefined) ?? null;
}

/** The same, held: two people never decide about one task at once, nor a person and an alarm. */
export async function lockVisible(ctx: Context, id: string): Promise<Task> {
  const row = await visible(ctx, id).forUpdate('t').executeTakeFirst();
  refuseUnless(row, 'tasks.no-such-task');
  return row as Task;
}

export async function change(
  ctx: Context,
  id: string,
  set: Omit<Updateable<DB['tasks.task']>, 'city_id' | 'id'>,
): Promise<void> {
  await tablesOf<'tasks'>(ctx.tx)
    .updateTable('tasks.task')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** 编号: the next of its year. Its row is held until the end, so none is given twice and none is lost. */
export async function nextNumber(ctx: Context, year: number): Promise<number> {
  const { last } = await tablesOf<'tasks'>(ctx.tx)
    .insertInto('tasks.serial')
    .values({ city_id: ctx.cityId, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['city_id', 'year'])
        .doUpdateSet({ last: sql<number>`tasks.serial.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** What hangs on one thing or one order, the latest first; a hundred at most. */
export async function visibleOn(
  ctx: Context,
  on: { subject: { kind: TaskSubjectKind; id: string } } | { orderId: string },
): Promise<Task[]> {
  const most = 100;
  const query = readerOf(ctx.tx)
    .selectFrom('tasks.task as t')
    .selectAll('t')
    .where('t.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor))
    .orderBy('t.id', 'desc')
    .limit(most);
  const rows = await ('orderId' in on
    ? query.where('t.order_id', '=', on.orderId)
    : query.where('t.subject_id', '=', on.subject.id).where('t.subject_kind', '=', on.subject.kind)
  ).execute();
  return rows as Task[];
}

/** Running tasks whose time is a span, by id: those a corrected calendar may move. */
export async function runningAfter(
  ctx: Context,
  { after, limit }: { after: string | null; limit: number },
): Promise<Task[]> {
  let query = tablesOf<'tasks'>(ctx.tx)
    .selectFrom('tasks.task')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .forUpdate();
  if (after !== null) query = query.where('id', '>', after);
  return (await query.execute()) as Task[];
}

export async function claimsOf(ctx: Context, taskId: string): Promise<Claim[]> {
  return tablesOf<'tasks'>(ctx.tx)
    .selectFrom('tasks.claim')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('task_id', '=', taskId)
    .orderBy('no')
    .execute();
}

/** 退回原因 of the latest claim; null where it was not sent back. */
export async function whyTaskSentBack(ctx: Context, taskId: string): Promise<string | null> {
  const last = (await claimsOf(ctx, taskId)).at(-1);
  return last?.confirmed === false ? last.reason : null;
}

export async function insertClaim(
  ctx: Context,
  claim: Pick<Claim, 'task_id' | 'no' | 'words' | 'file_ids'>,
): Promise<void> {
  await tablesOf<'tasks'>(ctx.tx)
    .insertInto('tasks.claim')
    .values({
      ...claim,
      city_id: ctx.cityId,
      claimed_by: ctx.actor.accountId,
      claimed_at: ctx.now,
    })
    .execute();
}

export async function judge(
  ctx: Context,
  { task_id, no }: Pick<Claim, 'task_id' | 'no'>,
  verdict: { confirmed: boolean; reason: string },
): Promise<void> {
  await tablesOf<'tasks'>(ctx.tx)
    .updateTable('tasks.claim')
    .set({ ...verdict, judged_by: ctx.actor.accountId, judged_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('task_id', '=', task_id)
    .where('no', '=', no)
    .execute();
}

export async function extensionOf(ctx: Context, taskId: string): Promise<Extension | null> {
  const row = await tablesOf<'tasks'>(ctx.tx)
    .selectFrom('tasks.extension')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('task_id', '=', taskId)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertExtension(
  ctx: Context,
  asked: Pick<Extension, 'task_id' | 'reason' | 'until_at'>,
): Promise<void> {
  await tablesOf<'tasks'>(ctx.tx)
    .insertInto('tasks.extension')
    .values({ ...asked, city_id: ctx.cityId, asked_by: ctx.actor.accountId, asked_at: ctx.now })
    .execute();
}

export async function decideExtension(
  ctx: Context,
  taskId: string,
  { granted, reason }: { granted: boolean; reason: string },
): Promise<void> {
  await tablesOf<'tasks'>(ctx.tx)
    .updateTable('tasks.extension')
    .set({
      granted,
      decided_reason: reason,
      decided_by: ctx.actor.accountId,
      decided_at: ctx.now,
    })
    .where('city_id', '=', ctx.cityId)
    .where('task_id', '=', taskId)
    .execute();
}
