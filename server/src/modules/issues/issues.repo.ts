import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface NewIssue {
  id: string;
  matterCode: string;
  areaCode: string;
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
      appeals: 1,
    })
    .execute();
}

export interface Issue {
  id: string;
  matter_code: string;
  area_code: string;
  opened_at: Date;
  appeals: number;
}

export async function lock(ctx: Context, issueId: string): Promise<Issue | null> {
  const row = await tablesOf<'issues'>(ctx.tx)
    .selectFrom('issues.issue')
    .select(['id', 'matter_code', 'area_code', 'opened_at', 'appeals'])
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', issueId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function countAppeals(ctx: Context, issueId: string, by: 1 | -1): Promise<void> {
  await sql`
    update issues.issue set appeals = appeals + ${by}
    where city_id = ${ctx.cityId} and id = ${issueId}`.execute(ctx.tx);
}

export async function appealsOf(
  ctx: Context,
  issueIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; appeals: number }>`
    select id, appeals from issues.issue
    where city_id = ${ctx.cityId} and id = any (${[...issueIds]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map(({ id, appeals }) => [id, appeals]));
}
