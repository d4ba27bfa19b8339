import type { EventType } from '@minsheng/contract/words/events.ts';
import { sql } from 'kysely';
import { addUp, type Sums } from '../../platform/add-up.ts';
import { onInside } from '../../platform/events.ts';
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

/** 计数: inside the transition, so that a desk is never behind its orders. Inserted, never updated: nobody waits for another one's counter. */
const deltas: Sums = {
  name: 'desk.delta',
  write: (cityId, added) => sql`
    insert into desk.delta (city_id, key, delta)
    select ${cityId}::smallint, key ->> 0, by
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as added (key jsonb, by integer)`,
};

for (const type of countedEvents)
  onInside(type, async (ctx, event) => {
    for (const { key, by } of deltasOf(event)) addUp(ctx, deltas, { key: [key], by });
  });
