import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { systemClock } from '../../src/platform/clock.ts';

/** Until nothing that was told waits, and no job is due or is tried again. */
export async function settled(database: pg.Client): Promise<void> {
  for (let calm = 0; calm < 5; ) {
    const { rows } = await database.query<{ left: number }>(
      `select ((select count(*) from platform.outbox)
         + (select count(*) from graphile_worker.jobs where run_at <= $1 or last_error is not null))::int as left`,
      [systemClock.now()],
    );
    calm = rows[0]?.left === 0 ? calm + 1 : 0;
    await pause(200);
  }
}

export interface Lived {
  /** Status, events in their order, and messages with how many of each. */
  readonly traces: string;
  readonly orders: number;
}

/** What orders left behind: how many left the same. */
export async function tracesOf(database: pg.Client): Promise<Lived[]> {
  const { rows } = await database.query<Lived>(
    `select traces, count(*)::int as orders
     from (
       select o.id, o.status || ' ' || (
           select string_agg(type, ' ' order by seq) from platform.event
           where city_id = o.city_id and subject_id = o.id) || ' ' || coalesce((
           select string_agg(m.said, ' ' order by m.said) from (
             select template || '@' || channel || ' x' || count(*) as said from notices.message
             where city_id = o.city_id and order_id = o.id group by template, channel) as m), '') as traces
       from orders.order as o) as lived
     group by traces`,
  );
  return rows;
}
