import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface NewIssue {
  id: string;
  matterCode: string;
  areaCode: string;
  /** Whether somebody asked for its first order. */
  isAsked: boolean;
}

export async function insert(ctx: Context, issue: NewIssue): Promise<void> {
  await tablesOf<'issues'>(ctx.tx)
    .insertInto('issues.issue')
    .values({
      city_id: ctx.cityId,
      id: issue.id,
      matter_code: issue.matterCode,
      area_code: issue.areaCode,
      opened_at: ctx.now,
      appeals: issue.isAsked ? 1 : 0,
      proactive: issue.isAsked ? 0 : 1,
    })
    .execute();
}

export interface Issue {
  id: string;
  matter_code: string;
  area_code: string;
  opened_at: Date;
  appeals: number;
  proactive: number;
}

/** 工单数, those nobody asked for as well: whether somebody is left, and who stands for the rest. */
export const ordersIn = ({ appeals, proactive }: Pick<Issue, 'appeals' | 'proactive'>): number =>
  appeals + proactive;

export async function lock(ctx: Context, issueId: string): Promise<Issue | null> {
  const row = await tablesOf<'issues'>(ctx.tx)
    .selectFrom('issues.issue')
    .select(['id', 'matter_code', 'area_code', 'opened_at', 'appeals', 'proactive'])
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', issueId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function countOrder(
  ctx: Context,
  issueId: string,
  { by, isAsked }: { by: 1 | -1; isAsked: boolean },
): Promise<void> {
  const column = sql.ref(isAsked ? 'appeals' : 'proactive');
  await sql`
    update issues.issue set ${column} = ${column} + ${by}
    where city_id = ${ctx.cityId} and id = ${issueId}`.execute(ctx.tx);
}

export async function sizesOf(
  ctx: Context,
  issueIds: readonly string[],
): Promise<Map<string, Pick<Issue, 'appeals' | 'proactive'>>> {
  const { rows } = await sql<Pick<Issue, 'id' | 'appeals' | 'proactive'>>`
    select id, appeals, proactive from issues.issue
    where city_id = ${ctx.cityId} and id = any (${[...issueIds]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map(({ id, ...size }) => [id, size]));
}

/** 同一事项的工单数. */
export async function ordersInIssue(ctx: Context, issueId: string): Promise<number> {
  const size = (await sizesOf(ctx, [issueId])).get(issueId);
  return size ? ordersIn(size) : 1;
}
