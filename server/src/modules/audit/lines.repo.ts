import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/json.ts';

export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly word: string;
  readonly method: string;
  readonly path: string;
  readonly actor_kind: Actor['kind'];
  readonly actor_id: string | null;
  readonly unit_code: string | null;
  readonly facts: Readonly<Record<string, Json>>;
  readonly refusal: string | null;
}

/** What a line is about: the two kinds an index knows, or an id of whatever kind. */
export interface AuditObject {
  readonly is: 'order' | 'account' | 'other';
  readonly id: string;
}

export interface LineFilter {
  readonly from: Date;
  readonly until: Date;
  readonly accountId: string | null;
  readonly word: string | null;
  readonly object: AuditObject | null;
  readonly refusedOnly: boolean;
  readonly changesOnly: boolean;
  readonly before: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** The latest first. */
export async function linesOf(ctx: Context, filter: LineFilter): Promise<AuditLine[]> {
  const { rows } = await sql<AuditLine>`
    select id, at, word, method, path, actor_kind, actor_id, unit_code, facts, refusal
    from platform.audit_line
    where city_id = ${ctx.cityId} and at >= ${filter.from} and at < ${filter.until}
      ${sql.join(conditionsOf(filter), sql` `)}
    order by at desc, id desc
    limit ${filter.limit}`.execute(ctx.tx);
  return rows;
}

function conditionsOf(filter: LineFilter): RawBuilder<unknown>[] {
  const { accountId, word, object, before } = filter;
  return [
    accountId === null ? sql`` : sql`and actor_id = ${accountId}`,
    word === null ? sql`` : sql`and word = ${word}`,
    object === null ? sql`` : aboutObject(object),
    filter.refusedOnly ? sql`and refusal is not null` : sql``,
    filter.changesOnly ? sql`and method <> 'GET'` : sql``,
    before === null ? sql`` : sql`and (at, id) < (${before.at}, ${before.id})`,
  ];
}

function aboutObject({ is, id }: AuditObject): RawBuilder<unknown> {
  switch (is) {
    case 'order':
      return sql`and facts ->> 'orderId' = ${id} and facts ? 'orderId'`;
    case 'account':
      return sql`and facts ->> 'accountId' = ${id} and facts ? 'accountId'`;
    case 'other':
      return sql`and exists (select from jsonb_each_text(facts) as fact where fact.value = ${id})`;
  }
  return is satisfies never;
}
