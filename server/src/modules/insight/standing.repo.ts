import type { insight } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { isOverdue, searchable } from '../desk/index.ts';
import { openStatuses } from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';

type Today = ReplyOf<typeof insight.today>;

const count = sql<number>`count(*)::integer`;
const shownUnits = 30;

/** 各阶段等待: over the partial indexes of open orders, never over all of them. Every stage is named, empty ones too. */
export async function waitingByStage(ctx: Context): Promise<Today['waiting']> {
  const rows = await searchable(ctx)
    .select(['o.status', count.as('count'), sql<Date>`min(o.status_since)`.as('oldest')])
    .where(
      // As the partial index that serves it is written.
      sql<boolean>`o.status in ('to-accept', 'in-transfer', 'to-dispatch', 'in-progress', 'in-dispute', 'need-info',
        'suspended', 'parked', 'merged', 'reply-review', 'call-back')`,
    )
    .groupBy('o.status')
    .execute();
  return openStatuses.map((status) => {
    const row = rows.find((candidate) => candidate.status === status);
    return { status, count: row?.count ?? 0, oldestAt: row?.oldest.toISOString() ?? null };
  });
}

/** 各单位超期: by the unit directly below the city that leads, itself or through a unit of its own; a county answers for its bureaus. */
export async function overdueByUnit(ctx: Context): Promise<Today['overdue']> {
  const leader = sql<string>`coalesce(nullif(split_part(o.lead_path, '/', 2), ''), o.lead_unit)`;
  const rows = await searchable(ctx)
    .select([leader.as('unit'), count.as('count'), sql<Date>`min(o.due_at)`.as('oldest')])
    .where(isOverdue(ctx.now))
    .groupBy(leader)
    .orderBy('count', 'desc')
    .orderBy('oldest')
    .limit(shownUnits)
    .execute();
  const units = await organisation.unitsIfKnown(
    ctx,
    rows.map(({ unit }) => unit),
  );
  const byCode = new Map(units.map(({ code, name, kind }) => [code, { code, name, kind }]));
  return rows.flatMap(({ unit: code, count, oldest }) => {
    const unit = byCode.get(code);
    return unit ? [{ unit, count, oldestDueAt: oldest.toISOString() }] : [];
  });
}
