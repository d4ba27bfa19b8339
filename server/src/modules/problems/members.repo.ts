import type { ProblemDismissal, ProblemState } from '@minsheng/contract/words/problems.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';

export interface NewMember {
  readonly problemId: string;
  readonly orderId: string;
  readonly marks: number;
}

const atOnce = 5_000;

export async function insertMembers(ctx: Context, members: readonly NewMember[]): Promise<void> {
  for (let at = 0; at < members.length; at += atOnce) {
    const some = members.slice(at, at + atOnce);
    await sql`
      insert into problems.member (city_id, problem_id, order_id, marks)
      select ${ctx.cityId}, m.problem_id, m.order_id, m.marks
      from unnest(
        ${some.map(({ problemId }) => problemId)}::uuid[],
        ${some.map(({ orderId }) => orderId)}::uuid[],
        ${some.map(({ marks }) => marks)}::smallint[]
      ) as m (problem_id, order_id, marks)`.execute(ctx.tx);
  }
}

export interface Member {
  readonly order_id: string;
  readonly marks: number;
  readonly is_out: boolean;
}

export const membersOf = (ctx: Context, problemId: string): Promise<Member[]> =>
  tablesOf<'problems'>(ctx.tx)
    .selectFrom('problems.member')
    .select(['order_id', 'marks', 'is_out'])
    .where('city_id', '=', ctx.cityId)
    .where('problem_id', '=', problemId)
    .orderBy('order_id')
    .execute();

export async function setOut(
  ctx: Context,
  { problemId, orderId, isOut }: { problemId: string; orderId: string; isOut: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<'problems'>(ctx.tx)
    .updateTable('problems.member')
    .set({ is_out: isOut })
    .where('city_id', '=', ctx.cityId)
    .where('problem_id', '=', problemId)
    .where('order_id', '=', orderId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export interface SaidEarlier {
  readonly no: number;
  /** How many of its members stand in the earlier one. */
  readonly common: number;
  readonly state: ProblemState;
  readonly dismissed_as: ProblemDismissal | null;
  readonly note: string | null;
  readonly settled_by: string | null;
  readonly settled_at: Date;
}

/** 已排除过的: for each group (numbered) what was dismissed before, or opened again, and shares members with it; what was said last first. */
export async function saidEarlier(
  ctx: Context,
  groups: readonly (readonly string[])[],
): Promise<SaidEarlier[]> {
  const all = groups.flatMap((ids, no) => ids.map((id) => ({ id, no })));
  const { rows } = await sql<SaidEarlier>`
    select n.no, count(*)::integer as common, p.state, p.dismissed_as, p.note, p.settled_by, p.settled_at
    from unnest(${all.map(({ no }) => no)}::integer[], ${all.map(({ id }) => id)}::uuid[]) as n (no, order_id)
    join problems.member as m
      on m.city_id = ${ctx.cityId} and m.order_id = n.order_id and not m.is_out
    join problems.problem as p
      on p.city_id = m.city_id
      and p.id = m.problem_id
      and p.state in ('dismissed', 'open')
      and p.settled_at is not null
    group by n.no, p.id, p.state, p.dismissed_as, p.note, p.settled_by, p.settled_at
    order by n.no, p.settled_at desc, p.state desc`.execute(ctx.tx);
  return rows;
}

/** 现属事项 of these orders. */
export async function issuesOf(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await readerOf(ctx.tx)
    .selectFrom('orders.order')
    .select(['id', 'issue_id'])
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...orderIds])
    .execute();
  return new Map(rows.map(({ id, issue_id }) => [id, issue_id]));
}
