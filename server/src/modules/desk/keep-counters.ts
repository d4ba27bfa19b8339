import type { EventType } from '@minsheng/contract/words/events.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { onInside } from '../../platform/events.ts';
import type { UnitOfWork } from '../../platform/unit-of-work.ts';
import { assignmentSteps } from '../dispatch/index.ts';
import { orderBeginnings, orderSteps } from '../orders/index.ts';
import { deltasOf } from './deltas.ts';

/** Every event that moves an order or a duty, or marks one. */
const countedEvents = new Set<EventType>([
  ...Object.values(orderBeginnings),
  ...Object.values(orderSteps).map(({ event }) => event),
  ...Object.values(assignmentSteps).map(({ event }) => event),
  'dispatch.assigned',
  'dispatch.readers-named',
  'intake.sent-by-rule',
  'intake.checked',
  'call-back.follow-up-due',
  'call-back.follow-up-done',
]);

const sums = new WeakMap<UnitOfWork, Map<string, number>>();

/** 计数: inside the transition, so that a desk is never behind its orders; one insert for the whole transaction. */
function count(ctx: Context, key: string, by: number): void {
  const sum = sums.get(ctx.unitOfWork) ?? begin(ctx);
  sum.set(key, (sum.get(key) ?? 0) + by);
}

function begin(ctx: Context): Map<string, number> {
  const sum = new Map<string, number>();
  sums.set(ctx.unitOfWork, sum);
  ctx.unitOfWork.besides.push(() => insertDeltas(ctx.cityId, sum));
  return sum;
}

/** Inserted, never updated: no transaction waits for another one's counter. */
function insertDeltas(cityId: number, sum: ReadonlyMap<string, number>) {
  const moved = [...sum].filter(([, by]) => by !== 0);
  return sql`
    insert into desk.delta (city_id, key, delta)
    select ${cityId}::smallint, key, delta
    from unnest(${moved.map(([key]) => key)}::text[], ${moved.map(([, by]) => by)}::integer[]) as d (key, delta)`;
}

for (const type of countedEvents)
  onInside(type, async (ctx, event) => {
    for (const { key, by } of deltasOf(event)) count(ctx, key, by);
  });
