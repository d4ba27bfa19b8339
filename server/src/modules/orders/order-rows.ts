import type { orderRow } from '@minsheng/contract/shapes.ts';
import type { AskedLevel } from '@minsheng/contract/words/supervision.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { concernsUnitIn } from './concerns.ts';
import type { Order, TextKind } from './order.ts';
import { stageDues } from './stage-due.ts';

/** One row of a desk, a search or a caller's history, as the contract shows it. No requester, ever. */
export type OrderRow = z.output<typeof orderRow>;

interface Read extends Order {
  title: string;
  address: string;
  claimer: string | null;
  supervised: AskedLevel | null;
}

/**
 * 工单行: rows for these orders, in the order of the ids, titled as the centre reads them or as units do. Whoever calls has
 * already asked what the person may see.
 */
export async function orderRows(
  ctx: Context,
  ids: readonly string[],
  titled: 'as-said' | 'for-units',
): Promise<OrderRow[]> {
  if (ids.length === 0) return [];
  const read = await readRows(ctx, ids, titled);
  const [appeals, dues, matterNames, areaNames, units] = await Promise.all([
    appealsOf(
      ctx,
      read.map(({ issue_id }) => issue_id),
    ),
    stageDues(ctx, read),
    matters.matterNames(
      ctx,
      read.map(({ matter_code }) => matter_code),
    ),
    organisation.areaNames(ctx, [...new Set(read.map(({ area_code }) => area_code))]),
    organisation.unitsIfKnown(ctx, [...new Set(read.flatMap(({ lead_unit }) => lead_unit ?? []))]),
  ]);
  const unitByCode = new Map(units.map(({ code, name, kind }) => [code, { code, name, kind }]));
  const byId = new Map(read.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return [
      {
        ...plainColumns(ctx, row),
        appealsInIssue: appeals.get(row.issue_id) ?? Number(row.channel !== 'proactive'),
        stageDueAt: dues.get(row.id)?.toISOString() ?? null,
        matterName: matterNames.get(row.matter_code) ?? row.matter_code,
        areaName: areaNames.get(row.area_code) ?? ctx.city.name,
        leadUnit: unitByCode.get(row.lead_unit ?? '') ?? null,
      },
    ];
  });
}

/** The ids stand in every part, so that only their months are planned: planning all of them costs more than reading the rows. */
async function readRows(
  ctx: Context,
  ids: readonly string[],
  titled: 'as-said' | 'for-units',
): Promise<Read[]> {
  const kinds: TextKind[] = titled === 'as-said' ? ['appeal'] : ['appeal', 'for-units'];
  const theirs = sql`any (${[...ids]}::uuid[])`;
  const { rows } = await sql<Read>`/* kept */
    select o.*, coalesce(t.title, '') as title, coalesce(w.address, '') as address,
      a.name as claimer,
      (
        select max(s.level) from supervision.supervision as s
        where s.city_id = o.city_id and s.order_id = o.id and s.order_id = ${theirs} and s.state in ('open', 'answered')
          and ${concernsUnitIn(ctx.actor, 's.unit_path')}
      ) as supervised
    from orders.order as o
    left join lateral (
      select title from orders.text
      where city_id = o.city_id and order_id = o.id and order_id = ${theirs} and kind = any (${kinds}::text[])
      order by kind = 'for-units' desc, no desc limit 1
    ) as t on true
    left join lateral (
      select address from orders.text
      where city_id = o.city_id and order_id = o.id and order_id = ${theirs} and kind = 'appeal'
      order by no desc limit 1
    ) as w on true
    left join identity.account as a
      on a.city_id = o.city_id and a.id = o.claimed_by and o.claimed_until > ${ctx.now}
    where o.city_id = ${ctx.cityId} and o.id = ${theirs}`.execute(ctx.tx);
  return rows;
}

/** How many appeals an issue gathers, by its id: of another month than its orders. */
async function appealsOf(ctx: Context, issueIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; appeals: number }>`/* kept */
    select id, appeals
    from issues.issue
    where city_id = ${ctx.cityId} and id = any (${[...new Set(issueIds)]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map(({ id, appeals }) => [id, appeals]));
}

function plainColumns(
  ctx: Context,
  row: Read,
): Omit<OrderRow, 'matterName' | 'areaName' | 'leadUnit' | 'stageDueAt' | 'appealsInIssue'> {
  return {
    id: row.id,
    orderNo: row.order_no,
    status: row.status,
    type: row.type,
    urgency: row.urgency,
    secrecy: row.secrecy,
    channel: row.channel,
    title: row.title,
    matterCode: row.matter_code,
    address: row.address,
    acceptedAt: row.accepted_at.toISOString(),
    statusSince: row.status_since.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    issueId: row.issue_id,
    repeatNo: row.repeat_no,
    claimedBy: row.claimed_by === ctx.actor.accountId ? null : row.claimer,
    isAutoSent: row.auto_sent,
    supervised: row.supervised,
  };
}
