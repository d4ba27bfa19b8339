import type { insight } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import { openStatuses } from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { emergenciesSince } from './emergencies.ts';

type Today = ReplyOf<typeof insight.today>;

/** 今日: in, waiting by stage, overdue by unit. Each number opens the list that the same filter finds. */
export async function today(ctx: Context): Promise<Today> {
  const start = new Date(`${organisation.cityHour(ctx.now, ctx.city.zone).on}T00:00:00+08:00`);
  const [received, closed, waiting, overdue, emergencies, byMatter, overrides] = await Promise.all([
    receivedSince(ctx, start),
    closedSince(ctx, start),
    waitingByStage(ctx),
    overdueByUnit(ctx),
    emergenciesSince(ctx, new Date(start.getTime() - 86_400_000)),
    mattersSince(ctx, start),
    overridesSince(ctx, new Date(ctx.now.getTime() - 7 * 86_400_000)),
  ]);
  return {
    now: ctx.now.toISOString(),
    receivedToday: received,
    closedToday: closed,
    waiting,
    overdue,
    emergencies,
    byMatter,
    guardOverrides7Days: overrides,
  };
}

/** Today's ids are one short range of the primary key. */
async function receivedSince(ctx: Context, start: Date): Promise<Today['receivedToday']> {
  const { rows } = await sql<{
    channel: string;
    count: number;
    appeals: number;
    people: number;
    issues: number;
  }>`
    with arrived as (
      select o.id, o.channel, o.issue_id, r.phone_index
      from orders.order as o
      left join requesters.requester as r on r.city_id = o.city_id and r.order_id = o.id
      where o.city_id = ${ctx.cityId} and o.id >= platform.first_id(${start})
    )
    select channel, count(*)::integer as count,
      (select count(*)::integer from arrived) as appeals,
      (select (count(distinct phone_index) + count(*) filter (where phone_index is null))::integer from arrived) as people,
      (select count(distinct issue_id)::integer from arrived) as issues
    from arrived
    group by channel
    order by count(*) desc`.execute(ctx.tx);
  const [first] = rows;
  return {
    appeals: first?.appeals ?? 0,
    people: first?.people ?? 0,
    issues: first?.issues ?? 0,
    byChannel: rows.map(({ channel, count }) => ({ channel, count })),
  };
}

async function closedSince(ctx: Context, start: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from orders.order
    where city_id = ${ctx.cityId} and status in ('closed', 'answered', 'disposed') and closed_at >= ${start}`.execute(
    ctx.tx,
  );
  return rows[0]?.count ?? 0;
}

/** Counted over the partial index of open orders, never over all of them. */
async function waitingByStage(ctx: Context): Promise<Today['waiting']> {
  const { rows } = await sql<{ status: OrderStatus; count: number; oldest: Date | null }>`
    select status, count(*)::integer as count, min(status_since) as oldest
    from orders.order
    where city_id = ${ctx.cityId}
      and status in ('to-accept', 'to-dispatch', 'in-progress', 'need-info', 'reply-review', 'call-back')
    group by status`.execute(ctx.tx);
  return openStatuses.map((status) => {
    const row = rows.find((candidate) => candidate.status === status);
    return { status, count: row?.count ?? 0, oldestAt: row?.oldest?.toISOString() ?? null };
  });
}

async function overdueByUnit(ctx: Context): Promise<Today['overdue']> {
  const { rows } = await sql<{ lead_unit: string; count: number; oldest: Date }>`
    select lead_unit, count(*)::integer as count, min(due_at) as oldest
    from orders.order
    where city_id = ${ctx.cityId} and status in ('in-progress', 'need-info') and due_at < ${ctx.now} and lead_unit is not null
    group by lead_unit
    order by count(*) desc, min(due_at)
    limit 30`.execute(ctx.tx);
  const units = await organisation.unitsIfKnown(
    ctx,
    rows.map(({ lead_unit }) => lead_unit),
  );
  const byCode = new Map(units.map(({ code, name, kind }) => [code, { code, name, kind }]));
  return rows.flatMap(({ lead_unit, count, oldest }) => {
    const unit = byCode.get(lead_unit);
    return unit ? [{ unit, count, oldestDueAt: oldest.toISOString() }] : [];
  });
}

async function mattersSince(ctx: Context, start: Date): Promise<Today['byMatter']> {
  const { rows } = await sql<{ code: string; count: number }>`
    select matter_code as code, count(*)::integer as count from orders.order
    where city_id = ${ctx.cityId} and id >= platform.first_id(${start})
    group by matter_code
    order by count(*) desc, matter_code
    limit 10`.execute(ctx.tx);
  const names = await matters.matterNames(
    ctx,
    rows.map(({ code }) => code),
  );
  return rows.map(({ code, count }) => ({ code, name: names.get(code) ?? code, count }));
}

/** 基层误派: duties that passed the guard with a reason, listed to the director (66号文(五)). */
async function overridesSince(ctx: Context, start: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from dispatch.assignment
    where city_id = ${ctx.cityId} and order_id >= platform.first_id(${new Date(start.getTime() - 30 * 86_400_000)})
      and sent_at >= ${start} and guard_reason_no is not null`.execute(ctx.tx);
  return rows[0]?.count ?? 0;
}
