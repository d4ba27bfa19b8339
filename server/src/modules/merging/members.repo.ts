import type { AssignmentRole } from '@minsheng/contract/words/assignment.ts';
import { assignmentRoles } from '@minsheng/contract/words/assignment.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';

const heldBy = z.array(z.object({ unit: z.string(), role: z.enum(assignmentRoles) }));

export interface Member {
  order_id: string;
  no: number;
  master_id: string;
  before: 'to-dispatch' | 'in-progress';
  /** Whom it lay with, the lead first. */
  duties: { unit: string; role: AssignmentRole }[];
  state: 'open' | 'answered' | 'taken-out' | 'withdrawn';
  merged_at: Date;
}

export type NewMember = Pick<Member, 'order_id' | 'master_id' | 'before' | 'duties'> & {
  reason_no: number;
};

export async function insert(ctx: Context, member: NewMember): Promise<void> {
  await sql`
    insert into merging.member
      (city_id, order_id, no, master_id, before, duties, state, reason_no, merged_by, merged_at)
    select ${ctx.cityId}, ${member.order_id}::uuid, count(*) + 1, ${member.master_id}::uuid, ${member.before},
      ${jsonb(member.duties)}::jsonb, 'open', ${member.reason_no}, ${ctx.actor.accountId}::uuid, ${ctx.now}
    from merging.member
    where city_id = ${ctx.cityId} and order_id = ${member.order_id}::uuid`.execute(ctx.tx);
}

const read = (ctx: Context) =>
  tablesOf<'merging'>(ctx.tx)
    .selectFrom('merging.member')
    .select(['order_id', 'no', 'master_id', 'before', 'duties', 'state', 'merged_at'])
    .where('city_id', '=', ctx.cityId);

type Row = Awaited<ReturnType<ReturnType<typeof read>['execute']>>[number];

const memberOf = (row: Row): Member => ({
  ...(row as Omit<Member, 'duties'>),
  duties: heldBy.parse(row.duties),
});

/** As whose member an order is handled now. */
export async function openOf(ctx: Context, orderId: string): Promise<Member | null> {
  const row = await read(ctx)
    .where('order_id', '=', orderId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row ? memberOf(row) : null;
}

/** 一次取的件数: a master of thousands is never read in one go. */
export const membersAtOnce = 200;

/** What is handled with an order now, in batches: the next after an order's id, oldest first. */
export async function openAfter(
  ctx: Context,
  masterId: string,
  { after, most }: { after: string | null; most: number },
): Promise<string[]> {
  let query = tablesOf<'merging'>(ctx.tx)
    .selectFrom('merging.member')
    .select('order_id')
    .where('city_id', '=', ctx.cityId)
    .where('master_id', '=', masterId)
    .where('state', '=', 'open')
    .orderBy('order_id')
    .limit(most);
  if (after !== null) query = query.where('order_id', '>', after);
  return (await query.execute()).map(({ order_id }) => order_id);
}

/** The first that are, or were answered, with an order, oldest first. */
export async function firstMembers(ctx: Context, masterId: string): Promise<Member[]> {
  const rows = await read(ctx)
    .where('master_id', '=', masterId)
    .where('state', 'in', ['open', 'answered'])
    .orderBy('order_id')
    .limit(membersAtOnce)
    .execute();
  return rows.map(memberOf);
}

interface Counted {
  /** Handled with it now. */
  open: number;
  /** And those answered with it. */
  members: number;
  /** 诉求人数: the order's own among them; whoever left no number counts as one. */
  people: number;
}

export async function countMembers(ctx: Context, masterId: string): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select
      count(*) filter (where m.state = 'open')::integer as open,
      count(m.order_id)::integer as members,
      (count(distinct r.phone_index) + count(*) filter (where r.phone_index is null))::integer as people
    from (
      select ${masterId}::uuid as id, null::uuid as order_id, null::text as state
      union all
      select order_id, order_id, state
      from merging.member
      where city_id = ${ctx.cityId} and master_id = ${masterId}::uuid and state in ('open', 'answered')
    ) as m
    left join requesters.requester as r on r.city_id = ${ctx.cityId} and r.order_id = m.id`.execute(
    ctx.tx,
  );
  return rows[0] ?? { open: 0, members: 0, people: 0 };
}

/** Which of these orders have others handled with them now. */
export async function leadingAmong(ctx: Context, orderIds: readonly string[]): Promise<string[]> {
  const rows = await tablesOf<'merging'>(ctx.tx)
    .selectFrom('merging.member')
    .select('master_id')
    .distinct()
    .where('city_id', '=', ctx.cityId)
    .where('master_id', 'in', [...orderIds])
    .where('state', '=', 'open')
    .execute();
  return rows.map(({ master_id }) => master_id);
}

export async function end(
  ctx: Context,
  member: Pick<Member, 'order_id' | 'no'>,
  state: Exclude<Member['state'], 'open'>,
): Promise<void> {
  await tablesOf<'merging'>(ctx.tx)
    .updateTable('merging.member')
    .set({ state, ended_by: ctx.actor.accountId, ended_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', member.order_id)
    .where('no', '=', member.no)
    .execute();
}
