import type { tasks as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { TaskBox } from '@minsheng/contract/words/tasks.ts';
import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { cutPage, instantOf, type Place, pageRows, placeOf } from '../../platform/keyset.ts';
import type { Task } from './task.ts';
import { taskRows } from './task-rows.ts';
import { visibleTo } from './visible-to.ts';

type Asked = InputOf<typeof contract.listTasks>;
type Reply = ReplyOf<typeof contract.listTasks>;

/** 任务列表: open boxes by when they are due, all of them the latest first. */
export async function listTasks(ctx: Context, asked: Asked): Promise<Reply> {
  const box = asked.box ?? 'all';
  const read = await boxOf(
    ctx,
    { ...asked, box },
    { after: placeOf(asked.cursor), most: pageRows + 1 },
  );
  const by = ({ given_at, due_at }: Task) => (box === 'all' ? given_at : due_at).toISOString();
  const { shown, next } = cutPage(read.map((task) => ({ ...task, by: by(task) })));
  return {
    rows: await taskRows(ctx, shown),
    next,
    shownCap: pageRows,
    counts: await countsFor(ctx),
  };
}

interface Cut {
  after: Place | null;
  most: number;
}

export async function boxOf(
  ctx: Context,
  { box, subjectId, orderId }: Pick<Asked, 'subjectId' | 'orderId'> & { box: TaskBox },
  { after, most }: Cut,
): Promise<Task[]> {
  let query = readerOf(ctx.tx)
    .selectFrom('tasks.task as t')
    .selectAll('t')
    .where('t.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor))
    .where(inBox(ctx, box))
    .limit(most);
  if (subjectId) query = query.where('t.subject_id', '=', subjectId);
  if (orderId) query = query.where('t.order_id', '=', orderId);
  if (box === 'all') {
    query = query.orderBy('t.id', 'desc');
    if (after) query = query.where('t.id', '<', after.id);
  } else {
    query = query.orderBy('t.due_at').orderBy('t.id');
    if (after)
      query = query.where(
        sql<SqlBool>`(t.due_at, t.id) > (${instantOf(after)}::timestamptz, ${after.id}::uuid)`,
      );
  }
  return (await query.execute()) as Task[];
}

const isRunning = sql<SqlBool>`t.closed_at is null and t.state <> 'claimed'`;
const waits = sql<SqlBool>`t.closed_at is null and (t.state = 'claimed' or t.asks_for_time)`;

function inBox({ actor, now }: Context, box: TaskBox) {
  switch (box) {
    case 'ours':
      return sql<SqlBool>`${isRunning} and ${ownFor(actor)}`;
    case 'to-confirm':
      return waits;
    case 'overdue':
      return sql<SqlBool>`${isRunning} and t.due_at < ${now}`;
    case 'all':
      return sql<SqlBool>`true`;
    default:
      return box satisfies never;
  }
}

/** The centre's own are those a person gave; the director looks after all of them. */
function ownFor(actor: Actor) {
  const gave = actor.has('tasks.give') && !actor.has('tasks.govern');
  return gave ? sql<SqlBool>`t.given_by = ${actor.accountId}` : sql<SqlBool>`true`;
}

/** Over what is open: an index holds no more. */
async function countsFor(ctx: Context): Promise<Reply['counts']> {
  const count = (box: TaskBox) => sql<number>`count(*) filter (where ${inBox(ctx, box)})::int`;
  return readerOf(ctx.tx)
    .selectFrom('tasks.task as t')
    .select([
      count('ours').as('ours'),
      count('to-confirm').as('toConfirm'),
      count('overdue').as('overdue'),
    ])
    .where('t.city_id', '=', ctx.cityId)
    .where('t.closed_at', 'is', null)
    .where(visibleTo(ctx.actor))
    .executeTakeFirstOrThrow();
}
